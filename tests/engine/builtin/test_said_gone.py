"""That something is gone is one thing, and that a message says so is another."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def boats(*names, said=""):
    built = Builder()
    built.text("Boats", role="heading")
    if said:
        built.into("status")
        built.text(said)
    for name in names:
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.button("Delete", selector=f"#{name}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("check", "said", "met"),
    [
        ("A message says Heron was deleted", "Heron was deleted.", True),
        ("A message says Heron was deleted", "", None),
        ("A message says Heron was deleted", "Boats are counted daily.", None),
        ("A message says Heron was deleted", "Heron could not be deleted.", None),
        ("You should see a notice that Heron was removed", "Heron was removed.", True),
        ("You should see a notice that Heron was removed", "Teal was removed.", None),
        ("Un mensaje dice que Heron se ha borrado", "Heron se ha borrado.", True),
        ("Un aviso dice que se ha eliminado", "Barco eliminado.", True),
        ("Un aviso dice que se ha eliminado", "", None),
        ("The page says it was deleted", "", None),
        ("A message says the crate was deleted", "Boat deleted.", None),
        ("Heron is gone from the list", "", True),
        ("Heron should be deleted", "", True),
    ],
)
def test_that_a_thing_is_gone_is_no_message_that_says_so(check, said, met):
    before, now = boats("Heron", "Teal"), boats("Teal", said=said)
    pressed = Planned(
        Step("click", selector="#Heron"), uses=frozenset(range(4)), ends_part=True, commits=True,
        target=Target("button", "Delete", "#Heron"),
    )  # fmt: skip
    situation = Situation(
        f"Delete the boat Heron. {check}", now.url, now, before, (Tried(pressed, True, before=before),)
    )

    assert BuiltinExaminer().examine(situation, boats("Teal"), ()).met is met


@pytest.mark.parametrize(
    ("check", "is_denied"),
    [
        ("The notice that it was removed appears.", False),
        ("Check that the banner that Heron was deleted is shown.", False),
        ("El aviso de que se ha eliminado aparece.", False),
        ("The notice that it was removed does not appear.", True),
        ("The notice that it was removed is no longer shown.", True),
        ("El aviso de que se ha eliminado no aparece.", True),
        ("The notice that was shown is gone.", True),
        ("The message that was shown is gone.", True),
        ("The notice is gone.", True),
    ],
)
def test_what_a_notice_says_denies_nothing_of_the_notice(check, is_denied):
    assert read_goal(f"Delete the boat Heron. {check}").parts[-1].negated is is_denied
