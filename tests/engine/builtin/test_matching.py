"""What a text holds, as whole words."""

import pytest

from ghostly.engine.builtin.lexicon import same
from ghostly.engine.builtin.matching import holds


@pytest.mark.parametrize(
    ("text", "wanted", "held"),
    [
        ("the open orders", "open", True),
        ("the opened orders", "open", False),
        ("reopen it, then open it", "open", True),
        ("€5.00", "5.00", True),
        ("anything", "", False),
        ("", "", False),
    ],
)
def test_a_text_holds_whole_words_and_never_nothing(text, wanted, held):
    assert holds(text, wanted) is held


@pytest.mark.parametrize(
    ("one", "other"),
    [("priority", "prioridad"), ("size", "tamano"), ("level", "nivel"), ("year", "ano"), ("location", "ubicacion")],
)
def test_the_labels_of_forms_are_known_in_both_languages(one, other):
    assert same(one, other)
