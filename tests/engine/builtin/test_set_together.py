"""Several settings of one form are changed at once, an amount may be written otherwise, and what is left is listed."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.deeds import holds_value
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.page import Node
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def settings(send="Save settings"):
    built = Builder()
    built.text("Ferry settings", role="heading")
    built.into("form")
    built.field("Fare", tag="input", selector="#fare", value="3")
    built.field("Last crossing", tag="input", type="time", selector="#last", value="20:00")
    built.select("Season", "Summer", "Winter")
    built.button(send, selector="#send")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "values"),
    [
        ("Change the fare to 4,50 and the season to Winter and save", ["4,50", "Winter"]),
        ("Change the fare to 4,50 and the last crossing to 21:30 in the ferry settings", ["4,50", "21:30"]),
        ("Cambia el fare a 4,50 y la season a Winter y guarda", ["4,50", "Winter"]),
    ],
)
def test_what_one_form_has_is_changed_at_once(goal, values):
    set_so = [value for action, _, value in steps(plan(settings(), goal)) if action in ("fill", "selectOption")]

    assert set_so == values


def test_what_the_form_does_not_have_leaves_it_alone():
    changed = steps(plan(settings(), "Change the fare to 4,50 and the harbour to Bergen and save"))

    assert not any(action == "fill" for action, _, _ in changed)


def test_a_form_that_makes_something_new_changes_nothing():
    changed = steps(plan(settings("Add ferry"), "Change the fare to 4,50 and the season to Winter"))

    assert not any(action in ("fill", "selectOption") for action, _, _ in changed)


@pytest.mark.parametrize(
    ("given", "shown", "so"),
    [
        ("0.90", "0,9", True),
        ("0,90", "0.9", True),
        ("5,00", "5", True),
        ("Oak", "oak", True),
        ("0,90", "0,09", False),
        ("0,90", "9", False),
        ("007", "7", False),
        ("1.250", "1,25", False),
    ],
)
def test_an_amount_is_kept_however_it_is_written(given, shown, so):
    node = Node(0, -1, "control", "textbox", tag="input", value=shown, selector="#n")

    assert holds_value(node, given.casefold()) is so


@pytest.mark.parametrize(
    ("told", "verbs"),
    [
        ("verifica que después de recargar siguen activados", ["check", "save", "expect"]),
        ("comprueba que tras recargar la página siguen activados", ["check", "save", "expect"]),
        ("después recarga la página", ["check", "reload"]),
    ],
)
def test_when_a_check_is_made_is_no_order_within_it(told, verbs):
    assert [part.verb for part in goal_of(f"Activa los avisos de Ada y {told}").parts] == verbs


def berths(*codes):
    built = Builder()
    built.text("Berths", role="heading")
    for code in codes:
        built.holder = -1
        built.into("row")
        built.text(code, role="cell")
        built.text("Free", role="cell")
        built.button("Drop", selector=f"#drop-{code}")
    built.out()
    return built.page()


@pytest.mark.parametrize("check", ["The berth must still be in the list", "El berth debe seguir en la lista"])
@pytest.mark.parametrize(("left", "met"), [(("K-1", "K-2", "K-3"), True), (("K-1", "K-3"), False)])
def test_the_heading_of_a_list_does_not_show_that_the_entry_is_still_in_it(check, left, met):
    goal, first = f'Press Drop for K-2, then press "Back". {check}.', berths("K-1", "K-2", "K-3")
    asked = replace(first, nodes=(*first.nodes, Node(99, -1, "control", "button", name="Back", selector="#back")))
    past = (
        Tried(
            Planned(
                Step("click", selector="#drop-K-2"), uses=frozenset(range(5)), ends_part=True,
                target=Target("button", "Drop", "#drop-K-2"),
            ),
            True,
            before=first,
        ),
        Tried(
            Planned(Step("click", selector="#back"), part=1, uses=frozenset(range(9)), ends_part=True),
            True,
            before=asked,
        ),
    )  # fmt: skip
    now = berths(*left)

    assert (BuiltinExaminer().examine(Situation(goal, first.url, now, first, past), now, ()).met is True) is met
