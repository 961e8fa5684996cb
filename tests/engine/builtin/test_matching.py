"""What a text holds, as whole words."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

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


@pytest.mark.parametrize(
    ("goal", "memos", "button"),
    [
        ("Delete the memo about painting the fence", ("Paint the fence green", "Mow the lawn"), "#d0"),
        ("Borra el memo sobre pintar la valla", ("Corta el césped", "Pinta la valla"), "#d1"),
        # What says just so is meant rather than what is done in another one.
        ("Delete the memo about painting", ("Paint the fence", "Painting course"), "#d1"),
        ("Delete the memo about selling the door", ("Paint the fence", "Mow the lawn"), None),
    ],
)
def test_an_entry_that_says_what_to_do_is_about_doing_that(goal, memos, button):
    built = Builder()
    built.text("Memos", role="heading")
    for number, memo in enumerate(memos):
        built.into("listitem", tag="li")
        built.text(memo)
        built.button(f"Delete memo {number}", selector=f"#d{number}")
        built.out()

    draft = plan(built.page(), goal)

    said = {t for planned in draft.steps for t in planned.uses}
    assert steps(draft) == ([("click", button, None)] if button else [])
    assert not button or len(said) >= len(goal.split()) - len(("Delete", "the", "about", "the", "the"))


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Open Help from the footer", "foot"),
        ("Abre Help desde el pie", "foot"),
        ("Open Help from the header", "head"),
    ],
)
def test_a_link_is_told_from_its_twin_by_the_part_of_the_page(goal, pressed):
    built = Builder()
    for role, place in (("banner", "head"), ("contentinfo", "foot")):
        built.into(role)
        built.add("control", "link", "Help", href=f"/{place}", selector=f"#{place}")
        built.out()

    assert steps(plan(built.page(), goal)) == [("click", f"#{pressed}", None)]
