"""What a goal says in passing: what a message says, how a list is sorted, which boxes are to be ticked."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.page import Option, Page
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def kennel(*names, notice="", path="/"):
    built = Builder()
    if notice:
        built.text(notice, role="status")
    built.text("Kennels", role="heading")
    for name in names:
        built.into("row", parent=-1)
        built.text(name, role="cell")
        built.button("Delete", selector=f"#{name}")
        built.out()
    return Page(f"http://app.test{path}", "App", tuple(built.nodes))


def found(check, notice):
    before, after, again = kennel("Oak", "Elm"), kennel("Elm", notice=notice), kennel("Elm")
    goal = f'Delete the kennel "Oak". {check}'
    past = (Tried(Planned(Step("click", selector="#Oak"), part=0, ends_part=True, commits=True), True, before=before),)
    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), again, ())
    return finding.evidence[0].supports


@pytest.mark.parametrize(
    "check",
    [
        'The message "Kennel deleted." must appear.',
        '"Kennel deleted." is shown.',
        'The notice "Kennel deleted" appears.',
        'Debe aparecer el mensaje "Kennel deleted."',
    ],
)
def test_what_a_message_says_of_a_deletion_is_read_in_the_message(check):
    assert found(check, "Kennel deleted.") is True
    assert found(check, "Kennel saved.") is False
    assert found(check, "") is False


def test_what_a_message_says_does_not_show_what_was_deleted():
    assert found("Oak is listed.", "Oak deleted.") is not True


def table(*heads):
    built = Builder()
    built.into("table")
    table_of = built.holder
    built.into("row", parent=table_of)
    row = built.holder
    for head in heads:
        built.into("columnheader", head, parent=row)
        built.link(head)
    return built.page()


@pytest.mark.parametrize(
    ("goal", "times"),
    [
        ("Sort the kennels by price from highest to lowest", 2),
        ("Sort the kennels by price, highest first", 2),
        ("Sort the kennels by price from lowest to highest", 1),
        ("Sort the kennels by price", 1),
    ],
)
def test_a_column_is_sorted_from_the_end_that_is_told(goal, times):
    page = table("Name", "Price")
    [price] = [n for n in page.controls if n.name == "Price"]
    draft = plan(page, goal)

    assert [p.step.selector for p in draft.steps] == [price.selector]
    assert draft.steps[0].ends_part is (times == 1)


def test_a_column_that_is_not_there_is_not_sorted():
    assert plan(table("Name", "Price"), "Sort the kennels by weight from highest to lowest").steps == ()


def asking():
    built = Builder()
    built.into("dialog", "New kennel", modal=True, box=(100, 100, 500, 500))
    dialog = built.holder
    built.field("Name")
    built.into("group", "Extras", parent=dialog)
    for box in ("Heating", "Run", "Cat flap", "Camera"):
        built.add("control", "checkbox", box, label=box, type="checkbox", tag="input", checked=False)
    built.holder = dialog
    built.button("Save")
    return built.page()


def ticked(goal):
    page, past, names = asking(), [], []
    for _ in range(4):
        draft = BuiltinPlanner().plan(Situation(goal, "http://app.test/", page, page, tuple(past), 9))
        for planned in draft.steps:
            if planned.step.action == "check":
                names.append(planned.target.name)
            past.append(Tried(planned, True, before=page))
        if not draft.has_more:
            break
    return sorted(set(names))


@pytest.mark.parametrize(
    ("goal", "names"),
    [
        ('Create a kennel "Oak", extras Run and Camera', ["Camera", "Run"]),
        ('Create a kennel "Oak" with the extras Heating, Run and Camera', ["Camera", "Heating", "Run"]),
        ('Create a kennel "Oak", extras Camera', ["Camera"]),
        ('Create a kennel "Oak"', []),
    ],
)
def test_all_the_boxes_of_a_group_that_are_listed_are_ticked(goal, names):
    assert ticked(goal) == names


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Choose the tab Open and the owner Ada.", [("click", "the tab Open"), ("choose", "the owner Ada")]),
        ("Select the tab Open and the owner Ada Ray.", [("click", "the tab Open"), ("choose", "the owner Ada Ray")]),
        ("Elige la pestaña Abiertas y el oficio Carpintero.", [("click", None), ("choose", "el oficio Carpintero")]),
        ("Choose the tab Open and the owner Ada: only Oak should be listed.", [("click", None), ("choose", None)]),
        ("Click the tab Open and the owner Ada.", [("click", "the tab Open and the owner Ada")]),
        ("Choose the status Open and the owner Ada.", [("choose", "the status Open and the owner Ada")]),
    ],
)
def test_what_is_chosen_besides_a_tab_is_chosen(goal, parts):
    read = [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if p.verb in ("click", "choose")]

    assert [(verb, said if said_so else None) for (verb, said), (_, said_so) in zip(read, parts, strict=True)] == parts


def test_the_lines_of_a_form_are_not_counted():
    built = Builder()
    built.text("Kennels", role="heading")
    for name in ("Oak", "Elm", "Ash"):
        built.into("item", parent=-1)
        built.text(name)
        built.button("Open")
        built.out()
    built.into("dialog", "New kennel", box=(100, 100, 500, 500))
    dialog = built.holder
    for label in ("Name", "Size"):
        built.into("item", parent=dialog)
        built.text(label)
        built.field(label)
    built.holder = dialog
    built.text("This name is taken")
    page = built.page()

    def met(check):
        goal = f'Create a kennel "Oak". The error "This name is taken" appears. {check}'
        filled = Planned(Step("fill", selector="#n9", value="Oak"), part=0)
        sent = Planned(Step("click", selector="#n12"), part=1, ends_part=True, commits=True)
        past = tuple(Tried(p, True, before=page) for p in (filled, sent))
        finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, page, past), None, ())
        return next(f.supports for f in finding.evidence if "kennels" in f.text)

    assert met("There are still 3 kennels.") is True
    assert met("There are still 2 kennels.") is False


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Oak comes first.", True),
        ("Elm comes first.", False),
        ("Ash is last.", True),
        ("Oak is last.", False),
        ("Elm should be listed second.", True),
        ("Oak appears first in the list.", True),
        ("Oak comes first and Ash last.", True),
        ("Oak comes first and Elm last.", False),
        ('"Ash" es el último.', True),
        ('"Oak" es el último.', False),
    ],
)
def test_what_comes_first_or_last_stands_there(check, met):
    page = kennel("Oak", "Elm", "Ash")
    goal = f"Open Kennels. {check}"
    opened = Tried(Planned(Step("click", selector="#k"), part=0, ends_part=True), True, before=kennel())
    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, kennel(), (opened,)), None, ())

    assert all(fact.supports for fact in finding.evidence if "entry" in fact.text) is met
    assert any("entry" in fact.text for fact in finding.evidence)


def listing(names, chosen):
    built = Builder()
    built.add(
        "control",
        "combobox",
        "Sort by",
        label="Sort by",
        value=chosen,
        selector="#sort",
        options=tuple(Option(o, o, selected=o == chosen) for o in ("Name", "Price")),
    )
    for name in names:
        built.into("item", parent=-1)
        built.text(name)
        built.button("Feed")
        built.out()
    return built.page()


@pytest.mark.parametrize(
    ("now", "met"), [(("Elm", "Oak", "Ash"), True), (("Ash", "Elm", "Oak"), False), (("Elm", "Oak", "Yew"), False)]
)
def test_an_order_that_a_reload_has_lost_is_judged_as_it_was(now, met):
    goal = "Sort by price. Elm comes first and Ash last."
    before, after = listing(("Ash", "Elm", "Oak"), "Name"), listing(now, "Price")
    step = Step("selectOption", selector="#sort", value="Price")
    past = (Tried(Planned(step, part=0, ends_part=True), True, before=before),)
    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), before, ())

    assert all(fact.supports for fact in finding.evidence if "entry" in fact.text) is met
