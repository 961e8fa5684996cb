"""What is given to somebody in a list with one button beside it, the state that it comes to, and one more of a kind."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

WHO = tuple(Option("" if name == "Choose…" else name, name, name == "Choose…") for name in ("Choose…", "Ada", "Bo Ray"))


def boat(state="In dock", held="Nobody", *, options=WHO, beside=("Lend",)):
    """The page of a boat: a list of people, the buttons in a line with it, and others below."""
    built = Builder()
    built.text("Sea Star", role="heading")
    for label, said in (("State", state), ("Held by", held)):
        built.text(label)
        built.text(said)
    built.add("control", "combobox", "Sailor", label="Sailor", options=options, box=(10, 400, 100, 20), selector="#who")
    for at, name in enumerate(beside):
        built.button(name, box=(120 + 80 * at, 402, 70, 20))
    for name in ("Send to the yard", "Take back", "Retire"):
        built.button(name, box=(10, 440, 100, 20), selector=f"#{name.split()[0].lower()}")
    built.into("list")
    built.into("listitem")
    built.text("Last painted in May")
    return replace(built.page(), title="Boat")


def pressed(page, goal="Assign the Sea Star to Bo Ray"):
    past = ()
    while found := plan(page, goal, *past).steps:
        past += tuple(Tried(each, True, before=page) for each in found)
        if any(each.step.action == "click" for each in found) or len(past) > 5:
            break
    return [t.planned.target.name for t in past if t.planned.step.action == "click"]


@pytest.mark.parametrize("goal", ["Assign the Sea Star to Bo Ray", "Asigna el Sea Star a Bo Ray"])
def test_the_only_button_in_a_line_with_a_list_takes_what_was_chosen(goal):
    assert pressed(boat(), goal) == ["Lend"]


@pytest.mark.parametrize(
    "page",
    [
        boat(beside=("Lend", "Remind")),
        boat(beside=("Clear",)),
        boat(beside=()),
        boat(options=tuple(replace(o, value=o.label) for o in WHO)),
    ],
)
def test_nothing_is_pressed_that_may_be_for_something_else(page):
    assert pressed(page) == []


def shown(goal, now):
    """What is made of the goal where that was chosen and sent."""
    before = boat()
    chosen = Planned(Step("selectOption", selector="#who", value="Bo Ray"), uses=frozenset(range(9)), ends_part=True)
    sent = Planned(Step("click", selector="#n6"), part=1, commits=True, ends_part=True)
    return examined(goal, before, now, *(Tried(each, True, before=before) for each in (chosen, sent)))


@pytest.mark.parametrize(
    "check",
    ["Afterwards the boat should be In use.", "It should now be In use.", "Después debe quedar In use."],
)
def test_a_state_in_words_of_little_content_is_to_be_seen(check):
    goal = f"Assign the Sea Star to Bo Ray. {check}"

    assert shown(goal, boat("In use", "Bo Ray")).met is True
    assert shown(goal, boat("In dock", "Bo Ray")).met is not True
    assert shown(goal, boat("In use")).met is not True


@pytest.mark.parametrize(
    "check",
    [
        "The boat should be In repair.",
        "It should now be on hold.",
        "The boat should be on hold now.",
        "Its state should be In dock.",
        "It must be in use by Ada.",
    ],
)
def test_a_state_is_no_other_that_shares_a_word_with_it_or_a_button(check):
    now = boat("In use", "Bo Ray", beside=("Send to repair",))

    assert shown(f"Assign the Sea Star to Bo Ray. {check}", now).met is not True


def drivers(*names):
    built = Builder()
    built.text("Drivers", role="heading")
    built.link("New driver")
    for name in names:
        built.out()
        built.into("row")
        built.text(name, role="cell")
    return built.page()


def made(goal):
    before, now = drivers("Ines Oda"), drivers("Ines Oda", "Bo Ray")
    form = Builder()
    form.text("New driver", role="heading")
    form.into("form")
    form.field("Name", selector="#name")
    form.button("Save driver", selector="#save")
    past = ()
    for page in (before, form.page(), form.page()):
        steps = plan(page, goal, *past).steps
        past += tuple(Tried(each, True, before=page) for each in steps)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), now, ())


@pytest.mark.parametrize(
    "goal",
    [
        "Add another driver called Bo Ray",
        "Add one more driver named Bo Ray",
        "Register an additional driver called Bo Ray",
        "Añade otro driver llamado Bo Ray",
        "Añade un driver más llamado Bo Ray",
    ],
)
def test_that_there_are_others_is_no_property_of_what_is_made(goal):
    assert made(goal).met is True


def test_a_property_that_nothing_has_taken_is_missed():
    assert "night" in made("Add another night driver called Bo Ray").unused
