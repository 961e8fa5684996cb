"""A goal was reached when what is new on the page says so, and still does after a reload."""

from dataclasses import replace

import pytest

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.page import Node, Page
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

ADD = "Add a task called Dust and confirm that it is listed"


def tasks(*names, alert="", url="http://app.test/tasks"):
    nodes = [Node(0, -1, "text", "heading", "h1", text="Tasks")]
    for name in names:
        row = len(nodes)
        nodes.append(Node(row, -1, "holder", "row", f"#r{row}"))
        nodes.append(Node(row + 1, row, "text", "cell", f"#c{row}", text=name))
        nodes.append(Node(row + 2, row, "control", "button", f"#d{row}", tag="button", name="Delete"))
    if alert:
        nodes.append(Node(len(nodes), -1, "text", "alert", "#alert", text=alert))
    return Page(url, "Tasks", tuple(nodes))


def done(before, *steps):
    """The steps as tried on the page before; the last one saves."""
    tried = []
    for number, (step, part, uses) in enumerate(steps):
        last = number == len(steps) - 1
        planned = Planned(
            step, part=part, uses=frozenset(uses), commits=last, ends_part=last, target=Target("", "", "")
        )
        tried.append(Tried(planned, True, before=before))
    return tuple(tried)


def added(before, after, reloaded, goal=ADD):
    fill = Step("fill", selector="#name", value="Dust")
    past = done(before, (fill, 0, range(6)), (Step("click", selector="#add"), 1, ()))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), reloaded, ())


def test_a_new_entry_that_stays_is_a_success():
    finding = added(tasks("Iron"), tasks("Iron", "Dust"), tasks("Iron", "Dust"))

    assert finding.met is True
    assert "Dust" in finding.reason


def test_an_entry_that_is_gone_after_a_reload_is_the_application_s_fault():
    finding = added(tasks("Iron"), tasks("Iron", "Dust"), tasks("Iron"))

    assert (finding.met, finding.app_bug) == (False, True)


def test_what_is_not_in_a_page_that_was_cut_is_known_to_nobody():
    cut = [replace(page, whole=False) for page in (tasks("Iron"), tasks("Iron", "Dust"))]

    lost = added(tasks("Iron"), tasks("Iron", "Dust"), cut[0])
    assert (lost.met, lost.app_bug) == (None, False)
    assert "The page is too big to be read whole." in lost.reason
    assert added(tasks("Iron"), tasks("Iron", "Dust"), cut[1]).met is True


def test_an_entry_that_was_there_before_proves_nothing():
    finding = added(tasks("Dust"), tasks("Dust"), tasks("Dust"))

    assert finding.met is False


def test_an_entry_that_never_comes_is_no_success():
    assert added(tasks("Iron"), tasks("Iron"), tasks("Iron")).met is False
    assert added(tasks("Iron"), tasks("Iron"), tasks("Iron"), goal="Add a task called Dust").met is False


def test_a_word_that_nothing_used_leaves_the_goal_open():
    goal = 'Add a task called Dust for "Grace" and confirm that it is listed'
    finding = added(tasks("Iron"), tasks("Iron", "Dust"), tasks("Iron", "Dust"), goal=goal)

    assert (finding.met, finding.unused) == (None, ("Grace",))
    assert '"Grace"' in finding.reason


def test_a_refusal_that_the_goal_asks_for_is_a_success_and_an_acceptance_is_a_bug():
    goal = "Add a task called Dust and check that an error is shown"
    refused = added(tasks("Iron"), tasks("Iron", alert="Too dusty."), None, goal=goal)
    accepted = added(tasks("Iron"), tasks("Iron", "Dust"), None, goal=goal)
    silent = added(tasks("Iron"), tasks("Iron"), None, goal=goal)

    assert (refused.met, "Too dusty" in refused.reason) == (True, True)
    assert (accepted.met, accepted.app_bug) == (False, True)
    assert silent.met is False


def deleted(before, after, goal="Delete the task Dust"):
    past = done(before, (Step("click", selector="#d4"), 0, range(4)))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), after, ())


def test_what_was_deleted_must_be_gone_and_nothing_else():
    before = tasks("Iron", "Dust")

    assert deleted(before, tasks("Iron")).met is True
    assert (deleted(before, before).met, deleted(before, before).app_bug) == (False, True)
    assert deleted(before, tasks("Dust")).met is False


def test_a_page_on_which_nothing_changed_shows_nothing():
    page = tasks("Iron")
    past = done(page, (Step("click", selector="#x"), 0, range(3)))

    assert BuiltinExaminer().examine(Situation("Click Iron", "", page, page, past), None, ()).met is None


def test_a_page_on_which_nothing_has_changed_speaks_against_the_goal():
    past = done(tasks("Iron"), (Step("click", selector="#sort"), 0, range(3)))
    finding = BuiltinExaminer().examine(
        Situation("Press Sort", "http://app.test/", tasks("Iron"), tasks("Iron"), past), None, ()
    )

    assert finding.met is None
    assert [fact.supports for fact in finding.evidence] == [False]


def test_what_was_there_before_a_button_that_changes_nothing_proves_nothing():
    press = Planned(Step("click", selector="#x"), uses=frozenset(range(3)), target=Target("button", "Iron it", "#x"))
    past = (Tried(press, True, before=tasks("Iron")),)
    goal = 'Press "Iron it" and confirm that "Iron" is shown'
    finding = BuiltinExaminer().examine(
        Situation(goal, "http://app.test/", tasks("Iron"), tasks("Iron"), past), None, ()
    )

    assert finding.met is None
    assert "nothing on the page has changed" in finding.reason


def form(value="", send="Send"):
    field = Node(1, 0, "control", "textbox", "#name", tag="input", type="text", name="Name", label="Name", value=value)
    send = Node(2, 0, "control", "button", "#send", tag="button", type="submit", name=send)
    return Page("http://app.test/", "App", (Node(0, -1, "holder", "form", "#form", tag="form"), field, send))


@pytest.mark.parametrize("send", ["Send", "Add reading"])
def test_what_was_filled_in_and_never_sent_speaks_against_the_goal(send):
    before, now = form(send=send), form("Ana", send)
    past = done(before, (Step("fill", selector="#name", value="Ana"), 0, range(4)))

    finding = BuiltinExaminer().examine(Situation("Fill Name with Ana", "", now, before, past), None, ())

    assert (finding.met, [fact.supports for fact in finding.evidence]) == (None, [False])
    assert "was not sent" in finding.reason


@pytest.mark.parametrize(
    ("check", "names", "met"),
    [
        ("The new task is at the top of the list", ("Dust", "Iron", "Mop"), True),
        ("The new task is at the top of the list", ("Iron", "Mop", "Dust"), False),
        ("The new task is at the end of the list", ("Iron", "Mop", "Dust"), True),
        ("The new task is at the end of the list", ("Iron", "Dust", "Mop"), False),
        ("Dust está al principio de la lista", ("Dust", "Iron", "Mop"), True),
        ("Dust está al final de la lista", ("Dust", "Iron", "Mop"), False),
    ],
)
def test_what_is_said_to_stand_at_an_end_of_a_list_stands_there(check, names, met):
    finding = added(tasks("Iron", "Mop"), tasks(*names), tasks(*names), f"Add a task called Dust.\n{check}")

    assert finding.met is met
