"""What is to be listed still after a change is looked for where it was listed: on another page of the list too."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

FIRST, SECOND = "http://app.test/boats", "http://app.test/boats?p=2"
HERON, IBIS, TERN = ("B-7", "Heron", "Open"), ("B-5", "Heron", "Paid"), ("B-9", "Tern", "Paid")
CRANE, SWAN = ("B-2", "Crane", "Open"), ("B-3", "Swan", "Open")


def boats(url, *rows, more=True):
    built = Builder()
    built.text("Boats", role="heading")
    built.into("table")
    table = built.holder
    for row in rows:
        built.holder = table
        built.into("row")
        for text in row:
            built.text(text, role="cell")
        built.button(f"Delete {row[0]}", selector=f"#drop-{row[0]}")
    built.out()
    if more:
        built.link("Next" if url == FIRST else "Previous")
    return replace(built.page(), url=url)


def examined(check, *first, more=True):
    """A run that turned to the second page and deleted the Crane there; the first one is loaded again."""
    old, before = boats(FIRST, HERON, IBIS, TERN, more=more), boats(SECOND, CRANE, SWAN, more=more)
    turned = Planned(Step("click", selector="#next"), part=0, explores=True)
    drop = Planned(Step("click", selector="#drop-B-2"), part=0, uses=frozenset(range(5)), commits=True, ends_part=True,
                   target=Target("button", "Delete B-2", "#drop-B-2"))  # fmt: skip
    past = (Tried(turned, True, before=old), Tried(drop, True, before=before))
    after = boats(SECOND, SWAN, more=more)
    situation = Situation(f"Delete the boat Crane. {check}", FIRST, after, old, past)
    left = BuiltinExaminer().pages_left(situation)
    again = replace(situation, revisited=(boats(FIRST, *first, more=more),) if FIRST in left else ())
    return BuiltinExaminer().examine(again, after, ()).met


@pytest.mark.parametrize(
    "check",
    [
        "The boat Tern (B-9) is still there.",
        "Boat B-9 must still be listed.",
        "B-9, the one called Tern, is still Paid.",
        "Check that B-9 remains in the list.",
        "Make sure the Tern is still listed.",
        "Check that B-9 stays Paid.",
        "El barco Tern (B-9) sigue ahí.",
        "Comprueba que B-9 sigue en la lista.",
        "B-9, el del Tern, sigue Paid.",
        "El barco B-9 tiene que seguir estando.",
        "Comprueba que el Tern todavía aparece.",
        "B-9 debe permanecer en la lista.",
        "The two boats called Heron are still there.",
        "Both Heron boats are still listed.",
        "Los dos barcos Heron siguen estando.",
        "Comprueba que los dos barcos Heron siguen en la lista.",
    ],
)
def test_what_another_page_of_the_list_shows_is_still_listed(check):
    assert examined(check, HERON, IBIS, TERN) is True
    assert examined(check, HERON if "Heron" not in check else TERN) is not True
    assert examined(check, ("B-7", "Heron", "Open"), ("B-5", "Heron", "Gone"), ("B-9", "Tern", "Gone")) is not True


def test_what_was_not_so_before_is_not_still_so():
    assert examined("B-9 is still Open.", HERON, IBIS, TERN) is not True
    assert examined("The three Heron boats are still there.", HERON, IBIS, TERN) is not True


def test_what_no_page_that_was_looked_at_lists_is_not_known_to_be_gone():
    assert examined("B-9 is still there.", HERON, IBIS) is None
    assert examined("B-9 is still there.", HERON, IBIS, more=False) is False
