"""What is said to be seen, and nothing else; what a page is said to tell; what something is only good for."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def crew(*names):
    built = Builder()
    built.text("Crew", role="heading")
    built.select("Deck", "Any", "Upper", "Lower")
    for name in names:
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.text("Upper", role="cell")
    return built.page()


def seen(claim, *names):
    goal = f"Filter by the deck Upper, {claim}"
    before = crew("Ada Ray", "Ines Oda", "Kit Low")
    step = Planned(Step("selectOption", selector="#x", value="Upper"), uses=frozenset(range(5)), ends_part=True)
    situation = Situation(goal, "http://app.test/", crew(*names), before, (Tried(step, True, before=before),))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    "claim",
    [
        "then I only see Ada Ray and Ines Oda",
        "then I see only Ada Ray and Ines Oda.",
        "entonces solo veo a Ada Ray e Ines Oda",
        "entonces solo se ven Ada Ray e Ines Oda",
    ],
)
def test_what_only_is_seen_then_is_there_and_nothing_else(claim):
    assert seen(claim, "Ada Ray", "Ines Oda") is True
    assert seen(claim, "Ada Ray", "Ines Oda", "Kit Low") is not True
    assert seen(claim, "Ada Ray") is not True


def test_what_somebody_only_wants_to_see_is_still_asked_for():
    assert [part.verb for part in read_goal("I only want to see the open tickets").parts] == ["filter"]


def told(goal):
    return [(part.verb, " ".join(t.norm for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize("tells", ["se avisa de que", "se informa de que", "se indica que"])
def test_what_a_page_is_said_to_tell_is_checked_beside_what_is_kept(tells):
    goal = f"Elijo el tema oscuro y guardo, entonces {tells} el tema se ha guardado y los dos valores se conservan"

    assert told(goal)[2:] == [("expect", "el tema se ha guardado"), ("expect", "los dos valores se conservan")]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Cambia el correo de Ada a ada@x.test para poder avisarle.", "el correo de ada a ada@x.test"),
        ("Change the pier of boat B-7 to 4 to be able to moor there", "the pier of boat b-7 to 4"),
    ],
)
def test_what_somebody_is_able_to_do_then_asks_for_nothing(goal, words):
    assert told(goal)[0] == ("edit", words)


def test_what_the_application_does_then_is_asked_for():
    assert any("ada" in words for _, words in told("Entra para poder crear un pedido de Ada"))


@pytest.mark.parametrize(
    ("goal", "seen"),
    [
        ("Check that her page opens and shows the phone 555.", "the phone 555"),
        ("Check that the list updates and shows 3 orders.", "3 orders"),
        ("Make sure the detail view loads and shows the price 5.", "the price 5"),
        ("Comprueba que se abre su ficha y muestra el teléfono 555.", "el teléfono 555"),
        ("Comprueba que la lista carga y muestra los pedidos de Ada.", "los pedidos de Ada"),
    ],
)
def test_what_is_checked_goes_on_after_a_page_that_opens(goal, seen):
    last = read_goal(goal).parts[-1]

    assert (last.verb, " ".join(t.text for t in last.words)) == ("expect", seen)


@pytest.mark.parametrize("goal", ["Check that Ada is listed and open her page.", "Check the total. Show the orders."])
def test_what_is_opened_after_a_check_is_opened(goal):
    assert read_goal(goal).parts[-1].verb == "open"
