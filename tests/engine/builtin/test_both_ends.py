"""What goes from one thing to another: each end in its list, and both entries held to what is told of each."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.apiece import each_told
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def barns(held=(("Barn 1", "1,450"), ("Barn 2", "620"), ("Barn 3", "0")), ends=("Source", "Destination"), unit="Bales"):
    built = Builder()
    for at, head in enumerate(("Barn", unit, "Room for")):
        built.add("text", "columnheader", text=head, box=(10 + 200 * at, 10, 150, 20))
    for row, (barn, bales) in enumerate(held):
        built.holder = -1
        built.into("row")
        for at, text in enumerate((barn, bales, "1,200" if barn == "Barn 3" else "2,000")):
            built.add("text", "cell", text=text, box=(10 + 200 * at, 50 + 40 * row, 150, 20))
    built.out()
    built.text("Transfer", role="heading")
    built.into("form")
    for end in ends:
        built.select(end, "Choose", *(barn for barn, _ in held))
    built.field(unit, tag="input", selector="#bales")
    built.button("Make transfer", selector="#make")
    built.out()
    return built.page()


@pytest.mark.parametrize("ends", [("Source", "Destination"), ("Origen", "Destino"), ("From", "To")])
@pytest.mark.parametrize(
    "goal",
    [
        "Make a transfer of 250 bales from Barn 1 to Barn 3",
        "Make a transfer of 250 bales to Barn 3 from Barn 1",
        "Haz un transfer de 250 bales del Barn 1 al Barn 3",
        "Haz un transfer de 250 bales desde el Barn 1 hasta el Barn 3",
    ],
)
def test_each_end_goes_into_the_list_that_is_called_so(goal, ends):
    chosen = [value for _, _, value in steps(plan(barns(ends=ends), goal))]

    assert chosen == ["Barn 1", "Barn 3", "250"]


def test_lists_that_are_no_ends_are_left_to_the_rest():
    chosen = steps(plan(barns(ends=("Farm", "Field")), "Make a transfer of 250 bales from Barn 1 to Barn 3"))

    assert not any(action == "selectOption" for action, _, _ in chosen)


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Barn 1 should hold 1,450 bales and Barn 2 620", True),
        ("Barn 1 should be left with 1,450 and Barn 2 with 620", True),
        ("el 1 debe quedar con 1,450 bales y el 2 con 620", True),
        ("Barn 1 should hold 620 bales and Barn 2 1,450", False),
        ("Barn 1 should hold 1,450 bales and Barn 2 2,000", False),
        ("Barn 1 should hold 1,450 and Barn 3 1,200", False),
        ("Barn 1 should hold 1,450 bales and Barn 9 620", None),
        ("Barn 1 should hold 1,450 bales", None),
        ("Barn 1 should hold 1,450 bales and be open", None),
    ],
)
def test_several_entries_are_each_held_to_their_own_number(check, met):
    part = goal_of(f"Make a transfer. At the end {check}.").parts[-1]
    found = each_told(part, barns())

    assert (found.met if found else None) is met


def moved(*held):
    """What a run comes to that has moved 250 from the first barn to the third."""
    first, last, every = barns(), barns(tuple(held)), frozenset(range(12))
    form = {n.label: n.selector for n in first.controls}
    does = (
        Step("selectOption", selector=form["Source"], value="Barn 1"),
        Step("selectOption", selector=form["Destination"], value="Barn 3"),
        Step("fill", selector="#bales", value="250"),
    )
    past = [Tried(Planned(step, uses=every, ends_part=step is does[-1]), True, before=first) for step in does]
    past.append(
        Tried(Planned(Step("click", selector="#make"), part=1, commits=True, ends_part=True), True, before=first)
    )
    goal = "Make a transfer of 250 bales from Barn 1 to Barn 3"
    return BuiltinExaminer().examine(Situation(goal, first.url, last, first, tuple(past)), last, ()).met


def test_two_entries_that_have_changed_are_no_two_new_ones():
    assert moved(("Barn 1", "1,200"), ("Barn 2", "620"), ("Barn 3", "250")) is True


def test_a_transfer_that_never_arrives_is_none():
    assert moved(("Barn 1", "1,200"), ("Barn 2", "620"), ("Barn 3", "0")) is not True
