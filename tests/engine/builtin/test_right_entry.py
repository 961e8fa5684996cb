"""What was changed is the entry that was meant, and nothing else of it: by its code, its name and its other columns."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

HEADS = ("Code", "Owner", "Bay", "State")
KEPT = {"B-1": ("Ada Ray", "4", "Afloat"), "B-2": ("Bo Lind", "7", "Docked"), "B-3": ("Cy Orr", "9", "Afloat")}


def berths(**rows):
    """A table of berths with a button in each row; names of rows are given as B_1."""
    built = Builder()
    built.into("table")
    holder = built.holder
    built.into("row")
    for at, head in enumerate(HEADS):
        built.add("text", "columnheader", text=head, box=(200 * at, 10, 100, 20))
    for number, (code, cells) in enumerate((KEPT | {k.replace("_", "-"): v for k, v in rows.items()}).items(), 2):
        built.holder = holder
        built.into("row")
        for at, said in enumerate((code, *cells)):
            built.add("text", "cell", text=said, box=(200 * at, 40 * number, 100, 20))
        built.button("Edit", selector=f"#edit-{code}")
    return built.page()


def form(owner, bay, state):
    built = Builder()
    built.into("dialog", "Edit berth", modal=True)
    built.field("Owner", value=owner, selector="#owner")
    built.field("Bay", value=bay, type="number", selector="#bay")
    options = tuple(Option(each, each, each == state) for each in ("Afloat", "Docked"))
    built.add("control", "combobox", "State", label="State", options=options, value=state, selector="#state")
    built.button("Save berth", selector="#save")
    return built.page()


def edited(goal, now, part=0):
    """What is made of a goal that opens B-2 and sets its bay to 8; `part` is where it says so."""
    steps = [
        Planned(Step("click", selector="#edit-B-2"), part=0, target=Target("button", "Edit", "#edit-B-2")),
        Planned(Step("fill", selector="#bay", value="8"), part=part, ends_part=True),
        Planned(Step("click", selector="#save"), part=part + 1, commits=True, ends_part=True),
    ]
    steps = [Planned(p.step, uses=frozenset(range(30)), part=p.part, commits=p.commits, ends_part=p.ends_part,
                     target=p.target) for p in steps]  # fmt: skip
    before = (berths(), form("Bo Lind", "7", "Docked"), form("Bo Lind", "8", "Docked"))
    past = tuple(Tried(step, True, before=page) for step, page in zip(steps, before, strict=True))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, berths(), past), now, ())


STEPS = "Press Edit in the row of B-2, type 8 as the bay and press Save berth. The table shows the bay 8."
EDIT = "Change the bay of B-2 to 8 and check that the table shows the bay 8."


@pytest.mark.parametrize(("goal", "part"), [(EDIT, 0), (STEPS, 1)])
@pytest.mark.parametrize(
    ("rows", "met"),
    [
        ({"B_2": ("Bo Lind", "8", "Docked")}, True),
        ({"B_3": ("Cy Orr", "8", "Afloat")}, False),
        ({"B_3": ("Bo Lind", "8", "Docked")}, False),
        ({"B_2": ("Bo Lind", "8", "Afloat")}, False),
        ({"B_2": ("Bo Lind", "8", "Docked"), "B_4": ("Bo Lind", "8", "Docked")}, False),
    ],
)
def test_the_entry_that_was_opened_is_the_one_that_has_to_change(goal, part, rows, met):
    assert edited(goal, berths(**rows), part).met is met


@pytest.mark.parametrize(
    ("said", "met"), [("B-2 Bo Lind, Mechanic: Ada Ray", True), ("B-3 Cy Orr, Mechanic: Ada Ray", False)]
)
def test_what_is_given_to_one_thing_is_not_found_in_another(said, met):
    def cards(*texts):
        built = Builder()
        for text in texts:
            built.holder = -1
            built.into("listitem")
            built.text(text)
        return built.page()

    own = Builder()
    own.select("Mechanic", "Nobody", "Ada Ray")
    own.button("Save changes")
    steps = [
        Planned(Step("click", selector="#b2"), explores=True),
        Planned(Step("selectOption", selector="#n0", value="Ada Ray"), uses=frozenset(range(20))),
        Planned(Step("click", selector="#n1"), uses=frozenset(range(20)), part=1, commits=True, ends_part=True),
    ]
    first = cards("B-2 Bo Lind", "B-3 Cy Orr")
    past = tuple(Tried(s, True, before=p) for s, p in zip(steps, (first, own.page(), own.page()), strict=True))
    now = cards(
        *(said if said.startswith(code) else f"{code} {who}" for code, who in (("B-2", "Bo Lind"), ("B-3", "Cy Orr")))
    )
    goal = "Assign B-2 to Ada Ray and check that it is shown"

    assert (
        BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, first, past), now, ()).met is True
    ) is met


def test_a_code_that_two_entries_share_tells_none_of_them():
    def cars(state):
        built = Builder()
        for plate, who, now in (("MX21 HJD", "Ada Ray", "Active"), ("MX21 HJF", "Bo Lind", state)):
            built.holder = -1
            built.into("row")
            for text in (plate, who, now):
                built.text(text, role="cell")
            built.button("Edit", selector=f"#{plate[-3:]}")
        return built.page()

    dialog = Builder()
    dialog.select("State", "Active", "Sold")
    dialog.button("Save car")
    words = frozenset(range(30))
    steps = [
        Planned(Step("click", selector="#HJF"), uses=words, target=Target("button", "Edit", "#HJF")),
        Planned(Step("selectOption", selector="#n0", value="Sold"), uses=words, ends_part=True),
        Planned(Step("click", selector="#n1"), uses=words, part=1, commits=True, ends_part=True),
    ]
    pages = (cars("Active"), dialog.page(), dialog.page())
    past = tuple(Tried(s, True, before=p) for s, p in zip(steps, pages, strict=True))
    goal = "Change the state of MX21 HJF to Sold and check that the list says Sold"
    now = cars("Sold")

    assert BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, pages[0], past), now, ()).met is True


def test_an_entry_that_was_not_opened_is_still_the_one_to_change():
    """`Print B-9` opens a window of its own and nothing here, and B-2 has the 7 that B-9 is said to have."""
    goal = "Change the bay of B-9 from 7 to 8."
    uses = frozenset(t.number for t in read_goal(goal).tokens if t.norm == "b-9")
    printed = Planned(Step("click", selector="#print"), uses=uses, part=0, explores=True)

    assert not steps(plan(berths(), goal, Tried(printed, True, before=berths())))
