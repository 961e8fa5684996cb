"""Orders that are worded as polite questions, and looks at a page that ask for nothing else."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "goal",
    [
        "¿Puedes mirar el balance y comprobar que suma 48?",
        "¿Podrías echar un vistazo al balance y confirmar que suma 48?",
        "¿Te importaría mirar el balance y comprobar que suma 48?",
        "¿Puede usted abrir el balance y comprobar que suma 48?",
        "Mira el balance y comprueba que suma 48.",
        "Haz el favor de abrir el balance y comprobar que suma 48.",
    ],
)
def test_a_polite_question_in_spanish_asks_for_what_it_names(goal):
    (opened, place), (looked, told) = read(goal)

    assert (opened, place.split()[-1]) == ("open", "balance")
    assert (looked, told) == ("expect", "suma 48")


@pytest.mark.parametrize(
    "goal",
    [
        "Would you mind opening the ledger and checking that the sum is 48?",
        "Could you take a look at the ledger and check that the sum is 48?",
        "Would you be so kind as to open the ledger and check that the sum is 48?",
        "Please have a look at the ledger and make sure that the sum is 48.",
        "I was wondering if you could open the ledger and check that the sum is 48.",
    ],
)
def test_a_polite_question_in_english_asks_for_what_it_names(goal):
    assert read(goal) == [("open", "the ledger"), ("expect", "the sum is 48")]


@pytest.mark.parametrize(
    ("goal", "deed"),
    [
        ("¿Serías tan amable de borrar la nota pagada?", ("delete", "la nota pagada")),
        ("¿Le importaría borrar la nota 4?", ("delete", "la nota 4")),
        ("Would you mind deleting note 4?", ("delete", "note 4")),
        ("¿Puedes cerrar el aviso de la puerta? Debe quedar Cerrado.", ("close", "el aviso de la puerta")),
        ("Could you approve the pending request? It must be Approved.", ("say", "the pending request")),
    ],
)
def test_a_polite_question_that_names_a_deed_is_an_order(goal, deed):
    assert read(goal)[0] == deed


@pytest.mark.parametrize(
    "goal",
    [
        "Could you have a look? The sum must be 48.",
        "Can you confirm that it works? The sum must be 48.",
        "¿Puedes echar un ojo? La suma debe ser 48.",
    ],
)
def test_a_question_that_names_nothing_asks_for_nothing(goal):
    assert [verb for verb, _ in read(goal)] == ["expect"]


def test_what_may_happen_is_no_order():
    assert read("Puede aparecer un aviso. Borra la nota 4.") == [("delete", "la nota 4")]


@pytest.mark.parametrize("goal", ["Mira si la suma es 48", "Mira que la suma es 48", "Mirar si la suma es 48"])
def test_looking_whether_something_is_so_is_a_check(goal):
    assert read(goal) == [("expect", "la suma es 48")]


def test_what_is_looked_at_is_opened():
    built = Builder()
    built.link("Balance")
    built.link("Clientes")

    [step] = plan(built.page(), "Mira el balance y comprueba que suma 48").steps

    assert step.target.name == "Balance"
