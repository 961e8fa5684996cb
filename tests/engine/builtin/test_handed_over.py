"""A thing that is handed to somebody, or moved on, by a list on its own page and the button behind that."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "goal",
    ["Hand Ana Ruiz over to Bo Ray", "I want to transfer Ana Ruiz to Bo Ray", "Transfer Ana Ruiz over to Bo Ray"],
)
def test_who_is_handed_to_whom_is_an_order(goal):
    assert [verb for verb, _ in read(goal)] == ["say", "save"]


@pytest.mark.parametrize("goal", ["Customer Ana Ruiz in Madrid wants a room", "Status Open to Closed"])
def test_what_something_is_called_orders_nothing(goal):
    assert [verb for verb, _ in read(goal)] == ["say"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Confirma la visita de Nala para que quede Confirmada", "quede Confirmada"),
        ("Quiero confirmar la visita de Nala para que quede en estado Activa", "quede en estado Activa"),
        ("Aprueba el parte P-7 para que su estado pase a Aprobado", "su estado pase a Aprobado"),
        ("Hand Ana Ruiz over to Bo Ray so that she is shown as his tutor", "that she is shown as his tutor"),
    ],
)
def test_what_an_order_is_given_for_is_looked_for(goal, told):
    assert read(goal)[-1] == ("expect", told)


def test_a_purpose_outside_of_the_application_is_not_looked_for():
    assert [verb for verb, _ in read("Marca P-7 como pagado para que podamos enviarlo")] == ["edit", "save"]


def pupil(tutor="Cy Lund", button="Assign", name="Ana Ruiz", **fields):
    built = Builder()
    built.text(name, role="heading")
    built.text(tutor)
    at = built.add("control", "combobox", "Assign tutor", label="Assign tutor", selector="#tutor", tag="select")
    options = tuple(Option(o, o, o == tutor) for o in ("Cy Lund", "Bo Ray"))
    built.nodes[at] = replace(built.nodes[at], options=options)
    built.button(button, selector="#assign", type="button")
    built.button("Edit", selector="#edit")
    return built.page(**fields)


@pytest.mark.parametrize(
    "goal",
    ["Hand Ana Ruiz over to Bo Ray", "Assign Ana Ruiz to Bo Ray", "Reassign Ana Ruiz to Bo Ray"],
)
def test_the_button_behind_a_list_that_is_called_like_it_is_pressed(goal):
    assert steps(plan(pupil(), goal)) == [("selectOption", "#tutor", "Bo Ray"), ("click", "#assign", None)]


def test_a_button_that_is_called_otherwise_is_not_the_list_s():
    assert steps(plan(pupil(button="Archive"), "Hand Ana Ruiz over to Bo Ray")) == [
        ("selectOption", "#tutor", "Bo Ray")
    ]


def test_nobody_is_handed_over_on_the_page_of_somebody_else():
    assert plan(pupil(name="Eva Paz"), "Hand Ana Ruiz over to Bo Ray").steps == ()


def pupils():
    built = Builder()
    built.text("Pupils", role="heading")
    for name, tutor in (("Ana Ruiz", "Cy Lund"), ("Eva Paz", "Bo Ray")):
        built.out()
        built.into("listitem")
        built.link(name)
        built.text(f"Tutor: {tutor}")
    return replace(built.page(), url="http://app.test/#/")


@pytest.mark.parametrize(("tutor", "met"), [("Bo Ray", True), ("Cy Lund", False)])
def test_what_a_list_behind_another_address_says_of_others_is_not_held_against_a_page(tutor, met):
    goal = "Set the tutor of Ana Ruiz to Bo Ray and check that Bo Ray is shown as tutor"
    words = frozenset(range(60))
    own = replace(pupil(), url="http://app.test/#/pupils/1")
    opened = Planned(Step("click", selector="#n2"), uses=words, target=Target("link", "Ana Ruiz", "#n2"))
    chosen = Planned(Step("selectOption", selector="#tutor", value="Bo Ray"), uses=words, ends_part=True)
    pressed = Planned(Step("click", selector="#assign"), part=1, commits=True, ends_part=True)
    past = [Tried(opened, True, before=pupils()), Tried(chosen, True, before=own), Tried(pressed, True, before=own)]
    now = replace(pupil(tutor=tutor), url="http://app.test/#/pupils/1")

    assert examined(goal, pupils(), now, *past).met is met


@pytest.mark.parametrize(("tutor", "met"), [("Bo Ray", True), ("Cy Lund", False)])
def test_a_badge_changes_to_what_was_chosen(tutor, met):
    goal = "Set the tutor of Ana Ruiz to Bo Ray and make sure the badge changes"
    words = frozenset(range(60))
    chosen = Planned(Step("selectOption", selector="#tutor", value="Bo Ray"), uses=words, ends_part=True)
    pressed = Planned(Step("click", selector="#assign"), part=1, commits=True, ends_part=True)
    past = [Tried(each, True, before=pupil()) for each in (chosen, pressed)]

    assert examined(goal, pupil(), pupil(tutor=tutor), *past).met is met


def bills(*said):
    built = Builder()
    for number, names in enumerate(said, 1):
        built.out()
        built.into("row")
        built.text(f"B-{number}", role="cell")
        for name in names:
            built.button(name, selector=f"#{name.replace(' ', '-')}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Mark bill B-2 as paid", "#Mark-B-2-as-paid"),
        ("Mark as paid the bill B-2", "#Mark-B-2-as-paid"),
        ("Marca la factura B-1 como paid", "#Mark-B-1-as-paid"),
    ],
)
def test_a_control_may_name_its_own_thing(goal, pressed):
    page = bills(("Mark B-1 as paid", "Void B-1"), ("Mark B-2 as paid", "Void B-2"))

    assert steps(plan(page, goal)) == [("click", pressed, None)]


@pytest.mark.parametrize("goal", ["Mark bill B-2 as sent", "Mark bill B-22 as paid"])
def test_a_control_that_names_another_thing_or_another_state_is_left_alone(goal):
    page = bills(("Mark B-1 as paid",), ("Mark B-2 as paid",))

    assert all(action != "click" or "paid" not in selector for action, selector, _ in steps(plan(page, goal)))
