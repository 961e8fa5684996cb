"""A form that is opened to edit one thing is filled in with what is added there, and not saved before."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Open the lamp L-7 to edit it and set the price to 5.", "the lamp L-7"),
        ("Open the lamp L-7 for editing and set the price to 5.", "the lamp L-7"),
        ("Abre la lámpara L-7 para editarla y pon el precio 5.", "la lámpara L-7"),
        ("Abre la ficha de Ada para modificarla y pon el precio 5.", "la ficha de Ada"),
    ],
)
def test_what_is_opened_to_be_edited_has_its_form_opened(goal, thing):
    assert told(goal)[0] == ("edit", thing)


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Open the lamp L-7 to delete it.", "the lamp L-7 to delete it"),
        ("Open the menu to see the lamps.", "the menu to see the lamps"),
        ("Open the form to edit it.", "the form to edit it"),
    ],
)
def test_what_is_opened_for_anything_else_is_only_opened(goal, thing):
    assert told(goal)[0] == ("open", thing)


@pytest.mark.parametrize(
    "goal",
    [
        'Edit the lamp L-7, add the note "Fragile" and save.',
        'Edit the lamp L-7, add a comment "Fragile" and save.',
        "Edita la lámpara L-7, añade la nota «Frágil» y guarda.",
        "Abre la lámpara L-7 para editarla, añade la nota «Frágil» y guarda.",
        "Edit the customer Ada, add the phone 555 and save.",
        'Edit the lamp L-7, change the price to 5, add the note "Fragile" and save.',
        "Edita la lámpara L-7: cambia el precio a 5, añade la nota «Frágil» y guarda.",
        "Modify the customer Ada, set her city to Porto, add the phone 555 and save.",
    ],
)
def test_what_is_added_to_something_that_is_edited_goes_into_its_form(goal):
    assert [verb for verb, _ in told(goal)] == ["edit", "fill", "save"]


@pytest.mark.parametrize(
    "goal",
    [
        "Edit the project Apollo and add a task called Ship it.",
        "Edit the invoice F-3, add a line with 3 rolls and save.",
        'Rename the lamp L-7 to "Luna" and add the note "Fragile".',
        'Change the price of L-7 to 5 and add the note "Fragile".',
        "Edit the lamp L-7, change the price to 5 and create a new note «Frágil».",
    ],
)
def test_what_is_a_thing_of_its_own_is_made_after_the_form_was_saved(goal):
    assert [verb for verb, _ in told(goal)][1:3] == ["save", "create"]
