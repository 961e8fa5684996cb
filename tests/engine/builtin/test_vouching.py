"""A text has to say what a check says: words alone, in whatever order and whatever is said of them, do not count."""

import pytest

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.page import Node, Page
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def page(text=""):
    button = Node(0, -1, "control", "button", "#run", tag="button", name="Run job")
    said = [Node(1, -1, "text", "", "#said", text=text)] if text else []
    return Page("http://app.test/", "Jobs", (button, *said))


def pressed(text, check):
    """What is found out once `Run job` was pressed and the page says the text."""
    goal = f"Press Run job and check that {check}"
    uses = frozenset(t.number for t in goal_of(goal).parts[0].words) | {0}
    step = Planned(
        Step("click", selector="#run"), uses=uses, ends_part=True, target=Target("button", "Run job", "#run")
    )
    situation = Situation(goal, "http://app.test/", page(text), page(), (Tried(step, True, before=page()),))
    return BuiltinExaminer().examine(situation, None, ())


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Could not save", "it is saved"),
        ("Nothing was saved", "it was saved"),
        ("Job was cancelled", "the job was done"),
        ("Request not approved", "the request is approved"),
        ("Request was not approved", "Approved is shown"),
        ("No orders saved", "orders are saved"),
        ("0 files uploaded", "files are uploaded"),
        ("No results for Unobtainium", "Unobtainium is found"),
        ("Limit reached: Juliet7 was discarded", "Juliet7 appears"),
        ("Sent to Ana, not to Luis", "it is sent to Luis"),
        ("Job will be finished tomorrow", "the job is finished"),
        ("Is the job finished?", "the job is finished"),
        ("Please confirm that the job is finished", "the job is finished"),
        ("3 of 12 rows exported", "12 rows are exported"),
        ("Balance -5", "the balance is 5"),
        ("Moved 50 from Ana to Luis", "50 was moved from Luis to Ana"),
        ("Paint is before Sand", "Sand is before Paint"),
        ("Profile of Ana Luis shown", "Profile of Luis Ana shown is shown"),
        ("No se pudo guardar el pedido", "el pedido se ha guardado"),
        ("El pago fue rechazado", "el pago aparece"),
        ("Bob Test could not be saved", '"Bob Test" appears'),
        ("No results for Bob Test", '"Bob Test" is listed'),
    ],
)
def test_a_text_that_says_something_else_with_the_same_words_is_no_proof(text, check):
    assert pressed(text, check).met is not True


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Job finished", "the job is finished"),
        ("Job finished. No further action is needed.", "the job is finished"),
        ("The job was saved", "it is saved"),
        ("Saved", "it was saved"),
        ("Moved 50 from Ana to Luis", "50 was moved from Ana to Luis"),
        ("Moved 50 from Ana to Luis", "50 was moved to Luis"),
        ("Paint is before Sand", "Paint is before Sand"),
        ("12 of 12 rows exported", "12 of 12 rows are exported"),
        ("12 rows exported", "12 rows are exported"),
        ("Balance -5", "the balance is -5"),
        ("Balance: 5", "the balance is 5"),
        ("No orders saved", "no orders are saved"),
        ("Could not save", '"Could not save" is shown'),
        ("Selected: nothing Amounts: 201", '"Amounts: 201" is shown'),
        ("Asked for nothing, sum -, F ten", '"F ten" is shown'),
        ("The request was not approved", "the request was not approved"),
        ("Juliet7 was added", "Juliet7 appears"),
        ("Profile of Ana Luis shown", "Profile of Ana Luis is shown"),
        ("Pedido guardado", "el pedido se ha guardado"),
        ("Will Smith has been invited", "Will Smith is invited"),
        ("Order ORD-7 for No Name Ltd created", "ORD-7 for No Name Ltd is shown"),
    ],
)
def test_a_text_that_says_just_that_is_one(text, check):
    assert pressed(text, check).met is True, pressed(text, check).reason
