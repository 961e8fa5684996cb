"""What is to be the same as was told before."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def last_order(goal):
    return [part.said for part in read_goal(goal).parts if not part.implied and part.verb != "expect"][-1]


@pytest.mark.parametrize(
    ("goal", "value"),
    [
        ("Add the visitor Ada Ray, email ada@x.test. Add the visitor Bo Moss with the same email.", "ada@x.test"),
        ("Add Ada, company Moss Ltd, desk 4. Then add another visitor, Bo, with the same company.", "Moss Ltd"),
        ("Add a task Paint due on 5 May 2026. Add another task Sand with the same date.", "5 May 2026"),
        ("Add a visit for Ada, time 10:30, phone 555-123. Then add one for Bo at the same time.", "10:30"),
        ("Registra a Ada, correo ada@x.test. Vuelve atrás y pon a Bo Paz, con el mismo correo.", "ada@x.test"),
        ("Añade la tarea Pintar con prioridad Alta. Añade otra tarea Lijar con la misma prioridad.", "Alta"),
    ],
)
def test_the_same_is_what_the_goal_has_given_that_field_before(goal, value):
    said = last_order(goal)

    assert value in said
    assert "same" not in said
    assert "mism" not in said


@pytest.mark.parametrize(
    "goal",
    [
        "Change the quantity of ORD-7 to 5, same customer",
        "Add Ada, phone 5551. Add Bo, phone 5552. Add Cy with the same phone.",
        "Añade la tarea Pintar. Añade otra tarea Lijar con la misma prioridad.",
    ],
)
def test_what_was_never_told_or_told_twice_is_not_guessed(goal):
    said = last_order(goal)

    assert "same" in said or "misma" in said
