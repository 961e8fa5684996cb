"""Where something is seen on the page of one thing, and not where all such things are listed."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

ADD = "Add the remark Needs new tyres to Bluebird 3"


def van(*remarks, path="/vans/3"):
    built = Builder()
    built.into("navigation")
    for way in ("Vans", "Drivers"):
        built.link(way)
    built.out()
    built.text("Bluebird 3", role="heading")
    for remark in remarks:
        built.into("listitem")
        built.text(remark)
        built.out()
    built.field("New remark")
    built.button("Add remark")
    return replace(built.page(), url=f"http://app.test{path}")


def vans():
    built = Builder()
    built.text("Vans", role="heading")
    built.into("row")
    built.add("control", "link", "Bluebird 3", href="/vans/3", selector="#van3")
    built.text("free", role="cell")
    return replace(built.page(), url="http://app.test/vans")


def past(before):
    opened = Planned(
        Step("click", selector="#van3"),
        uses=frozenset({7, 8}),
        explores=True,
        target=Target("link", "Bluebird 3", "#van3"),
    )
    typed = Planned(Step("fill", selector="#n4", value="Needs new tyres"), uses=frozenset(range(9)))
    sent = Planned(Step("click", selector="#n5"), part=1, commits=True, ends_part=True)
    return (Tried(opened, True, before=vans()), Tried(typed, True, before=before), Tried(sent, True, before=before))


CHECKS = [
    "check that it is displayed on the van's page",
    "check that it is shown on its page",
    "check that it appears on the page of the van",
    "comprueba que aparece en la ficha de la furgoneta",
    "comprueba que figura en su ficha",
]


@pytest.mark.parametrize("check", CHECKS)
def test_the_page_of_a_thing_is_not_left_for_the_list_of_all(check):
    page = van("Needs new tyres")

    assert plan(page, f"{ADD} and {check}", *past(van())).steps == ()


def test_a_list_that_is_named_is_still_gone_to():
    page = van("Needs new tyres")

    [step] = plan(page, f"{ADD} and check that it is shown on the Vans page", *past(van())).steps

    assert step.target.name == "Vans"


def found(check, now, again):
    goal = f"{ADD} and {check}"
    assert read_goal(goal).parts[-1].verb == "expect"
    situation = Situation(goal, "http://app.test/", now, vans(), past(van()))
    return BuiltinExaminer().examine(situation, again, ()).met


@pytest.mark.parametrize("check", CHECKS)
def test_what_is_shown_on_the_page_of_the_thing_is_what_was_added(check):
    now = van("Needs new tyres")

    assert found(check, now, now) is True
    assert found(check, now, van()) is not True
    assert found(check, van(), van()) is not True
