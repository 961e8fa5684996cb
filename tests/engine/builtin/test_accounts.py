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
