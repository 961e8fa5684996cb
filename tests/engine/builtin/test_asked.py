"""What a goal asks for is not mistaken for its opposite, for another name, or for something that was only typed."""

from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def requests():
    built = Builder()
    for name in ("Tom Reyes", "Lucia Marin"):
        built.holder = -1
        built.into("row")
        built.text(name, role="cell")
        built.button("Reject")
    built.out()
    return built


def test_the_words_of_a_comment_do_not_say_which_entry_is_meant():
    page = requests().page()
    rejects = [n.selector for n in page.nodes if n.name == "Reject"]

    [pressed] = plan(page, "Reject the request of Lucia Marin, comment: Let us talk first").steps

    assert pressed.step.selector == rejects[1]
    assert 12 not in pressed.uses


def test_a_question_is_not_answered_by_what_keeps_all_as_it_was():
    before, asked = Builder(), Builder()
    opener = before.button("Withdraw")
    asked.into("dialog", "Withdraw this request?", modal=True)
    asked.button("Keep it")
    asked.button("Yes, withdraw")
    goal = "Withdraw my request"
    [pressed] = plan(before.page(), goal).steps
    assert pressed.step.selector == before.nodes[opener].selector

    draft = plan(asked.page(), goal, Tried(pressed, True, before=before.page()))

    assert "Keep it" not in [p.target.name for p in draft.steps if p.target]


def test_an_entry_that_is_marked_gets_no_other_name():
    form = Builder()
    form.into("dialog", "Edit recipe", modal=True)
    form.field("Name", value="Spinach lasagne")
    form.button("Save")
    before = Builder()
    before.button("Edit")
    opened = Planned(Step("click", selector="#n0"), part=0)

    draft = plan(form.page(), "Mark Spinach lasagne as a favourite", Tried(opened, True, before=before.page()))

    assert [p for p in draft.steps if p.step.action == "fill"] == []


def test_what_was_typed_and_not_sent_is_in_no_list():
    shopping = Builder()
    shopping.field("Add an item", value="Basil")
    shopping.button("Add")
    shopping.into("list")
    shopping.add("holder", "listitem", "")
    page = shopping.page()
    goal = 'I want to put "Basil" on my shopping list; it should then be in the list'
    typed = Tried(
        Planned(Step("fill", selector="#n0", value="Basil"), uses=frozenset(range(20)), ends_part=True),
        True,
        before=page,
    )

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, page, (typed,)), None, ())

    assert finding.met is not True


def test_a_middle_name_is_not_any_name():
    before, now = Builder(), Builder()
    before.field("Last name")
    now.field("Last name", value="Bob")
    goal = "Set the middle name to Bob"
    draft = plan(before.page(), goal)
    past = tuple(Tried(planned, True, before=before.page()) for planned in draft.steps)

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", now.page(), before.page(), past), None, ())

    assert finding.met is not True
    assert not past or "middle" in finding.unused
