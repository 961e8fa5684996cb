"""What is edited as `it`, and what may stand further down a list that has tabs."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Search for Elm Hall. Edit it: time 10:30 and 60 seats.", "Elm Hall : time 10:30 and 60 seats"),
        ("Busca la sala Roble. Edítala: hora 10:30 y 60 plazas.", "la sala Roble : hora 10:30 y 60 plazas"),
        ("Lot B-31 was counted wrongly. Edit it: weight 47.9", "Lot B-31 : weight 47.9"),
    ],
)
def test_what_is_edited_is_what_was_told_of_before(goal, words):
    [edit] = [part for part in read_goal(goal).parts if part.verb == "edit"]

    assert " ".join(t.text for t in edit.words) == words


@pytest.mark.parametrize("goal", ["Delete the session of Gull", "Borra la sesión de Gull", "Open the session of Gull"])
def test_the_list_that_is_shown_is_looked_through_before_those_of_other_tabs(goal):
    page = Builder()
    for name in ("All (9)", "Planned (5)", "Held (4)"):
        page.add("control", "tab", name, states={"selected": str(name.startswith("All")).lower()})
    for name in ("Heron", "Egret", "Crane"):
        page.into("row", name)
        page.text(name)
        page.button(f"Delete {name}")
        page.out()
    more = page.button("Show more")

    [step] = plan(page.page(), goal).steps

    assert step.step.selector == f"#n{more}"
