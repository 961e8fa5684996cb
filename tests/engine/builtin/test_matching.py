"""What a text holds, as whole words."""

import pytest

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
