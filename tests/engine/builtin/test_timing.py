"""Words that say when something is looked at, and nothing of it."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("goal", "claim"),
    [
        ("Add the book Dune. Once finished the book should be listed.", "the book should be listed"),
        ("Add the book Dune; when you're done, check that it is listed", "check that it is listed"),
        ("Add the book Dune, and once it is saved the list should show it", "the list should show it"),
        ("Add the book Dune. As soon as everything is done it must be listed.", "it must be listed"),
        ("Add the book Dune. Once added, the list must show 4 books.", "the list must show 4 books"),
        ("Delete the book Dune. Once it has been deleted the list must show 2 books.", "the list must show 2 books"),
        ("Registra el libro Dune. Una vez terminado, el libro debe salir.", "el libro debe salir"),
        ("Registra el libro Dune; cuando esté guardado tiene que aparecer", "tiene que aparecer"),
        ("Registra el libro Dune. Cuando hayas acabado, comprueba que figura.", "comprueba que figura"),
        ("Registra el libro Dune. En cuanto esté registrado debe figurar en la lista.", "debe figurar en la lista"),
        ("Registra el libro Dune. Una vez registrado el libro, debe figurar.", "debe figurar"),
    ],
)
def test_that_what_was_ordered_is_over_says_only_when_something_is_looked_at(goal, claim):
    assert [said for _, said in told(goal)][1:] == [claim]


@pytest.mark.parametrize(
    ("goal", "kept"),
    [
        ("Open the task Paint. When it is completed it should be struck through.", "completed"),
        ("Add the book Dune. When it is deleted the list must be empty.", "deleted"),
        ("Add the task Paint. Once completed tasks are hidden, the list shows 3 tasks.", "completed"),
        ("Approve ORD-7. When the order is approved, cancel it.", "approved"),
        ("Registra el libro Dune. Cuando esté borrado no debe salir.", "borrado"),
    ],
)
def test_what_was_not_ordered_or_tells_of_something_else_is_kept(goal, kept):
    assert kept in " ".join(said for _, said in told(goal)[1:])
