"""What a change leaves as it was is looked for in its own entry, and what its form holds in the form."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def tools(hammer=("T-1", "Hammer", "4 €", "Shed"), saw=("T-2", "Saw", "9 €", "Attic")):
    """A table with a column for each word, and a badge for a place instead of a cell."""
    built = Builder()
    for row, cells in enumerate((("Code", "Tool", "Price", "Place"), hammer, saw)):
        built.holder = -1
        built.into("row")
        for column, text in enumerate(cells):
            role = "columnheader" if not row else "" if column == 3 else "cell"
            built.add("text", role, text=text, box=(100 * column, 30 * row, 90, 20))
        if row:
            built.add("control", "button", "Edit", selector=f"#edit-{cells[0]}")
    built.out()
    return built.page()


def form(held=""):
    built = Builder()
    built.into("form")
    built.field("Remark", selector="#remark", value=held)
    built.button("Save")
    return built.page()


def edited(goal, again, held):
    """What is made of a goal that writes a remark which the table does not show."""
    opened = Planned(Step("click", selector="#edit-T-1"), uses=frozenset(range(40)), part=0,
                     target=Target("button", "Edit", "#edit-T-1"))  # fmt: skip
    typed = Planned(Step("fill", selector="#remark", value="Rusty"), part=1, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=2, commits=True, ends_part=True)
    past = (Tried(opened, True, before=tools()), Tried(typed, True, before=form()), Tried(saved, True, before=form()))
    now = replace(again, url="http://app.test/")
    situation = Situation(goal, "http://app.test/", now, tools(), past, inside=form(held))
    examiner = BuiltinExaminer()
    assert examiner.way_inside(replace(situation, inside=None), again) is not None
    return examiner.examine(situation, again, ())


@pytest.mark.parametrize(
    ("told", "met"),
    [
        ("The price must stay 4 €.", True),
        ("The price has to remain 4 €.", True),
        ("El precio tiene que seguir siendo 4 €.", True),
        ("El lugar debe seguir siendo Shed.", False),
        ("The place must still be Shed.", True),
        ("The place must still be Attic.", False),
        ("The price must stay 9 €.", False),
    ],
)
def test_what_stays_as_it_was_is_read_in_the_columns_of_the_entry_that_was_changed(told, met):
    goal = f'Edit the tool T-1: set the remark to "Rusty" and save. {told}'

    assert edited(goal, tools(), "Rusty").met is met


def test_what_a_form_was_filled_in_with_is_looked_for_in_it_again():
    goal = 'Edit the tool T-1: set the remark to "Rusty" and save. The price must stay 4 €.'

    assert edited(goal, tools(), "Rusty").met is True
    assert edited(goal, tools(), "").met is not True


def listed(*visits, url):
    """One page of a list of visits, and the way to the other one."""
    built = Builder()
    built.text("Visits", role="heading")
    for who, day, state in visits:
        built.holder = -1
        built.into("row")
        for text in (who, day, state):
            built.text(text, role="cell")
        built.add("control", "button", "Edit", selector=f"#edit-{day}")
    built.out()
    built.link("Next" if url.endswith("1") else "Previous")
    return replace(built.page(), url=url)


FIRST, SECOND = "http://app.test/visits?page=1", "http://app.test/visits?page=2"
TWO = "Ada Ray has two visits. Set the one of 5 May 2026 to Held; the one of 3 May 2026 is still Open"


def held(state="Held", other="Open"):
    old = listed(("Ada Ray", "2026-05-05", "Open"), ("Bo Lind", "2026-05-06", "Open"), url=FIRST)
    new = listed(("Ada Ray", "2026-05-05", "Held"), ("Bo Lind", "2026-05-06", "Open"), url=FIRST)
    again = listed(("Ada Ray", "2026-05-05", state), ("Bo Lind", "2026-05-06", "Open"), url=FIRST)
    beside = listed(("Ada Ray", "2026-05-03", other), url=SECOND)
    looked = Planned(Step("click", selector="#next"), part=0, explores=True)
    back = Planned(Step("click", selector="#previous"), part=0, explores=True)
    opened = Planned(Step("click", selector="#edit-2026-05-05"), uses=frozenset(range(40)), part=0)
    chosen = Planned(Step("selectOption", selector="#state", value="Held"), part=0, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = tuple(
        Tried(planned, True, before=page)
        for planned, page in (
            (looked, old),
            (back, replace(beside, url=SECOND)),
            (opened, old),
            (chosen, form()),
            (saved, form()),
        )
    )
    return past, new, again, beside


def test_an_entry_that_was_seen_on_another_page_is_looked_for_there():
    past, new, _, _ = held()

    drafted = BuiltinPlanner().plan(Situation(TWO, FIRST, new, past[0].before, past, 6))

    assert [(p.target.name, p.explores) for p in drafted.steps] == [("Next", True)]


@pytest.mark.parametrize(
    ("state", "other", "met"), [("Held", "Open", True), ("Open", "Open", False), ("Held", "Held", False)]
)
def test_what_was_changed_is_judged_on_the_page_that_was_left_to_look_for_another(state, other, met):
    past, new, again, beside = held(state, other)
    turned = Planned(Step("click", selector="#next"), part=2, explores=True)
    situation = Situation(TWO, FIRST, beside, past[0].before, (*past, Tried(turned, True, before=new)))

    assert BuiltinExaminer().pages_left(situation) == (FIRST,)
    assert BuiltinExaminer().examine(replace(situation, revisited=(again,)), beside, ()).met is met


def bookings(*left):
    built = Builder()
    built.text("Bookings", role="heading")
    for code, who, state in left:
        built.holder = -1
        built.into("row")
        for text in (code, who, state):
            built.text(text, role="cell")
        built.add("control", "button", "Delete", selector=f"#delete-{code}")
    return built.page()


OPEN, HELD, ALIEN = ("B-1", "Ada Ray", "Open"), ("B-2", "Ada Ray", "Held"), ("B-3", "Bo Lind", "Paid")


@pytest.mark.parametrize(
    ("check", "left", "met"),
    [
        ("The other booking of Ada Ray must still be listed", (HELD, ALIEN), True),
        ("The other booking of that guest must stay in the list", (HELD, ALIEN), True),
        ("The other one must still be Held", (HELD, ALIEN), True),
        ("The other one must still be Paid", (HELD, ALIEN), None),
        ("La otra debe seguir en la lista", (HELD, ALIEN), True),
        ("The other booking of Ada Ray must still be listed", (ALIEN,), False),
        ("The other booking of that guest must stay in the list", (("B-2", "Ada Ray", "Gone"), ALIEN), None),
        ("The other rooms must stay in the list", (HELD, ALIEN), False),
        ("The other booking of Ada Ray, the held one, must still be listed", (HELD, ALIEN), True),
        ("The other booking of Ada Ray, the paid one, must still be listed", (HELD, ALIEN), None),
        ("La otra de Ada Ray, la Held, tiene que seguir en la lista", (HELD, ALIEN), True),
        ("It must still be in the list", (HELD, ALIEN), False),
        ("La de Held sigue en la lista", (HELD, ALIEN), True),
        ("La de Held sigue en la lista", (ALIEN, ("B-9", "Cy", "Held")), False),
        ("Tiene que seguir en la lista", (HELD, ALIEN), False),
    ],
)
def test_the_other_one_is_that_which_says_whose_it_is_and_was_not_deleted(check, left, met):
    before, now = bookings(OPEN, HELD, ALIEN), bookings(*left)
    pressed = Planned(Step("click", selector="#delete-B-1"), uses=frozenset(range(9)), part=0, commits=True,
                      ends_part=True, target=Target("button", "Delete", "#delete-B-1"))  # fmt: skip
    goal = f"Delete the open booking of Ada Ray. {check}"
    situation = Situation(goal, "http://app.test/", now, before, (Tried(pressed, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is met


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("Delete the order of 25 reams of paper", True),
        ("Borra el pedido de 25 resmas de paper", True),
        ("Delete the order of 25 reams", None),
        ("Delete the order of 25 reams of vellum", None),
    ],
)
def test_what_is_counted_is_told_by_how_many_and_of_what(goal, met):
    before, now = bookings(("O-1", "Paper", "25"), ("O-2", "Paper", "20")), bookings(("O-2", "Paper", "20"))
    known = ("order", "pedido", "25", "paper")
    uses = frozenset(t.number for p in read_goal(goal).parts for t in p.words if t.norm in known)
    pressed = Planned(Step("click", selector="#delete-O-1"), uses=uses, part=0, commits=True,
                      ends_part=True, target=Target("button", "Delete", "#delete-O-1"))  # fmt: skip
    situation = Situation(goal, "http://app.test/", now, before, (Tried(pressed, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is met
