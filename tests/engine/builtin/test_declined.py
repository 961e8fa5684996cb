"""A deletion that the goal begins and declines: `delete the berth B-4, but choose Keep berth`."""

import pytest
from engine.builtin.test_out_of_the_way import met, tried
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Tried


def berths(*codes, asks=False):
    built = Builder()
    built.text("Berths", role="heading")
    for code in codes:
        built.out()
        built.into("row")
        built.text(code, role="cell")
        built.text("berth at the north quay", role="cell")
        built.button(f"Delete {code}", selector=f"#{code}")
    built.out()
    if asks:
        built.into("dialog", modal=True)
        built.text("Delete this berth?")
        built.button("Delete berth", selector="#sure")
        built.button("Keep berth", selector="#keep")
        built.out()
    return built.page()


def answered(goal):
    first = berths("B-4", "B-5")
    [begun] = plan(first, goal).steps
    pressed = Tried(begun, True, before=first)
    return [selector for _, selector, _ in steps(plan(berths("B-4", "B-5", asks=True), goal, pressed))]


DECLINED = [
    "Delete the berth B-4, but choose Keep berth. B-4 must still be listed.",
    "Start deleting the berth B-4 and press Keep berth. B-4 is still listed.",
    'Delete B-4 and click "Keep berth" in the dialog. B-4 is still there.',
    "Borra B-4 pero elige Keep berth. B-4 debe seguir en la lista.",
    'Start deleting B-4, but when it asks for confirmation choose "Keep berth". Check the berth is still there.',
    "Delete the berth B-4 and in the dialog press Keep berth. The berth is still there.",
    "Borra el atraque B-4, pero cuando pregunte pulsa «Keep berth». B-4 sigue ahí.",
]


@pytest.mark.parametrize("goal", DECLINED)
def test_the_answer_that_the_goal_names_is_given(goal):
    assert answered(goal)[:1] == ["#keep"]


@pytest.mark.parametrize(
    "goal",
    [
        "Delete the berth B-4. It must not be listed any more.",
        "Delete the berth B-4 and confirm. It must not be listed any more.",
        "Delete the berth B-4 and then delete B-5.",
        "Delete the berth B-4 and press Refresh.",
    ],
)
def test_any_other_deletion_is_confirmed(goal):
    assert answered(goal)[:1] == ["#sure"]


def test_what_is_called_off_is_not_confirmed_though_nothing_is_called_so():
    assert "#sure" not in answered("Delete the berth B-4, but press Cancel. B-4 must still be listed.")


def declined(goal, *left, answer="#keep"):
    first, asks, now = berths("B-4", "B-5"), berths("B-4", "B-5", asks=True), berths(*left)
    return met(goal, first, now, tried("click", "#B-4", first, 0), tried("click", answer, asks, 1), again=now)


@pytest.mark.parametrize("goal", DECLINED)
def test_what_was_declined_has_to_be_there_still(goal):
    assert declined(goal, "B-4", "B-5") is True
    assert declined(goal, "B-5") is not True


def test_what_was_confirmed_is_not_declined():
    assert declined(DECLINED[1], "B-4", "B-5", answer="#sure") is not True


def test_a_goal_that_does_not_say_that_it_stays_declines_nothing():
    assert declined("Delete the berth B-4 and choose Keep berth", "B-4", "B-5") is not True


def test_a_thing_that_has_another_name_is_not_what_was_declined():
    assert declined("Delete the berth B-4, but choose Keep berth. B-5 is still there.", "B-4", "B-5") is not True
