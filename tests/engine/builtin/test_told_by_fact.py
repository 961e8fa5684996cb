"""What a check says of a thing is read behind its label on the page of the thing."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation


def lamp(state, *more):
    built = Builder()
    built.text("L-7 · Brass lamp", role="heading")
    for label, said in (("State", state), ("Room", "Hall"), *more):
        built.text(label)
        built.text(said)
    return built.page()


def met(check, page):
    built = Builder()
    built.text("Offers", role="heading")
    built.add("control", "link", "L-7 Brass lamp", selector="#lamp")
    goal = f"Look at the offers and check that {check}"
    past = (tried("click", "#lamp", built.page(), 0, explores=True),)
    return BuiltinExaminer().examine(Situation(goal, page.url, page, built.page(), past), None, ()).met


@pytest.mark.parametrize(
    ("check", "page", "so"),
    [
        ("the lamp L-7 has the state Sold.", lamp("Sold"), True),
        ("L-7 has the state Sold.", lamp("Sold"), True),
        ("the state of L-7 is Sold.", lamp("Sold"), True),
        ("the lamp L-7 has the state Sold.", lamp("Not sold"), False),
        ("the lamp L-7 has the state Hall.", lamp("Sold"), False),
        ("the lamp L-9 has the state Sold.", lamp("Sold"), False),
        ("the lamp L-7 has the state Sold.", lamp("Sold", ("State", "Free")), False),
    ],
)
def test_a_fact_is_read_behind_its_label_on_the_page_of_the_thing(check, page, so):
    assert (met(check, page) is True) is so
