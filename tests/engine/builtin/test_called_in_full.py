"""Words of an order are used where, with one that was, they are just what its entry is called."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.secrecy import secrets_in
from ghostly.engine.steps import Step


def boats(*cells):
    built = Builder()
    built.into("row")
    for said in cells:
        built.text(said, role="cell")
    built.button("Dock")
    return built.page()


@pytest.mark.parametrize(
    ("cells", "unused"),
    [
        (("Heron tug", "Pier 2"), set()),
        (("Heron tug boat", "Pier 2"), {"tug"}),
        (("Heron ferry", "Pier 2"), {"tug"}),
        (("tug", "Heron"), {"tug"}),
    ],
)
def test_the_rest_of_a_name_is_used_where_the_entry_is_called_so(cells, unused):
    goal, page = "Dock the Heron tug", boats(*cells)
    used = {t.number for t in read_goal(goal).tokens if t.text != "tug"}
    pressed = Planned(Step("click", selector=page.nodes[-1].selector), uses=frozenset(used), part=0, ends_part=True)
    situation = Situation(goal, page.url, page, page, (Tried(pressed, True, before=page),))

    assert set(BuiltinExaminer().examine(situation, None, ()).unused) == unused


@pytest.mark.parametrize(
    ("said", "secrets"),
    [
        ('"Correo o contraseña incorrectos." debe salir', ()),
        ('The message "Wrong user name or password given." appears', ()),
        ("Log in as ada with password hunter", ("hunter",)),
        ("Use the PIN or password hunter2", ("hunter2",)),
    ],
)
def test_what_a_message_says_of_passwords_is_none(said, secrets):
    assert secrets_in(said) == secrets


def test_that_something_is_done_on_purpose_asks_for_nothing_where_what_comes_of_it_is_told():
    english = "Sign in with ada@x.test and the password Wrong-9 (it is wrong on purpose)."
    spanish = 'Entra con ada@x.test y la clave Mala-9 (es incorrecta a propósito). Debe salir "No es esa".'

    told = [t.norm for part in read_goal(f'{english} "Try again" must appear.').parts for t in part.words]
    assert "purpose" not in told
    assert "purpose" in [t.norm for part in read_goal(english).parts for t in part.words]
    assert [part.verb for part in read_goal(spanish).parts] == ["login", "expect"]
