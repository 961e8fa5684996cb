"""What is noted, what is sent from a place, and the thanks for it."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Situation


def verbs(goal):
    return [part.verb for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    "goal",
    [
        "Apunta la nota «Regar las plantas»",
        "Anota un gasto de 40 euros llamado «Taxi»",
        "Jot down the idea «Roof garden»",
    ],
)
def test_what_is_noted_is_made(goal):
    assert verbs(goal) == ["create"]


@pytest.mark.parametrize("goal", ["Apunta a Ana en el curso de yoga", "Apunta el curso", "Note that «Taxi» is listed"])
def test_who_is_signed_up_is_not_noted(goal):
    assert "create" not in verbs(goal)


def counter(*texts, value=""):
    built = Builder()
    built.text("Front desk", role="heading")
    built.into("form")
    built.field("Message", selector="#message", value=value)
    built.button("Send message", selector="#send")
    built.out()
    for text in texts:
        built.text(text)
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Send from the front desk the message «Two keys please»",
        "Manda desde el mostrador el mensaje «Two keys please»",
        "Manda el mensaje «Two keys please»",
        "Envía desde el mostrador el mensaje «Two keys please»",
    ],
)
def test_what_is_sent_from_a_place_is_filled_in_first(goal):
    assert steps(plan(counter(), goal))[0] == ("fill", "#message", "Two keys please")


@pytest.mark.parametrize(
    "claim",
    [
        "Debe salir un agradecimiento.",
        "Tiene que dar las gracias.",
        "A thank-you note should appear.",
        "It should thank me.",
    ],
)
def test_thanks_are_a_new_text_that_thanks(claim):
    goal = f"Send the message «Two keys please». {claim}"
    before, sent = counter(), counter(value="Two keys please")
    past = (
        tried("fill", "#message", before, 0, value="Two keys please"),
        tried("click", "#send", sent, 0, commits=True, ends_part=True),
    )

    def met(now):
        return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), None, ()).met

    assert met(counter("Thank you, we will call you.")) is True
    assert met(counter("Gracias por escribirnos.")) is True
    assert met(counter("Your message is too long.")) is not True
    assert met(counter()) is not True
