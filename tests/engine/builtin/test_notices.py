"""What a notice is to say: that something was done, an address that was told before, and what a review shows."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Situation


def rooms(*names, notice="", alert=""):
    built = Builder()
    built.text("Salas", role="heading")
    for name in names:
        built.into("row")
        built.text(name, role="cell")
        built.out()
    if notice:
        built.into("status")
        built.text(notice)
        built.out()
    if alert:
        built.add("text", "alert", text=alert)
    return built.page()


@pytest.mark.parametrize(
    "check",
    [
        "debe salir el aviso de que la sala se ha registrado y aparecer en la lista",
        "comprueba que sale el aviso de que se ha registrado la sala",
        "debe verse un aviso de que la sala ha sido registrada y figurar en la lista",
    ],
)
def test_a_notice_that_something_was_done_is_no_refusal(check):
    goal, before = f"Da de alta la sala Oslo; {check}", rooms("Bonn")
    past = (
        tried("fill", "#name", before, 0, value="Oslo"),
        tried("click", "#save", before, 1, commits=True, ends_part=True),
    )

    def met(now):
        return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), rooms("Bonn", "Oslo"), ()).met

    assert met(rooms("Bonn", "Oslo", notice="Sala Oslo registrada.")) is True
    assert met(rooms("Bonn", "Oslo")) is not True
    assert met(rooms("Bonn", "Oslo", notice="Sala Oslo no registrada.")) is not True
    assert met(rooms("Bonn", alert="La sala no se ha registrado.")) is not True


@pytest.mark.parametrize(
    "goal", ["Guarda la sala sin nombre. Debe salir un aviso", "Guarda la sala sin nombre; debe dar un aviso de error"]
)
def test_a_notice_alone_may_be_one(goal):
    assert BuiltinExaminer().wants_reload(goal) is False


@pytest.mark.parametrize(
    ("goal", "named"),
    [
        ("Subscribe ada@x.test and check for the thank-you line with that address", True),
        ("Subscribe ada@x.test. That email must be in the message", True),
        ("Invita a ada@x.test y comprueba que sale un mensaje con ese correo", True),
        ("Invita a ada@x.test; dicha dirección debe salir en la lista", True),
        ("Invite ada@x.test and bo@x.test and check that this address is shown", False),
        ("Subscribe ada@x.test and check that the address is shown", False),
    ],
)
def test_an_address_that_was_told_is_what_that_address_means(goal, named):
    check = next(part for part in read_goal(goal).parts if part.verb == "expect")

    assert ("ada@x.test" in [t.norm for t in check.words]) is named


@pytest.mark.parametrize(
    ("goal", "underway"),
    [
        ("Add the room Oslo, size 9. Check that the review shows all values, then finish", True),
        ("Create the room Oslo. On the summary page the size should be 9. Submit.", True),
        ("Crea la sala Oslo. Comprueba que el resumen muestra Oslo y termina", True),
        ("Create the room Oslo. Check that the summary shows Oslo. Save the order 7", False),
        ("Create the room Oslo. Check that the list shows Oslo, then finish", False),
        ("Create the room Oslo. Check that the summary shows Oslo", False),
    ],
)
def test_what_a_review_shows_is_looked_at_before_the_goal_finishes(goal, underway):
    assert read_goal(goal).parts[1].underway is underway


@pytest.mark.parametrize(
    "check",
    [
        "I expect to be told that this email is already registered",
        "It must say that this email is already registered",
        "The form must tell me that this address is taken",
    ],
)
def test_what_a_page_is_to_tell_is_told_in_its_own_words(check):
    part = read_goal(f"Try to add the guest Bo Ray with the email bo@ray.test. {check}.").parts[-1]

    assert "bo@ray.test" not in [t.text for t in part.words]
    assert not part.negated


def read(goal):
    return [(part.negated, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts[1:]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a message says Oslo was deleted", "it is gone from the list"),
        ("the notice should say that Oslo was removed", "it disappears from the list"),
        ("un mensaje dice que Oslo fue eliminado", "desaparece de la lista"),
        ("the toast reads Oslo was deleted", "they are gone"),
    ],
)
def test_what_a_message_says_was_deleted_is_to_be_read_and_what_is_gone_is_not(first, second):
    joint = "y" if first.startswith("un ") else "and"

    assert read(f"Delete the room Oslo; {first} {joint} {second}") == [(False, first), (True, second)]


@pytest.mark.parametrize(
    "check", ["the message no longer says Oslo was deleted", "the message is gone", "it turns grey and disappears"]
)
def test_what_is_not_to_be_read_is_denied_before_it_is_told(check):
    assert read(f"Delete the room Oslo; {check}") == [(True, check)]


def test_a_message_of_a_deletion_has_to_come_and_the_entry_to_go():
    goal, before = "Delete the room Oslo. A message says Oslo was deleted and it is gone", rooms("Bonn", "Oslo")
    item = next(n.selector for n in before.nodes if n.text == "Oslo")
    past = (tried("click", item, before, 0, commits=True, ends_part=True),)

    def met(now, again):
        return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), again, ()).met

    assert met(rooms("Bonn", notice="Oslo was deleted."), rooms("Bonn")) is True
    assert met(rooms("Bonn"), rooms("Bonn")) is not True
    assert met(rooms("Bonn", notice="Bonn was deleted."), rooms("Bonn")) is not True
    assert met(rooms("Bonn", "Oslo", notice="Oslo was deleted."), rooms("Bonn", "Oslo")) is not True
