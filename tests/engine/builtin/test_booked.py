"""What is booked for somebody: where its form is, what goes into it, and what the page says of it then."""

import pytest
from engine.builtin.test_out_of_the_way import met, tried
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried

HELD = (("Ada", "09:00 · Mr Lund"), ("Bo", "11:00 · Mr Ray"))


def sessions(*held, dialog=False, alert="", status=""):
    """Sessions as cards that begin with a heading, and the form for one more."""
    built = Builder()
    built.link("Members")
    built.button("Book session", selector="#book")
    built.text("Sessions", role="heading")
    grid = built.add("holder", "", "grid")
    for member, told in held:
        built.into("item", parent=grid)
        built.text(member, role="heading")
        for text in (told, "Booked"):
            built.text(text)
        built.button("Attended")
    built.out()
    if dialog:
        built.into("dialog", "Book session")
        built.select("Member", "Choose", "Ada", "Bo", "Cleo")
        built.select("Coach", "Choose", "Mr Lund", "Mr Ray")
        built.field("Time", type="time", selector="#time")
        built.add("control", "textbox", "Purpose", label="Purpose", tag="textarea", selector="#purpose")
        built.add("text", "alert", text=alert)
        built.button("Book", selector="#send")
        built.out()
    if status:
        built.into("status")
        built.text(status)
    return built.page()


def filled(goal):
    """What is chosen and typed for a goal, by the name of the field."""
    before, form = sessions(*HELD), sessions(*HELD, dialog=True)
    [opens] = plan(before, goal).steps
    past, found = [Tried(opens, True, before=before)], {}
    while len(past) < 12 and (new := [p for p in plan(form, goal, *past).steps if p.step.action != "click"]):
        found |= {p.target.name: p.step.value for p in new}
        past += [Tried(p, True, before=form) for p in new]
    return found


@pytest.mark.parametrize("member", ["Bo", "Cleo"])
def test_who_has_a_card_already_is_chosen_in_the_form_as_well(member):
    assert filled(f"Book {member} in with Mr Ray at 10:00") == {"Member": member, "Coach": "Mr Ray", "Time": "10:00"}


@pytest.mark.parametrize(
    ("told", "purpose"),
    [
        ("for a first lesson", "first lesson"),
        ("for back pain, please", "back pain"),
        ('for "Knee, left"', "Knee, left"),
        ("", None),
        ("for Cleo", None),
    ],
)
def test_what_something_is_done_for_goes_into_the_field_for_that(told, purpose):
    assert filled(f"Book Bo in with Mr Ray at 10:00 {told}").get("Purpose") == purpose


@pytest.mark.parametrize("goal", ["Book Bo in with Mr Ray at 10:00", "Book Cleo with Mr Ray at 10:00"])
def test_what_is_booked_is_looked_for_where_such_things_are(goal):
    built = Builder()
    built.into("navigation")
    for name in ("Members", "Sessions", "Prices"):
        built.link(name)
    built.out()
    built.text("Members", role="heading")
    for name in ("Ada", "Bo"):
        built.into("row")
        built.link(name)
        built.out()
    built.button("Next")

    assert [p.target.name for p in plan(built.page(), goal).steps] == ["Sessions"]


NEW = ("Bo", "10:00 · Mr Ray")


def booked(goal, now, again):
    before, form = sessions(*HELD), sessions(*HELD, dialog=True)
    member, coach = (next(n.selector for n in form.nodes if n.name == name) for name in ("Member", "Coach"))
    past = (
        tried("click", "#book", before, 0),
        tried("selectOption", member, form, 0, value="Bo"),
        tried("selectOption", coach, form, 0, value="Mr Ray"),
        tried("fill", "#time", form, 0, value="10:00"),
        tried("click", "#send", form, 1, commits=True, ends_part=True),
    )
    return met(goal, before, now, *past, again=again)


def test_a_new_card_does_not_stand_under_the_heading_of_the_one_before():
    goal, now = "Book Bo in with Mr Ray at 10:00 and check that it is listed", sessions(*HELD[:1], NEW)
    wrong = sessions(*HELD, ("Ada", "10:00 · Mr Ray"))

    assert booked(goal, now, now) is True
    assert booked(goal, wrong, wrong) is not True


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("We expect the message that Mr Ray is already booked", True),
        ("Check for a message saying Mr Ray is already booked", True),
        ("We expect the message that Mr Lund is already booked", False),
        ("We expect the message that Mr Ray is already booked up", False),
    ],
)
def test_the_message_that_is_told_may_be_the_beginning_of_the_refusal(check, expected):
    goal, complains = f"Try to book Bo with Mr Ray at 10:00. {check}", "Mr Ray is already booked at that time."
    refused = sessions(*HELD, dialog=True, alert=complains)

    assert (booked(goal, refused, None) is True) is expected
    assert booked(goal, sessions(*HELD, NEW), sessions(*HELD, NEW)) is not True


def test_an_entry_is_no_message():
    goal = "Book Bo in with Mr Ray at 10:00 and check for the message that Mr Ray is booked"
    listed = sessions(*HELD, NEW)

    assert booked(goal, listed, listed) is not True
    assert booked(goal, sessions(*HELD, NEW, status="Mr Ray is booked."), listed) is True


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("the session appears among the booked ones", True),
        ("the session appears among the cancelled ones", False),
        ("it is listed among the attended ones", False),
    ],
)
def test_what_is_among_those_of_a_kind_says_so_itself(check, expected):
    goal, now = f"Book Bo in with Mr Ray at 10:00 and make sure {check}", sessions(*HELD, NEW, status="Cancelled (1)")

    assert (booked(goal, now, now) is True) is expected
