"""What the buttons of an entry offer to make of it is not what it is."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.evidence import without_offers
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def visits(**states):
    """A table of visits, each with a button that is called like the state it leads to."""
    built = Builder()
    built.into("row")
    for head in ("No.", "Dog", "State", "Vet"):
        built.text(head, role="columnheader")
    for number, dog in (("31", "Rex"), ("32", "Luna"), ("33", "Toby")):
        built.holder = -1
        built.into("row")
        for text in (number, dog, ({"31": "Seen", "32": "Waiting", "33": "Waiting"} | states)[number], "Dr Ray"):
            built.text(text, role="cell")
        built.add("control", "button", "Mark as Seen", selector=f"#seen-{number}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("check", "now", "met"),
    [
        ("Its state should read Seen.", {"32": "Seen"}, True),
        ("The state should be Seen.", {"32": "Seen"}, True),
        ("Su estado debe ser Seen.", {"32": "Seen"}, True),
        ("Its state should read Seen.", {"33": "Seen"}, False),
        ("Its vet should read Dr Ray.", {"32": "Seen"}, None),
        ("The vet should be Dr Ray.", {"32": "Seen"}, None),
    ],
)
def test_a_state_that_others_had_before_and_a_button_offers_is_new_in_the_entry_that_turned_to_it(check, now, met):
    pressed = Planned(Step("click", selector="#seen-32"), uses=frozenset(range(9)), ends_part=True, commits=True)
    past, page = (Tried(pressed, True, before=visits()),), visits(**now)
    situation = Situation(f"Mark visit 32 as Seen. {check}", "http://app.test/", page, visits(), past)

    assert BuiltinExaminer().examine(situation, page, ()).met is met


@pytest.mark.parametrize(
    ("asked", "button", "itself"),
    [
        ("its state should read Paid", "Mark as paid", "Luna Open"),
        ("su estado debe ser Pagado", "Marcar como pagado", "Luna Open"),
        ("its row shows the button Mark as paid", "Mark as paid", "Luna Open Mark as paid"),
        ("its row lets you mark it", "Mark as paid", "Luna Open Mark as paid"),
        ("its row says Paid", "Paid", "Luna Open Paid"),
        ("its row says Paid", "Order 7 paid", "Luna Open Order 7 paid"),
    ],
)
def test_what_a_button_offers_to_make_of_an_entry_is_not_what_it_is(asked, button, itself):
    built = Builder()
    built.into("row")
    built.text("Luna", role="cell")
    built.text("Open", role="cell")
    built.button(button)
    page = built.page()

    assert without_offers(page, page.nodes[0], read_goal(f"Pay it. {asked}").tokens) == itself
