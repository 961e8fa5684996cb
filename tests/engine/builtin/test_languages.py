"""What an application is put to is its language, by whatever it is called; what it is headed is its heading."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.lexicon import same
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def page(heading="Rooms", **fields):
    built = Builder()
    built.into("navigation", "Language")
    built.link("Deutsch")
    built.link("English")
    built.out()
    built.link("Zimmer")
    built.text(heading, role="heading")
    return built.page(**fields)


@pytest.mark.parametrize(
    "goal",
    [
        "Flip the interface to German",
        "Flip the interface to German using the switch in the header",
        "Switch the app to German with the links at the top",
        "Change the language to German",
        "Cambia la interfaz a alemán con el selector de idioma de la cabecera",
    ],
)
def test_an_application_is_put_to_a_language(goal):
    assert [(action, selector) for action, selector, _ in steps(plan(page(), goal))] == [("click", "#n1")]


@pytest.mark.parametrize("goal", ["Flip the interface to French", "Switch the room to German", "Flip the app to Dark"])
def test_nothing_else_is_taken_for_a_language(goal):
    assert all(planned.explores for planned in plan(page(), goal).steps)


def test_no_language_is_changed_to_look_for_something():
    built = Builder()
    for label, links in (("Language", ("Deutsch", "English")), ("Main", ("Rooms", "Guests"))):
        built.into("navigation", label)
        for link in links:
            built.link(link)
        built.out()

    assert [p.step.selector for p in plan(built.page(), "Press the blue lever").steps] == ["#n4"]
    assert [p.step.selector for p in plan(built.page(), "Switch the application to German").steps] == ["#n1"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Flip the switch Dark mode", ("click", "the switch Dark mode")),
        ("Flip Dark mode on", ("check", "Dark mode")),
        ("Change Ada to Bo using the map of Norway", ("edit", "Ada to Bo using the map of Norway")),
    ],
)
def test_a_switch_is_pressed_and_a_control_with_a_name_is_kept(goal, told):
    part = read_goal(goal).parts[0]

    assert (part.verb, " ".join(t.text for t in part.words)) == told


@pytest.mark.parametrize(("heading", "met"), [("Gäste", True), ("Räume", False)])
def test_what_a_page_is_headed_is_said_by_a_heading(heading, met):
    goal = "Switch the language to German. Check that the page is now headed Gäste"
    clicked = Planned(Step("click", selector="#n1"), uses=read_goal(goal).parts[0].numbers, ends_part=True,
                      target=Target("link", "Deutsch", "#n1"))  # fmt: skip
    built = Builder()
    built.link("Gäste")
    built.text(heading, role="heading")
    now = built.page()

    situation = Situation(goal, "http://app.test/", now, page(), (Tried(clicked, True, before=page()),))
    assert bool(BuiltinExaminer().examine(situation, now, ()).met) is met


@pytest.mark.parametrize(
    ("goal", "button"),
    [
        ("Suscríbete al club", "Subscribe to the club"),
        ("Fija el aviso", "Pin notice"),
        ("Silencia el canal", "Mute channel"),
    ],
)
def test_what_is_ordered_in_spanish_is_pressed_in_english(goal, button):
    built = Builder()
    at = built.button(button)
    built.button("Share")

    assert steps(plan(built.page(), goal))[:1] == [("click", f"#n{at}", None)]


def test_a_subscription_is_told_of_by_what_is_subscribed():
    assert same("suscripcion", "subscribed")
    assert not same("suscripcion", "subscribe")
