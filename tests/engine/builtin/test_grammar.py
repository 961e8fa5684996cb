"""A goal becomes parts: one verb each, in order, in English and in Spanish."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.recall import likeness
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.secrecy import secrets_in


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Click on the OK button", ["click"]),
        ("Press Enter", ["press"]),
        ("Press the Save button", ["click"]),
        ("Go to Settings and enable notifications", ["open", "check"]),
        ("Type hello into the search box, then hit Submit.", ["fill", "click"]),
        ("Create an invoice for Ada and confirm that it is listed", ["create", "save", "expect"]),
        ("Create an invoice for Ada and save it", ["create", "save"]),
        ("Add a task called Dust; set the priority to High; save", ["create", "fill", "save"]),
        ("Check the box and verify that the total changes", ["check", "expect"]),
        ("Check that the total is 12", ["expect"]),
        ("Confirm the order", ["save"]),
        ("Log in as ada@x.test with password hunter22. The dashboard should appear.", ["login", "expect"]),
        ("Crea una factura para Ada y comprueba que aparece", ["create", "save", "expect"]),
        ("Inicia sesión con ada@x.test, ve a Ajustes y cierra sesión", ["login", "open", "logout"]),
        ("Borra la nota y confirma que ya no aparece", ["delete", "expect"]),
        ("I want to rename the list to Chores", ["edit", "save"]),
        ("Please search for cats and open the first result", ["search", "open"]),
        ("Select red and blue and click Submit", ["choose", "click"]),
        ("Drag the card to Done", ["drag", "save"]),
        ("Reply to Ada", ["say", "save"]),
    ],
)
def test_the_verbs_of(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "negated"),
    [
        ("Check that ORD-1 is listed", False),
        ("Check that ORD-1 is not listed", True),
        ("ORD-1 must no longer appear", True),
        ("Comprueba que ORD-1 no aparece", True),
    ],
)
def test_a_check_may_be_that_something_is_not_there(goal, negated):
    [part] = read_goal(goal).parts

    assert (part.verb, part.negated) == ("expect", negated)


def test_values_are_told_apart_from_words():
    goal = """Set "A b" to 3, 2025-03-04, 10:30 PM, €12.50, ORD-7, ada@x.test, https://x.test/a. and {{PIN}}"""

    kinds = {token.text: token.kind for token in tokens_of(goal) if token.is_value}

    assert kinds == {
        "A b": "quoted",
        "3": "number",
        "2025-03-04": "number",
        "10:30 PM": "number",
        "€12.50": "number",
        "ORD-7": "code",
        "ada@x.test": "email",
        "https://x.test/a": "url",
        "{{PIN}}": "placeholder",
    }


@pytest.mark.parametrize(
    ("goal", "secrets"),
    [
        ("Sign in with password hunter22", ("hunter22",)),
        ("password: 'two words', PIN 4711", ("two words", "4711")),
        ("con la contraseña es abc123.", ("abc123",)),
        ("The password field is empty", ()),
        ("Reset the password and log in", ()),
        ("with password {{PASSWORD}}", ()),
        ("Pin the note Buy milk, then pin 'Call Ana'", ()),
        ("enter the pin 4711 and pin: 0042", ("4711", "0042")),
    ],
)
def test_the_secrets_in_a_goal(goal, secrets):
    assert secrets_in(goal) == secrets


@pytest.mark.parametrize("secret", ["Mole7Tiger-9x", "p@ss#w0rd", "sesame"])
@pytest.mark.parametrize(
    "phrase",
    [
        "Type {} in the password box, ana@x.test in the email box, press Sign in",
        "Use {} as the password and ana@x.test as email to sign in",
        "Enter the email ana@x.test, then enter {} for the password and press Sign in",
        'Fill in Password with "{}" and Email with "ana@x.test", press Sign in',
        "Fill the Password field: {}. Fill the Email field: ana@x.test. Press Sign in",
        "Write {} into the field Password, press Sign in",
        "Type ana@x.test into Email and {} into Password and press Sign in",
        "In the password field type {} and press Sign in",
        "Log in as ana@x.test by entering {} in the password field",
        "Enter {} twice: in the new password field and in the repeat password field",
        "Populate the password input with {}",
        'Insert {} in "Password" and press Sign in',
        "Paste {} into the API token field",
        "Escribe {} en la contraseña y ana@x.test en el correo, pulsa Sign in",
        "Rellena Password con {}, Email con ana@x.test y pulsa Sign in",
        "Pon {} en el campo Contraseña y pulsa Entrar",
        "En el campo contraseña escribe {} y pulsa Entrar",
        "Usa {} como clave y ana@x.test como usuario",
        "Open the login page, put ana@x.test in the first box and {} in the password one, then press Sign in",
        "Fill in ana@x.test for the email and {} for the password and submit",
        "As password use {}, as email use ana@x.test",
        "Password field: type {}",
        "When asked for a password answer {}",
        "Add an API key with the value {}",
        "Regístrate con ana@x.test y {} como contraseña",
        "Cambia mi contraseña por {}",
    ],
)
def test_a_password_is_told_in_many_ways(phrase, secret):
    assert secrets_in(phrase.format(secret)) == (secret,)


def test_both_passwords_of_a_change_are_secret():
    assert secrets_in("Change my password from old-One1 to Tr0ub4dor&3") == ("old-One1", "Tr0ub4dor&3")


@pytest.mark.parametrize(
    "phrase",
    [
        "Sign in as ana@x.test using {}",
        "Entra como ana@x.test usando {}",
        "The password field gets {}, the email field ana@x.test",
        "Sign in with my password, which is {}",
        "Fill the login form with ana@x.test and {}",
        "{} is the password; the email is ana@x.test",
        "Unlock with the PIN {}",
    ],
)
def test_what_may_be_another_word_is_a_password_only_when_it_looks_like_one(phrase):
    assert secrets_in(phrase.format("Mole7Tiger-9x")) == ("Mole7Tiger-9x",)
    assert secrets_in(phrase.format("Google")) == ()


@pytest.mark.parametrize(
    "goal",
    [
        "Type Ada in the name field and leave the password empty",
        "Check that the password field is shown and that a wrong password is refused",
        "The password must be changed",
        "Click Forgot password",
        "Use the password field",
        "Enter the password, type Ada in the name field",
        "Write a note in the password manager page",
        "Write notes in the password manager",
        "Press Enter in the password field",
        "Put the focus in the password field, then enter it in the password field",
        "Use sugar for the secret recipe",
        "Add a card called Passwords to the board",
        "Check that the password strength meter is shown",
        "Type {{PASSWORD}} in the password box",
        "Set the password expiry to 30 days and check that the password fields are empty",
        "Check that a link to reset the password is sent",
        "La contraseña debe tener 8 caracteres y es obligatoria",
        "Comprueba que el campo contraseña aparece y deja la contraseña vacía",
    ],
)
def test_words_about_passwords_are_none(goal):
    assert secrets_in(goal) == ()


ORDER = "Create an order for Textil Sur with 3 rolls and check that it is listed"


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (ORDER, True),
        ("Add an order of 3 rolls for Textil Sur, then verify that it is listed", True),
        ("Create an order for Textil Norte with 3 rolls and check that it is listed", False),
        ("Create an order for Textil Sur with 4 rolls and check that it is listed", False),
        ("Delete the order for Textil Sur with 3 rolls and check that it is listed", False),
        ("Create an order for Textil Sur with 3 rolls and check that it is not listed", False),
    ],
)
def test_a_paraphrase_is_the_same_goal_and_another_value_is_not(other, alike):
    assert (likeness(ORDER, other) >= 0.6) is alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Fill From with Ana and To with Luis and press Transfer",
            "Fill From with Luis and To with Ana and press Transfer",
        ),
        ("Move 50 from Ana to Luis", "Move 50 from Luis to Ana"),
        ("Archive Paint", "Archive everything except Paint"),
        ("Archive Paint", "Archive all but Paint"),
        ("Press Export rows", "Press Export rows if it is enabled"),
        ("Delete the first order", "Delete the second order"),
        ("Delete the oldest order", "Delete the newest order"),
        ("Show two orders", "Show three orders"),
        ("Press Export rows", "Press Export columns"),
    ],
)
def test_a_goal_with_the_same_words_that_means_something_else_is_another_one(one, other):
    assert likeness(one, other) < 0.6
    assert likeness(other, one) < 0.6


def test_a_label_with_its_number_says_more_of_what_is_created():
    parts = read_goal(
        "Create an order for Textil Sur with product Linen roll and quantity 3 and check that it is listed"
    )

    assert [part.verb for part in parts.parts] == ["create", "save", "expect"]
    assert "3" in [token.text for token in parts.parts[0].words]


@pytest.mark.parametrize(
    ("goal", "verb", "names"),
    [
        ("Order 77 is wrong: remove it", "delete", ["77"]),
        ("INV-77 has been paid, so mark it as Paid", "edit", ["INV-77", "Paid"]),
        ("The invoice of Ada is a duplicate. Please cancel it.", "delete", ["Ada"]),
        ("La factura INV-77 está mal: bórrala", "delete", ["INV-77"]),
        ("I want INV-77 to be archived", "say", ["INV-77"]),
        ("I need the invoice INV-77 to be Paid", "edit", ["INV-77", "Paid"]),
        ("Quiero que la factura INV-77 sea eliminada", "delete", ["INV-77"]),
    ],
)
def test_a_reason_or_a_wish_says_what_an_order_is_about(goal, verb, names):
    part = read_goal(goal).parts[0]

    assert (part.verb, [t.text for t in part.words if t.is_value or t.text in ("Ada", "Paid")]) == (verb, names)


@pytest.mark.parametrize(
    ("goal", "verbs", "norms"),
    [
        ("Register Ada Ray (badge no. B-12, room 4)", ["create", "save"], ["badge", "number", "B-12"]),
        ("Crea la factura núm. 7 para Ada", ["create", "save"], ["factura", "number", "7"]),
        ("Check that it is paid and that there is no 7", ["expect", "expect"], ["no", "7"]),
    ],
)
def test_the_short_word_for_a_number_denies_nothing_and_ends_no_sentence(goal, verbs, norms):
    parts = read_goal(goal).parts

    assert [part.verb for part in parts] == verbs
    assert set(norms) <= {t.norm if t.kind == "word" else t.text for part in parts for t in part.words}


def test_an_end_that_says_when_is_no_end_that_says_where():
    assert "end" not in read_goal("It must be in the list at the end").parts[0].said
    assert "end" in read_goal("Click the link at the end of the page").parts[0].said


@pytest.mark.parametrize("secret", ["Zx9!hunter-77Qé", "p@ss#w0rd", "$ecret?1", "demo1234"])
def test_a_password_is_one_word_whatever_it_is_made_of(secret):
    said = [token.text for token in tokens_of(f"Sign in as demo@ghostly.test with password {secret}, then open Orders")]

    assert said[-6:] == ["password", secret, ",", "then", "open", "Orders"]


@pytest.mark.parametrize(
    ("goal", "said", "negated"),
    [
        ("Check that the list shows Ada as not paid", "not paid", False),
        ("Comprueba que Ada sale como no pagada", "no pagada", False),
        ("Check that its state is Not started", "Not started", False),
        ("Check that the boat is shown as not checked in", "not checked in", False),
        ("Check that Ada is not listed as paid", None, True),
        ("Check that it is listed as no longer active", None, True),
        ("Check that there is no bill of Ada", None, True),
    ],
)
def test_a_state_may_be_called_by_what_is_not_so(goal, said, negated):
    part = read_goal(goal).parts[-1]

    assert part.negated is negated
    assert [t.text for t in part.words if t.kind == "quoted"] == ([said] if said else [])
