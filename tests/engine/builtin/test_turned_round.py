"""What a list offers may be told the other way round: `boxes of green tea` for `Green tea box`."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.fields import assign
from ghostly.engine.builtin.matching import Reading
from ghostly.engine.builtin.taking import fields_of
from ghostly.engine.builtin.words import tokens_of


def chosen(words):
    built = Builder()
    built.field("Amount", type="number")
    built.select("Article", "Green tea box", "Black tea box", "Coffee bag", "Caja de té")
    page = built.page()
    found = assign(tokens_of(words), words, fields_of(Reading(page), page.controls), frozenset())
    return {each.field.node.name: each.value for each in found}


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("8 boxes of green tea", "Green tea box"),
        ("a box of black tea", "Black tea box"),
        ("12 bags of coffee", "Coffee bag"),
        ("3 cajas de té", "Caja de té"),
    ],
)
def test_the_option_is_chosen_that_says_the_same_the_other_way_round(words, article):
    assert chosen(words)["Article"] == article


@pytest.mark.parametrize("words", ["8 boxes of red tea", "8 boxes of tea", "a bag of green tea", "coffee of bags"])
def test_what_says_something_else_chooses_nothing(words):
    assert "Article" not in chosen(words)
