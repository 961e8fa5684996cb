"""A name and a password that are typed, and sent or looked at, sign somebody in; and whether they have is looked at."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.secrecy import secrets_in
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "goal",
    [
        "Go to the login page, enter ada@x.test and s3cret1 and click Sign in. The bills are listed.",
        "On the sign-in page type ada@x.test and password s3cret1, then press Log in. The bills are listed.",
        "Fill in ada@x.test and s3cret1 and submit the form; the bills are listed",
        "Escribe ada@x.test y s3cret1 y pulsa Entrar. Debe salir la lista.",
        'Given I am on the login page, when I enter ada@x.test with the wrong password "s3cret1", then I see "No."',
        'Introduzco ada@x.test y la contraseña incorrecta s3cret1 y veo "Datos incorrectos"',
        "Log in with ada@x.test / s3cret1 and press Sign in. The bills are listed.",
    ],
)
def test_who_types_a_name_and_a_password_signs_in(goal):
    signing, *parts = read(goal)

    assert signing == ("login", "ada@x.test s3cret1")
    assert {verb for verb, _ in parts} <= {"open", "expect"}


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Try to sign in as ada@x.test with the wrong password s3cret1. It must be refused", ["login", "expect"]),
        ("Intenta entrar con ada@x.test y la contraseña falsa s3cret1: debe rechazarse", ["login", "expect"]),
        ("Edit bill B-3: amount 15 (user ada@x.test, password s3cret1), save", ["login", "edit", "save"]),
    ],
)
def test_nothing_is_left_of_what_leads_to_signing_in_and_nothing_lost_of_what_follows(goal, verbs):
    assert [verb for verb, _ in read(goal)] == verbs


@pytest.mark.parametrize(
    "goal",
    [
        "Enter ada@x.test and password s3cret1, tick Remember me and click Sign in",
        "Enter ada@x.test with password s3cret1; the button Sign in stays disabled",
        "Enter ada@x.test and s3cret1 and click Save",
        "Enter ada@x.test and password s3cret1",
        "Create a user. Enter bo@x.test and password s3cret1; then bo@x.test is listed",
    ],
)
def test_where_more_is_done_with_them_they_are_typed(goal):
    assert all(verb != "login" for verb, _ in read(goal))


@pytest.mark.parametrize(
    ("goal", "secret"),
    [
        ("enter ada@x.test with the wrong password letmein", "letmein"),
        ("con la contraseña equivocada «abracadabra»", "abracadabra"),
        ("Email or password is wrong. Try again", None),
        ("type an invalid password and press Enter", None),
    ],
)
def test_what_is_said_of_a_password_is_none(goal, secret):
    assert secrets_in(goal) == ((secret,) if secret else ())


def door(said=""):
    built = Builder()
    built.into("form")
    built.field("E-mail")
    built.field("Password", type="password")
    built.button("Sign in")
    built.out()
    if said:
        built.text(said, role="alert")
    return built.page()


def inside():
    built = Builder()
    built.text("Bills", role="heading")
    built.button("Sign out")
    return built.page()


@pytest.mark.parametrize(
    ("check", "now", "met"),
    [
        ('I see "Wrong." and I\'m still not signed in', door("Wrong."), True),
        ('I see "Wrong." and I am not logged in', door("Wrong."), True),
        ('veo "Wrong." y sigo sin haber entrado', door("Wrong."), True),
        ("I am not signed in", door(), True),
        ("I am not signed in", inside(), False),
        ('I see "Bills" and I am not signed in', inside(), False),
        ("I should not be signed in", Builder().page(), None),
    ],
)
def test_whether_somebody_is_signed_in_is_told_by_what_the_page_offers(check, now, met):
    goal = f"Log in with ada@x.test and the wrong password nope123. {check}"
    sent = Planned(Step("click", selector="#sign-in"), uses=frozenset(range(40)), part=0, ends_part=True)
    situation = Situation(goal, "http://app.test/", now, door(), (Tried(sent, True, before=door()),))

    assert BuiltinExaminer().examine(situation, None, ()).met is met


@pytest.mark.parametrize(
    "goal",
    [
        "Archive the bill B-3. Use ada@x.test / s3cret1 to get in.",
        "Use ada@x.test / s3cret1 to sign in, archive the bill B-3",
        "Archive the bill B-3 (with ada@x.test / s3cret1 to get into the application)",
        "Archiva la factura B-3. Usa ada@x.test / s3cret1 para entrar.",
        "Usa ada@x.test / s3cret1 para acceder y archiva la factura B-3",
    ],
)
def test_what_a_name_and_a_password_are_for_is_no_deed_of_its_own(goal):
    asked = [part.verb for part in read_goal(goal).parts if not part.implied]

    assert asked == ["login", "say"]


def test_what_is_to_be_got_with_them_is_one():
    assert ("say", "the bills") in read("Use ada@x.test / s3cret1 to get the bills")


def offering(*accounts):
    built = Builder()
    built.text("Sign in", role="heading")
    for label, kind in (("Email", "email"), ("Password", "password")):
        built.add("control", "textbox", label, selector=f"#{label.lower()}", tag="input", type=kind)
    built.add("control", "button", "Sign in", selector="#in", tag="button", type="submit")
    for account in accounts:
        built.text(account)
    return built.page()


TWO = ("ada@x.test · s3cret1", "bo@x.test · s3cret2")


@pytest.mark.parametrize(
    ("goal", "who"),
    [
        ("Using the first test account shown on the sign-in page, delete bill B-3", "ada@x.test"),
        ("Using the second demo account shown, delete bill B-3", "bo@x.test"),
        ("Con la última cuenta de prueba que sale en la pantalla de acceso, borra la factura B-3", "bo@x.test"),
        ("Con las credenciales de prueba de la página, borra la factura B-3", "ada@x.test"),
        ("Sign in with the second account shown and delete bill B-3", "bo@x.test"),
        ("Using the third test account shown on the page, delete bill B-3", None),
        ("Delete bill B-3. Use the second of the two accounts that the sign-in page offers.", "bo@x.test"),
        ("Sign in with the account bo@x.test that is shown there and delete bill B-3", "bo@x.test"),
        ("As bo@x.test, delete bill B-3", "bo@x.test"),
        ("Con la segunda cuenta de la página de entrada, apunta una factura de 6 cajas y guárdala", "bo@x.test"),
        ("The demo login is bo@x.test. Sign in. Delete bill B-3", "bo@x.test"),
        ("Sign in as Cy Lund and delete bill B-3", None),
        ("Sign in with the account of Cy that the page shows, delete bill B-3", None),
        ("Sign in as cy@x.test and delete bill B-3", None),
        ("Sign in as ada@x.test without a password", None),
    ],
)
def test_an_account_that_the_page_shows_is_used_by_its_place(goal, who):
    typed = [step[2] for step in steps(plan(offering(*TWO), goal)) if step[0] == "fill"]

    assert typed[:1] == ([who] if who else [])


@pytest.mark.parametrize(
    ("goal", "who"),
    [
        ("With the demo user, delete bill B-3", "demo@x.test"),
        ("Con el usuario demo borra la factura B-3", "demo@x.test"),
        ("Using the test user delete bill B-3", "ada@x.test"),
        ("Using the demo account, delete bill B-3", "demo@x.test"),
        ("Con el usuario de prueba quiero borrar la factura B-3", "ada@x.test"),
    ],
)
def test_the_account_that_is_called_as_the_goal_says_is_used_among_those_shown(goal, who):
    page = offering("ada@x.test · s3cret1", "demo@x.test · s3cret2")

    assert next(step[2] for step in steps(plan(page, goal))) == who


@pytest.mark.parametrize(
    "goal",
    [
        "Delete the second user shown on the page",
        "Create a user bo@x.test and check that it is listed",
        "Sign out of the account bo@x.test",
        "Sign up with the account bo@x.test",
        "Show the account page and change the email to bo@x.test",
    ],
)
def test_an_account_that_something_is_done_with_signs_nobody_in(goal):
    assert all(verb != "login" for verb, _ in read(goal))


@pytest.mark.parametrize("goal", ["For the demo user delete bill B-3", "Para el usuario demo crea una nota"])
def test_for_whom_something_is_done_signs_nobody_in(goal):
    assert all(verb != "login" for verb, _ in read(goal))


@pytest.mark.parametrize("goal", ["Using the Ada account, delete B-3", "Using the test page, delete B-3"])
def test_what_names_no_account_of_the_page_signs_nobody_in(goal):
    assert [verb for verb, _ in read(goal)] == ["delete"]


@pytest.mark.parametrize(
    ("check", "now", "met"),
    [
        ("The login page appears again", door(), True),
        ("I am back on the sign-in page", door(), True),
        ("comprueba que vuelve a salir la pantalla de login", door(), True),
        ("comprueba que se muestra el formulario de inicio de sesión", door(), True),
        ("The login page appears again", inside(), False),
        ("comprueba que vuelve a salir la pantalla de login", inside(), False),
        ("The login page with Garnet appears", door(), False),
        ("You're back at the login", door(), True),
        ("I stay on the sign-in page", door(), True),
        ("I stay on the sign-in page", inside(), False),
        ("Entonces sigue en la página de entrada", inside(), False),
        ("Entonces sigue en la página de entrada", door(), True),
    ],
)
def test_the_way_in_is_known_by_what_it_asks_for_whatever_it_is_called(check, now, met):
    goal = f"Log in with ada@x.test and the password s3cret1, then sign out. {check}"
    sent = Planned(Step("click", selector="#sign-in"), uses=frozenset(range(40)), part=0, ends_part=True)
    left = Planned(Step("click", selector="#n1"), uses=frozenset(), part=1, ends_part=True)
    past = (Tried(sent, True, before=door()), Tried(left, True, before=inside()))

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, door(), past), None, ())

    assert finding.met is met


@pytest.mark.parametrize(
    "goal",
    [
        "As bo (password s3cret1) I want to close bill 4",
        "As user bo with the password s3cret1 I want to close bill 4",
        "As bo, password s3cret1, I need to close bill 4",
    ],
)
def test_a_role_whose_password_is_told_is_the_name_that_is_signed_in_with(goal):
    signing, *parts = read(goal)

    assert signing == ("login", "bo s3cret1")
    assert [words for _, words in parts] == ["bill 4"]


def test_a_role_is_a_name_in_spanish_too_and_one_without_a_password_is_none():
    assert read("Como bo (contraseña s3cret1) quiero borrar la factura 4")[0] == ("login", "bo s3cret1")
    assert [verb for verb, _ in read("As a clerk I want to delete bill 4")] == ["delete"]
    assert [verb for verb, _ in read("As a clerk I want to change the password to s3cret1")] == ["edit", "save"]


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("As a clerk, delete bill 4", "delete", "bill 4"),
        ("As the head of sales: please delete bill 4", "delete", "bill 4"),
        ("As a clerk, can you rename the bill Dune to Sand?", "edit", "the bill Dune to Sand"),
        ("Como administradora, borra la factura 4", "delete", "la factura 4"),
        ("Como encargado, abre la factura 4", "open", "la factura 4"),
    ],
)
def test_a_role_before_an_order_says_only_who_asks(goal, verb, words):
    assert read(goal)[0] == (verb, words)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ('As a note, write "Fragile"', "Fragile , As a note"),
        ("As a supplier, add Acme", "Acme , As a supplier"),
        ("As a category, choose Food", "Food , As a category"),
        ("Como motivo, pon Error", "Error , Como motivo"),
        ("As bo, delete bill 4", "bill 4 , As bo"),
    ],
)
def test_what_something_is_given_as_is_no_role(goal, words):
    assert read(goal)[0][1] == words


@pytest.mark.parametrize(
    "goal",
    [
        "Signing in as ada@x.test with the password s3cret1 should be rejected with a message about the password.",
        "Log in as ada@x.test with password s3cret1. It should be rejected.",
        "Log in with ada@x.test / s3cret1; the attempt must be rejected.",
        "Entra como ada@x.test con la clave s3cret1; el acceso debe ser rechazado.",
    ],
)
def test_what_is_to_be_rejected_right_after_signing_in_is_just_that(goal):
    (signing, _), (verb, words) = read(goal)

    assert (signing, verb) == ("login", "expect")
    assert "rejected" in words or "rechazado" in words


@pytest.mark.parametrize(
    "goal",
    [
        "Log in as ada@x.test with password s3cret1. Order 7 should be rejected.",
        "Log in as ada@x.test with password s3cret1. Order 7 is wrong. It should be rejected.",
    ],
)
def test_what_is_named_is_to_be_rejected_by_whoever_has_signed_in(goal):
    assert [verb for verb, _ in read(goal)] == ["login", "say", "save"]


@pytest.mark.parametrize(
    "goal",
    [
        "Log in as the manager (eva, s3cret99). Open Reports.",
        "Sign in as an administrator (eva / s3cret99) and open Reports.",
        "Log in as the shift manager: eva, s3cret99. Open Reports.",
        "Entra como responsable (eva, s3cret99) y abre Reports.",
        "Inicia sesión como la encargada (eva / s3cret99). Abre Reports.",
    ],
)
def test_the_role_in_which_somebody_signs_in_is_not_who_it_is(goal):
    assert read(goal) == [("login", "eva s3cret99"), ("open", "Reports")]
    assert secrets_in(goal) == ("s3cret99",)


@pytest.mark.parametrize("goal", ["Add the guest as speaker (Bo, A-12).", "Log in as Ada (the owner since 2019)."])
def test_what_brackets_tell_of_somebody_else_lets_nobody_in(goal):
    assert secrets_in(goal) == ()


def gate(asks):
    built = Builder()
    built.text("Harbour office", role="heading")
    if asks:
        built.field("Name", selector="#name")
        built.field("Password", type="password", selector="#pass")
        built.button("Sign in", selector="#in")
    else:
        built.button("Sign out", selector="#out")
    return built.page()


def gets_in(check, inside):
    goal = f"Sign in as ada@x.test with the password s3cret1. {check}"
    step = Step("click", selector="#in")
    past = (Tried(Planned(step, part=0, uses=frozenset(range(12)), ends_part=True), True, before=gate(True)),)
    return BuiltinExaminer().examine(Situation(goal, "", gate(not inside), gate(True), past), None, ()).met


@pytest.mark.parametrize("check", ["We must not get in.", "They must not come in.", "She must not go in."])
def test_whoever_must_not_get_in_is_asked_to_sign_in(check):
    assert gets_in(check, inside=False) is True
    assert gets_in(check, inside=True) is not True


@pytest.mark.parametrize("check", ["I should get in.", "We should go in.", "Debe dejarnos entrar."])
def test_whoever_gets_in_may_sign_out(check):
    assert gets_in(check, inside=True) is True
    assert gets_in(check, inside=False) is not True


def test_what_gets_into_something_else_is_no_signing_in():
    assert gets_in("The boat must not get in the harbour list.", inside=False) is not True
