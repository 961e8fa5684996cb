"""When somebody signs in is said in passing, and what things add up to is looked at."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "rest"),
    [
        ("State filter: after signing in with ada@x.test / s3cret, filter by Paid", ("filter", "Paid")),
        ("After logging in with ada@x.test / s3cret, delete bill B-3", ("delete", "bill B-3")),
        ("Filtro: tras entrar con ada@x.test / s3cret, borra la factura B-3", ("delete", "la factura B-3")),
        ("Después de entrar con ada@x.test / s3cret, borra la factura B-3", ("delete", "la factura B-3")),
        ("When I log in with ada@x.test / s3cret then the list shows B-3", ("expect", "the list shows B-3")),
    ],
)
def test_when_somebody_signs_in_asks_for_nothing_more(goal, rest):
    signing, *parts = read(goal)

    assert signing == ("login", "ada@x.test s3cret")
    assert parts[-1] == rest
    assert not any("after" in words or "tras" in words or "When" in words for _, words in parts)


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Filter the bills by Paid. Only 3 should be left, adding up to 50 €", ["filter", "expect"]),
        ("Check that the bills add up to 50 €", ["expect"]),
        ("The bills add up to 50 €", ["expect"]),
        ("Add up to 3 teas to the cart", ["create", "save"]),
        ("Open the shop and add up to 3 teas", ["open", "create", "save"]),
    ],
)
def test_adding_up_to_an_amount_is_no_order(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def test_a_title_that_is_called_like_what_is_done_under_it_does_nothing():
    assert [verb for verb, _ in read("Filtro de estado: filtra las facturas por Pagada")] == ["filter"]
