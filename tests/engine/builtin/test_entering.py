"""What a goal says of signing in besides who does so with what: that one is in, and the password that is tried next."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.secrecy import retried_in, secrets_in


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in read_goal(goal).parts]


def verbs(goal):
    return [verb for verb, _ in read(goal)]


@pytest.mark.parametrize(
    "goal",
    [
        'Sign in as ada@x.test with the wrong password s3cret1; it says "No." Then enter s3cret2 instead and click '
        "Sign in again. The bills are listed.",
        'Log in with ada@x.test and a bad password, s3cret1: I see "No." This time use the right one (s3cret2). The '
        "bills are listed.",
        'Intenta entrar como ada@x.test pero con una clave equivocada: s3cret1. Debe decir "No." Ahora prueba con la '
        "buena, s3cret2. Comprueba que salen las facturas.",
        'Me equivoco de contraseña: pongo ada@x.test y s3cret1 y me debe decir "No." Después pongo la correcta, '
        "s3cret2, y ya llego a la lista de facturas.",
    ],
)
def test_the_right_password_is_tried_after_the_wrong_one_and_is_a_secret_too(goal):
    assert verbs(goal) == ["login", "expect", "login", "expect"]
    assert [said for verb, said in read(goal) if verb == "login"] == ["ada@x.test s3cret1", "ada@x.test s3cret2"]
    assert secrets_in(goal) == ("s3cret1", "s3cret2")


@pytest.mark.parametrize(
    "goal",
    [
        "Sign in as ada@x.test / s3cret1. A quantity of 0 is refused. Then enter 12kg",
        "Entra con ada@x.test / s3cret1 y ahora pon 12uds en la cantidad",
    ],
)
def test_what_is_entered_where_no_password_was_wrong_is_none(goal):
    assert retried_in(goal) == ()


def test_each_attempt_is_looked_at_before_the_next_one():
    goal = (
        "Title: wrong password\nSteps:\n1. Enter ada@x.test and the wrong password s3cret1, press Sign in\n2. Enter "
        'now s3cret2 and press Sign in\nExpected: after the first attempt "No." is shown; after the second the bills '
        "appear."
    )

    assert verbs(goal) == ["login", "expect", "login", "expect"]


@pytest.mark.parametrize(
    ("goal", "rest"),
    [
        ("Sign in as ada@x.test / s3cret1. Once I'm in, open the bills", [("open", "the bills")]),
        ("My login is ada@x.test / s3cret1. After logging in to the app open the bills", [("open", "the bills")]),
        ("Mi acceso es ada@x.test con s3cret1. Al entrar abre las facturas", [("open", "las facturas")]),
        ("Given I am a registered user (ada@x.test, s3cret1)\nWhen I open the bills", [("open", "the bills")]),
        ("Dado que tengo el usuario ada@x.test con clave s3cret1\nAbre las facturas", [("open", "las facturas")]),
        ("Tengo una cuenta: ada@x.test / s3cret1. Abre las facturas", [("open", "las facturas")]),
        ("Open the shop. Log in with ada@x.test and s3cret1, open the bills", [("open", "the bills")]),
        ("Abro la tienda, escribo ada@x.test en el correo y s3cret1 en la clave y le doy a Entrar. Abro las facturas",
         [("open", "las facturas")]),
    ],
)  # fmt: skip
def test_who_signs_in_is_in_and_nothing_more_is_done_for_that(goal, rest):
    assert read(goal) == [("login", "ada@x.test s3cret1"), *rest]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("I want to be sure that the login works. Sign in as ada@x.test / s3cret1. The bills are listed.",
         ["login", "expect"]),
        ("Quiero comprobar que puedo entrar con mi cuenta. Mi correo es ada@x.test y la clave s3cret1. Deben salir las "
         "facturas.", ["login", "expect"]),
        ("Cierre de sesión\n1. Iniciar sesión con ada@x.test / s3cret1\n2. Pulsar Salir\n3. Verificar que se vuelve a "
         "la pantalla de acceso", ["login", "click", "expect"]),
        ("Sign in as ada@x.test / s3cret1. Check that the login works", ["login", "expect"]),
    ],
)  # fmt: skip
def test_that_signing_in_works_is_what_the_rest_shows(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Log in as ada@x.test / s3cret1\n- sign out\n- login form is back", ["login", "logout", "expect"]),
        ("Sign in as ada@x.test / s3cret1. Sign out. I am back on the sign-in page and no bills are shown",
         ["login", "logout", "expect", "expect"]),
        ("Entra con ada@x.test / s3cret1\n- salir\n- vuelve a pedir el correo y la clave",
         ["login", "logout", "expect"]),
        ("Sign in as ada@x.test / s3cret1. Sign out. I am back at the sign-in form and it asks me for a password again",
         ["login", "logout", "expect", "expect"]),
        ("Sign in as ada@x.test / s3cret1, sign out, log in again", ["login", "logout", "login"]),
    ],
)  # fmt: skip
def test_what_is_seen_after_signing_out_is_looked_at_and_who_comes_back_signs_in_again(goal, told):
    assert verbs(goal) == told


def test_only_what_is_denied_itself_is_denied():
    parts = read_goal("Sign in as ada@x.test / s3cret1. I am back on the list and no bills are shown").parts

    assert [part.negated for part in parts] == [False, False, True]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Entra con ada@x.test / s3cret1. Debería ver la página de Facturas y arriba el texto \"Hola\"",
         [("expect", "Debería ver la página de Facturas"), ("expect", "arriba el texto Hola")]),
        ("Sign in as ada@x.test / s3cret1. I should see the Bills page and at the top the text \"Hi\"",
         [("expect", "the Bills page"), ("expect", "at the top the text Hi")]),
        ("Entra con ada@x.test / s3cret1. Debe abrirse la página de Facturas y en la cabecera pone \"Hola\"",
         [("expect", "Debe abrirse la página de Facturas"), ("expect", "en la cabecera pone Hola")]),
        ("Log in: ada@x.test / s3cret1\n- Header: Signed in as Ada Moss", [("expect", "Signed in as Ada Moss")]),
        ("Entra con ada@x.test / s3cret1\n- Cabecera: Hola, Ada", [("expect", "Hola Ada")]),
        ("Sign in as ada@x.test / s3cret1, click Sign out at the top right", [("click", "Sign out")]),
        ("Entra con ada@x.test / s3cret1 y pulsa Salir arriba a la derecha", [("click", "Salir")]),
    ],
)  # fmt: skip
def test_where_on_the_page_something_stands_tells_it_from_the_rest(goal, told):
    assert read(goal)[1:] == told
