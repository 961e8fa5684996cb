"""Whoever signs in does so under the whole of a name and with the whole of a password, however they are told."""

import pytest

from ghostly.engine.builtin.grammar import read_goal

WAYS = [
    "Sign in as {name} with the password {word} and open the invoices",
    "Log in ({name} / {word}), open the invoices",
    "open the invoices. login: {name} / {word}",
    "Given I am signed in as {name} (password {word}), when I open the invoices, then I see a list",
    "1. Sign in with {name} and {word}\n2. Open the invoices",
    "Open the invoices. Account: {name}, {word}.",
    "Open the invoices (sign in as {name}, password {word})",
    "User {name}, password {word}: open the invoices",
    "Inicia sesión como {name} con la contraseña {word} y abre las facturas",
    "Accede con el usuario {name} y la clave {word} y abre las facturas",
]
NAMES = [
    "bo@x.test",
    "bo.lind@mail-x.test",
    "bo-ann.lind@x.co.uk",
    "b.lind+test@x.test",
    "BO.Lind@x.test",
    "bo_2@x.test",
]
WORDS = ["elm-road-7", "hunter2", "Win73r!", "correct.horse9", "Verano#24", "hazel-bank-3"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_an_account_is_read_whole(way, name):
    for word in WORDS:
        login, then, *_ = read_goal(way.format(name=name, word=word)).parts

        assert (login.verb, [token.text for token in login.words]) == ("login", [name, word])
        assert (then.verb, then.words[-1].text) == ("open", "facturas" if "facturas" in way else "invoices")


@pytest.mark.parametrize("end", [".", "?", ")", ":", " -", "!"])
def test_the_end_of_a_sentence_is_no_part_of_a_password(end):
    login, *_ = read_goal(f"Open the invoices as bo@x.test with the password swordfish{end}").parts

    assert [token.text for token in login.words] == ["bo@x.test", "swordfish"]


@pytest.mark.parametrize(
    "goal",
    [
        "Given I am signed in at the desk as dora with the passphrase kiln-77. When I open the bills",
        "1. Sign in (staff name: dora, passphrase: kiln-77)\n2. Open the bills",
        "Open the bills. Access: dora, passphrase kiln-77",
        "Staff name dora, passphrase kiln-77. Open the bills",
        'Given I sign in with staff name "dora" and passphrase "kiln-77". When I open the bills',
        "Log in as dora with kiln-77 and open the bills",
        "dora / kiln-77\nOpen the bills",
        "I'm dora, password kiln-77. Open the bills",
        "Soy dora, PIN kiln-77. Abre las bills",
        "Entra como dora (PIN kiln-77), abre las bills",
        "Abre las bills. Los datos de acceso son dora y el PIN kiln-77.",
        "Abre las bills. Acceso: dora, kiln-77",
        "1) Acceder con usuario dora y PIN kiln-77. 2) Abre las bills",
    ],
)
@pytest.mark.parametrize("word", ["kiln-77", "90210"])
def test_who_has_no_address_signs_in_under_a_name_with_whatever_lets_them_in(goal, word):
    login, then, *rest = read_goal(goal.replace("kiln-77", word)).parts

    assert (login.verb, [token.text for token in login.words]) == ("login", ["dora", word])
    assert (then.verb, then.words[-1].text, rest) == ("open", "bills", [])


@pytest.mark.parametrize(
    "goal",
    ["Move lot 12 / 4711 to Marked", "Set the width/height to 20/4000", "Invite dora as clerk 4711", "Add PIN 4711"],
)
def test_a_number_beside_a_word_lets_nobody_in(goal):
    assert not [part for part in read_goal(goal).parts if part.verb == "login"]
