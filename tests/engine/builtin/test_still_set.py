"""What was ticked or chosen, and is said to be so still, without being called by its name again."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def coupons(off=(), kind="code"):
    built = Builder()
    built.text("Coupons", role="heading")
    built.button("Add coupon")
    for code in ("MAY-10", "MAY-15"):
        built.out()
        built.into("row")
        built.text(code if code == "MAY-15" else f"{code} {kind}", role="cell")
        built.add("control", "switch", f"{code} active", tag="input", selector=f"#{code}", checked=code not in off)
    return built.page()


@pytest.mark.parametrize("goal", ["Turn off the voucher MAY-15", "Desactiva el cupón MAY-15", "Disable code MAY-15"])
def test_the_kind_of_a_thing_need_not_be_said_beside_its_switch(goal):
    assert steps(plan(coupons(kind="sale"), goal)) == [("uncheck", "#MAY-15", None)]


def test_a_kind_that_is_said_of_another_one_tells_them_apart():
    assert plan(coupons(kind="code"), "Disable the code MAY-15").steps == ()


def turned(goal, now, selector="#MAY-15", action="uncheck", before=None, value=None):
    before = before or coupons()
    step = Planned(Step(action, selector=selector, value=value), uses=frozenset(range(60)), ends_part=True)
    examiner = BuiltinExaminer()
    again = now if examiner.wants_reload(goal) else None
    shown = coupons(off=("MAY-15",)) if before == coupons() else now
    situation = Situation(goal, "http://app.test/", shown, before, (Tried(step, True, before=before),))
    return examiner.examine(situation, again, ()).met


@pytest.mark.parametrize(
    "check",
    [
        "check that it is still off",
        "check that it has to stay switched off",
        "check that the switch stays off after a reload",
        "comprueba que tras recargar la página sigue desactivado",
        "comprueba que la opción sigue apagada",
    ],
)
def test_what_is_still_off_is_what_was_turned_off_last_and_has_to_be_kept(check):
    goal = f"Disable MAY-15 and {check}"

    assert turned(goal, coupons(off=("MAY-15",))) is True
    assert turned(goal, coupons()) is not True
    assert turned(goal, coupons(off=("MAY-10",))) is not True


def test_a_state_that_was_not_asked_for_is_not_so():
    assert turned("Disable MAY-15 and check that it is still on", coupons(off=("MAY-15",))) is not True


def roles(chosen):
    built = Builder()
    built.text("Team", role="heading")
    number = built.add("control", "combobox", "Role", label="Role", selector="#role")
    options = tuple(Option(o.lower(), o, o == chosen) for o in ("Reader", "Editor"))
    built.nodes[number] = replace(built.nodes[number], options=options)
    return built.page()


@pytest.mark.parametrize(("now", "met"), [("Editor", True), ("Reader", False)])
def test_a_choice_that_is_still_selected_is_the_option_that_was_chosen(now, met):
    goal = "Set the role to Editor, then that choice is still selected after reloading"
    step = Planned(Step("selectOption", selector="#role", value="Editor"), uses=frozenset(range(60)), ends_part=True)
    situation = Situation(
        goal, "http://app.test/", roles(now), roles("Reader"), (Tried(step, True, before=roles("Reader")),)
    )

    assert read_goal(goal).parts[-1].verb == "expect"
    assert BuiltinExaminer().examine(situation, roles(now), ()).met is met


@pytest.mark.parametrize(("now", "met"), [("Editor", True), ("Reader", False)])
def test_what_keeps_appearing_is_what_was_changed(now, met):
    goal = "Cambia el rol a Editor y comprueba que, tras recargar la página, sigue apareciendo ese rol"
    step = Planned(Step("selectOption", selector="#role", value="Editor"), uses=frozenset(range(60)), ends_part=True)
    situation = Situation(
        goal, "http://app.test/", roles("Editor"), roles("Reader"), (Tried(step, True, before=roles("Reader")),)
    )

    assert (BuiltinExaminer().examine(situation, roles(now), ()).met is True) is met


def profile(colour="Grey", mails=True, name="Ana"):
    built = Builder()
    built.text("Profile", role="heading")
    number = built.add("control", "combobox", "Colour", label="Colour", tag="select", selector="#colour")
    options = tuple(Option(o.lower(), o, o == colour) for o in ("Grey", "Teal"))
    built.nodes[number] = replace(built.nodes[number], options=options)
    built.add("control", "checkbox", "Weekly mail", tag="input", type="checkbox", selector="#mails", checked=mails)
    built.add("control", "textbox", "Name", label="Name", tag="input", selector="#name", value=name)
    built.button("Save")
    return built.page()


def saved(check, again):
    goal = f"Choose the colour Teal, untick the weekly mail and save. {check}"
    before, done = profile(), profile("Teal", False)
    made = (Step("selectOption", selector="#colour", value="Teal"), Step("uncheck", selector="#mails"))
    past = tuple(Tried(Planned(s, uses=frozenset(range(16)), part=n), True, before=before) for n, s in enumerate(made))
    press = Planned(
        Step("click", selector="role=button"), uses=frozenset(range(16)), part=2, commits=True, ends_part=True
    )
    situation = Situation(goal, "http://app.test/", done, before, (*past, Tried(press, True, before=done)))
    assert BuiltinExaminer().wants_reload(goal)
    return BuiltinExaminer().examine(situation, again, ()).met


@pytest.mark.parametrize(
    "check",
    [
        "Check that both choices are still there.",
        "Both settings should be kept after a reload.",
        "Check that all the settings have been kept.",
        "Comprueba que ambas cosas siguen así.",
        "Comprueba que los dos valores se conservan al recargar.",
        "Al volver a entrar siguen así.",
        "When I come back to the page they are still so.",
        "Check that everything stays that way.",
        "Cuando vuelva a los ajustes siguen así.",
    ],
)
def test_several_settings_that_are_said_to_be_kept_are_those_that_were_set(check):
    assert saved(check, profile("Teal", False)) is True
    assert saved(check, profile("Teal", True)) is not True
    assert saved(check, profile("Grey", False)) is not True
    assert saved(check, profile()) is not True


@pytest.mark.parametrize("check", ["All three values are still there.", "Both coupons are still there."])
def test_settings_of_another_number_or_kind_are_not_those_that_were_set(check):
    assert saved(check, profile("Teal", False)) is not True


def mails(button="Save preferences", inside=True, typed=False, entries=1):
    """Choices in a form of their own, or without one, with what may save them."""
    built = Builder()
    built.text("Mails", role="heading")
    for _ in range(entries):
        built.into("form" if inside else "row")
        built.add("control", "checkbox", "Daily digest", label="Daily digest", tag="input", type="checkbox")
        built.select("Hour", "Seven", "Nine")
        if typed:
            built.field("Signature")
        if button and inside:
            built.button(button)
        built.out()
    if button and not inside:
        built.into("form")
        built.field("New note")
        built.button(button)
    return built.page()


STAYS = [
    "check that it is still so after reloading the page",
    "verify that it stays that way",
    "comprueba que sigue así al recargar la página",
]


@pytest.mark.parametrize("check", STAYS)
@pytest.mark.parametrize("order", ["Tick the daily digest", "Tick the daily digest and set the hour to Nine"])
def test_choices_that_are_to_stay_are_saved_where_their_form_asks_for_it(order, check):
    pressed = [p.step.action for p in plan(mails(), f"{order}, {check}").steps]

    assert pressed == ["check", "selectOption", "click"][:: 1 if "Nine" in order else 2]


@pytest.mark.parametrize("check", STAYS)
@pytest.mark.parametrize(
    "page", [mails(button=""), mails(inside=False), mails(button="Add mail"), mails(button="Delete all")]
)
def test_choices_that_nothing_saves_are_kept_as_they_are_made(page, check):
    assert [p.step.action for p in plan(page, f"Tick the daily digest, {check}").steps] == ["check"]


@pytest.mark.parametrize("check", ["check that it is ticked", "check that it is no longer ticked", "reload the page"])
def test_choices_of_which_nobody_says_that_they_stay_are_not_saved(check):
    assert "save" not in [part.verb for part in read_goal(f"Tick the daily digest and {check}").parts]


def test_what_was_typed_may_be_a_draft():
    goal = "Fill in the signature with Ada and check that it is still there after reloading the page"

    assert [p.step.action for p in plan(mails(typed=True), goal).steps][:1] == ["fill"]
    assert "click" not in [p.step.action for p in plan(mails(typed=True), goal).steps]


def ticked(check, again, order="Tick Mondays and Fridays", actions=("check", "check"), on=(True, True)):
    """What is made of a goal that ticks two boxes, or one of them, and then says how they are."""
    goal = f"{order} and save. {check}"

    def days(mondays, fridays):
        built = Builder()
        built.text("Opening days", role="heading")
        for name, is_on in (("Mondays", mondays), ("Fridays", fridays)):
            built.add(
                "control", "checkbox", name, tag="input", type="checkbox", selector=f"#{name.lower()}", checked=is_on
            )
        built.button("Save")
        return built.page()

    before, done = days(*(action == "uncheck" for action in actions)), days(*on)
    named = zip(actions, ("#mondays", "#fridays"), strict=True)
    past = tuple(
        Tried(Planned(Step(action, selector=selector), uses=frozenset(range(20)), part=0), True, before=before)
        for action, selector in named
    )
    press = Planned(
        Step("click", selector="role=button"), uses=frozenset(range(20)), part=1, commits=True, ends_part=True
    )
    situation = Situation(goal, "http://app.test/", done, before, (*past, Tried(press, True, before=done)))
    return BuiltinExaminer().examine(situation, days(*again), ()).met


@pytest.mark.parametrize(
    "check",
    [
        "They are still on.",
        "Check that both are still ticked after a reload.",
        "Make sure the two boxes are still checked.",
        "Comprueba que siguen activados.",
        "Comprueba que ambas casillas siguen marcadas.",
        "They should both remain on.",
    ],
)
def test_of_several_boxes_each_has_to_be_still_on(check):
    assert ticked(check, (True, True)) is True
    assert ticked(check, (False, True)) is not True
    assert ticked(check, (True, False)) is not True
    assert ticked(check, (False, False)) is not True


def test_of_boxes_that_were_turned_either_way_those_are_meant_that_were_brought_to_what_is_said():
    order, actions = "Tick Mondays and untick Fridays", ("check", "uncheck")

    assert ticked("They are still on.", (True, False), order, actions, on=(True, False)) is True
    assert ticked("They are still on.", (False, False), order, actions, on=(True, False)) is not True


def test_more_boxes_than_were_ticked_are_still_on_on_no_page():
    assert ticked("Check that all three are still ticked.", (True, True)) is not True
