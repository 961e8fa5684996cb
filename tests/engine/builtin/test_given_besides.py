"""What an order is given besides belongs to it, and a message that it was carried out complains of nothing."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Situation


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if not p.implied]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ('Decline the offer of Bo, giving "No budget" as the reason.', "the offer of Bo with the reason No budget"),
        ('Approve the trip of Bo and give "Agreed" as the comment.', "the trip of Bo with the comment Agreed"),
        ('Rechaza la oferta de Bo indicando "Sin fondos" como motivo.', "la oferta de Bo with motivo Sin fondos"),
        ('Cancel the trip of Bo, entering "Ill" as the reason.', "the trip of Bo with the reason Ill"),
    ],
)
def test_what_an_order_is_given_besides_is_read_with_it(goal, words):
    assert [said for _, said in read(goal)] == [words]


@pytest.mark.parametrize(
    "goal",
    ['Open the form, enter "Ann" as the name and press Save.', 'Type "Ann" as the name, then press Save.'],
)
def test_what_is_only_filled_in_is_an_order_of_its_own(goal):
    assert ("fill", "Ann as the name") in read(goal)


def offers(state, notice=""):
    built = Builder()
    if notice:
        built.into("status")
        built.text(notice)
        built.out()
    for name, said in (("Bo Ray", state), ("Al Ray", "Open")):
        built.holder = -1
        built.into("row")
        built.text(name, role="cell")
        built.text(said, role="cell")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "notice", "met"),
    [
        ("Reject the offer of Bo Ray.", "Offer 4 was rejected.", True),
        ("Rechaza la oferta de Bo Ray.", "La oferta 4 ha sido rechazada.", True),
        ("Reject the offer of Bo Ray.", "Offer 4 could not be rejected.", None),
        ("Approve the offer of Bo Ray.", "Offer 4 was rejected.", None),
    ],
)
def test_a_message_that_an_order_was_carried_out_complains_of_nothing(goal, notice, met):
    before, now = offers("Open"), offers("Closed", notice)
    past = (tried("click", "#reject", before, 0, commits=True, ends_part=True),)

    assert BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), offers("Closed"), ()).met is met
