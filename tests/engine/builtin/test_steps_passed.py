"""Forms of several pages: what is not wanted stays unticked, and what a page showed that was passed."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

BOXES = ("Parking", "Email updates", "Start with a 14-day trial")


def room(*ticked):
    built = Builder()
    built.text("New room", role="heading")
    built.into("form")
    built.field("Name")
    for name in BOXES:
        of = {"label": name, "tag": "input", "type": "checkbox", "selector": f"#{name.split()[0].lower()}"}
        built.add("control", "checkbox", name, checked=name in ticked, **of)
    built.button("Create room", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("told", "ticks", "unticks"),
    [
        ("no parking", [], ["#parking"]),
        ("no email updates and with parking", ["#parking"], ["#email"]),
        ("with parking and no trial", ["#parking"], ["#start"]),
        ("not by email", [], ["#email"]),
        ("no trial, parking", ["#parking"], ["#start"]),
    ],
)
def test_what_is_not_wanted_is_not_ticked(told, ticks, unticks):
    goal = f"Create a room: name Oslo, {told}"

    def turned(page, action):
        return [selector for done, selector, _ in steps(plan(page, goal)) if done == action]

    assert (turned(room(), "check"), turned(room(), "uncheck")) == (ticks, [])
    assert turned(room(*BOXES), "uncheck") == unticks


def page(heading, *texts):
    built = Builder()
    built.text(heading, role="heading")
    for text in texts:
        built.text(text)
    built.field("Name", selector="#name")
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("The review step should show a total of €90.00", True),
        ("The review step should show a total of €95.00", False),
        ("On the review page the total should be €90.00", True),
        ("The name step should show a total of €90.00", False),
        ("El paso de review debe mostrar €90.00", True),
    ],
)
def test_a_page_that_was_passed_is_looked_at_as_it_was(check, met):
    goal = f"Create a room called Oslo. {check}"
    begun, review, done = page("Step 1: Name"), page("Step 2: Review", "Total: €90.00"), page("Rooms", "Oslo", "€95.00")
    words = frozenset(t.number for t in read_goal(goal).tokens[:5])
    past = (
        Tried(Planned(Step("fill", selector="#name", value="Oslo"), uses=words), True, before=begun),
        Tried(Planned(Step("click", selector="#next"), uses=words, ends_part=True), True, before=begun),
        Tried(Planned(Step("click", selector="#create"), part=1, commits=True, ends_part=True), True, before=review),
    )

    assert (examined(goal, begun, done, *past).met is True) is met


def diner():
    built = Builder()
    built.text("New guest", role="heading")
    built.into("form")
    built.select("Meal", "No preference", "Vegan", "Fish")
    built.select("Tour", "No tour", "Old town", "Harbour")
    built.button("Add guest", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("told", "meal", "tour"),
    [
        ("with a vegan meal, no tour", "Vegan", "No tour"),
        ("with a vegan meal and no tour", "Vegan", "No tour"),
        ("with the meal fish, no tour", "Fish", "No tour"),
        ("with a fish meal and the Harbour tour", "Fish", "Harbour"),
    ],
)
def test_what_denies_the_next_field_says_nothing_of_the_one_before(told, meal, tour):
    chosen = [value for action, _, value in steps(plan(diner(), f"Add a guest {told}")) if action == "selectOption"]

    assert sorted(chosen) == sorted([meal, tour])


def guests(*names, page=1):
    built = Builder()
    built.text("Guests", role="heading")
    built.text(f"Page {page}")
    for name in names:
        built.holder = -1
        built.into("article")
        built.text(name)
        built.button("Edit")
    built.out()
    built.button("Next", selector="#next", disabled=page > 1)
    return built.page()


@pytest.mark.parametrize(
    "check",
    [
        "She should then be findable in the guest list.",
        "It should be possible to find her in the list.",
        "Bo Ray should appear in the list.",
        "Tiene que ser localizable en la lista.",
        "Se la debe poder encontrar en la lista.",
    ],
)
def test_what_was_made_is_looked_for_on_the_further_pages_of_its_list(check):
    goal = f"Add the guest Bo Ray. {check}"
    number = next(p.number for p in read_goal(goal).parts if p.verb == "expect")
    first = guests("Ada", "Max")
    added = Planned(Step("click", selector="#add"), part=number - 1, commits=True, ends_part=True)
    typed = Planned(Step("fill", selector="#name", value="Bo Ray"))
    past = (Tried(typed, True, before=first), Tried(added, True, before=first))
    found, missed = guests("Bo Ray", page=2), guests("Bo Diaz", page=2)

    assert steps(plan(first, goal, *past)) == [("click", "#next", None)]
    assert steps(plan(found, goal, *past)) == []
    assert examined(goal, guests("Ada"), found, *past).met is True
    assert examined(goal, guests("Ada"), missed, *past).met is not True


def test_a_notice_is_looked_for_on_no_further_page():
    goal = "Add the guest Bo Ray. A notice should appear."
    first = guests("Ada", "Max")
    past = (
        Tried(Planned(Step("fill", selector="#name", value="Bo Ray")), True, before=first),
        Tried(Planned(Step("click", selector="#add"), part=1, commits=True, ends_part=True), True, before=first),
    )

    assert steps(plan(first, goal, *past)) == []


def wizard(step, *fields, button="Next"):
    built = Builder()
    built.text("New guest", role="heading")
    built.text(f"Step {step}")
    built.link("Home")
    built.into("form")
    for name in fields:
        built.field(name, selector=f"#{name.lower()}")
    if step == 2:
        built.select("Meal", "Fish", "Vegan")
    if step > 1:
        built.button("Back", type="button")
    built.button(button, selector="#on")
    return built.page()


def test_a_page_of_a_form_that_needs_nothing_is_passed():
    goal = "Add another guest called Bo Ray using the address bo@ray.test"
    opened = Tried(Planned(Step("click", selector="#open")), True, before=Builder().page())
    past = [opened]
    for page in (wizard(1, "Name", "Email"), wizard(2), wizard(3, button="Confirm guest")):
        before = len(past)
        while len(past) == before or past[-1].planned.step.selector != "#on":
            draft = plan(page, goal, *past)
            assert draft.steps, draft.unsure
            past += [Tried(planned, True, before=page) for planned in draft.steps]

    filled = {t.planned.step.selector: t.planned.step.value for t in past if t.planned.step.action == "fill"}
    assert filled == {"#name": "Bo Ray", "#email": "bo@ray.test"}
