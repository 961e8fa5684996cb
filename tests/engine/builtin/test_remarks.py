"""A remark that nothing quotes is typed as a whole, and no form is sent for one that has not been filled in."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


def quoted(goal):
    return [t.text for part in read_goal(goal).parts for t in part.words if t.kind == "quoted"]


@pytest.mark.parametrize(
    ("goal", "remark"),
    [
        ("Add the note Lid dented to the Blue Kettle", "Lid dented"),
        ("Add the note Lid replaced in May to K-104 and check that it is displayed", "Lid replaced in May"),
        ("Add the comment Looks good to me to K-104", "Looks good to me"),
        ("Add a note: Lid dented", "Lid dented"),
        ("Añade la nota Tapa rota a K-104", "Tapa rota"),
        ("Añade un comentario: Tapa cambiada en mayo", "Tapa cambiada en mayo"),
    ],
)
def test_the_words_after_a_remark_are_its_text(goal, remark):
    assert quoted(goal) == [remark]


@pytest.mark.parametrize(
    "goal",
    [
        "Add the note Milk",
        "Add a note with the title Milk",
        "Add the note Milk in the folder Ideas",
        "Add a note about the lid to K-104",
        "Create the kettle Blue Whale for Ada",
        "Add the message Milk from Ada to the board",
    ],
)
def test_a_name_or_what_leads_to_more_is_no_text(goal):
    assert quoted(goal) == []


def listing():
    built = Builder()
    built.text("Kettles", role="heading")
    built.into("row", tag="tr")
    built.link("Blue Kettle")
    return built.page()


def kettle():
    built = Builder()
    built.text("Blue Kettle", role="heading")
    built.button("Retire", selector="#retire")
    built.into("form")
    built.field("New note", selector="#note")
    built.button("Add note", selector="#add")
    return built.page()


def test_a_remark_is_typed_on_the_page_of_its_thing():
    goal = "Add the note Lid dented to the Blue Kettle"
    page = listing()
    [opened] = plan(page, goal).steps
    draft = plan(kettle(), goal, Tried(opened, True, before=page))

    assert [(p.step.selector, p.step.value) for p in draft.steps] == [("#note", "Lid dented"), ("#add", None)]


def test_a_form_is_not_sent_without_what_is_told_of_the_new_thing():
    goal = "Add a note about the dented lid to the Blue Kettle"
    page = listing()
    [opened] = plan(page, goal).steps
    draft = plan(kettle(), goal, Tried(opened, True, before=page))

    assert opened.explores
    assert [p.step.selector for p in draft.steps] == []
