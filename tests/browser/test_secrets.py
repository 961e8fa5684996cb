"""Whether what is typed into a field must not be shown."""

import json
import time

import pytest
from fakes import eventually

from ghostly.engine.ports import Look


@pytest.mark.parametrize("field", list("abcdefghij"))
def test_a_field_is_secret_by_its_kind_or_its_words(look_at, field):
    assert look_at("secrets.html").browser.is_secret(f"#{field}") is True


@pytest.mark.parametrize("field", list("klmn"))
def test_a_field_is_not_secret_by_a_part_of_a_word(look_at, field):
    assert look_at("secrets.html").browser.is_secret(f"#{field}") is False


@pytest.mark.parametrize("selector", ["#absent", "div[", "iframe >> #inner"])
def test_what_is_not_on_the_page_is_not_known_to_be_plain_and_nobody_waits_for_it(look_at, selector):
    there = look_at("secrets.html")
    began = time.monotonic()

    assert there.browser.is_secret(selector) is None
    assert time.monotonic() - began < 3


def test_a_secret_is_not_in_the_words_of_a_failure(visit):
    there = visit("form.html", secrets=("sesame",))

    assert "sesame" not in str(there.fails("assertText", text="open sesame"))


LONG = "Zq7kW-sesame-4711-hunter22-Qx9"


@pytest.fixture
def knowing(visit):
    return visit("troubles.html", secrets=(LONG,))


def left_of(text):
    return [LONG[at : at + 4] for at in range(len(LONG) - 3) if LONG[at : at + 4] in text]


# Just before each place where texts are cut.
@pytest.mark.parametrize("before", [185, 190, 285, 485, 490])
def test_a_secret_is_not_half_shown_where_what_a_script_or_an_answer_says_is_cut(knowing, before):
    said = "x" * before + LONG
    knowing.do("fill", selector="#answer", value=json.dumps({"error": said}))
    knowing.do("click", selector="#ask")
    knowing.do("fill", selector="#body", value=said)
    knowing.do("click", selector="#throw-body")
    told = {}

    eventually(lambda: told.update({t.kind: t.message for t in knowing.browser.troubles()}) or len(told) == 2)

    assert set(told) == {"refused", "exception"}
    assert left_of(" ".join(told.values())) == []


@pytest.mark.parametrize("before", [185, 190, 485, 490])
def test_nor_where_what_a_dialog_says_is_cut(visit, before):
    there = visit("dialogs.html", secrets=(LONG,))
    there.do("fill", selector="#text", value="x" * before + LONG)
    there.do("click", selector="#tell")

    seen, refused = there.browser.observe(Look(1_000)).dialog, str(there.fails("click", selector="#tell"))

    assert left_of(seen + refused) == []
    there.do("acceptDialog")


@pytest.mark.parametrize("before", [185, 190, 195])
def test_nor_where_the_text_of_a_page_is_cut(visit, before):
    there = visit("dialogs.html", secrets=(LONG,))
    there.do("fill", selector="#text", value="x " * (before // 2) + LONG)
    target = there.do("click", selector="#name").target

    seen = there.browser.observe(Look(1_000))

    assert left_of(" ".join((target.name, *(f"{node.name} {node.text} {node.label}" for node in seen.nodes)))) == []


@pytest.mark.parametrize("field", ["#a", "#b", "#e", "#f", "#h"])
def test_an_outline_shows_no_value_of_a_field_whose_words_are_secret(visit, field):
    # The page fills it in itself: nobody has told the run that it is a secret.
    outline = visit(f"secrets.html#{field[1:]}=sesame-street").do("snapshot").a11y

    assert "sesame-street" not in outline
    assert "[REDACTED]" in outline


def test_an_outline_shows_what_other_fields_hold(visit):
    assert "sesame-street" in visit("secrets.html#k=sesame-street").do("snapshot").a11y
