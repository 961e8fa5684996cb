"""What a check says of an entry that is opened again is read in its form, after the page has been loaded anew."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

ORDER = "Set the hours of T-1 to 31 and save. "


def tools(hours):
    built = Builder()
    for code, told in (("T-1", hours), ("T-2", "8")):
        built.into("row", tag="tr")
        built.text(code, role="cell")
        built.text(told, role="cell")
        built.add("control", "link", f"Print {code}", href=f"/print/{code}")
        built.button(f"Edit {code}", selector=f"#edit-{code}")
        built.out()
    return built.page()


def form(remark):
    built = Builder()
    built.into("dialog", "Edit T-1")
    built.field("Hours", selector="#hours", value="31")
    built.field("Remarks", selector="#remark", value=remark)
    built.button("Save", selector="#save")
    return built.page()


def done():
    opened = Planned(Step("click", selector="#edit-T-1"), uses=frozenset(range(9)), part=0,
                     target=Target("button", "Edit T-1", "#edit-T-1"))  # fmt: skip
    typed = Planned(Step("fill", selector="#hours", value="31"), part=0, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    before = (tools("8"), form("Rusty"), form("Rusty"))
    return tuple(Tried(step, True, before=page) for step, page in zip((opened, typed, saved), before, strict=True))


def found(check, remark="Rusty"):
    goal, again = ORDER + check, tools("31")
    situation = Situation(goal, "http://app.test/", replace(again, url="http://app.test/"), tools("8"), done())
    way = BuiltinExaminer().way_inside(situation, again)
    inside = form(remark) if way else None
    return BuiltinExaminer().examine(replace(situation, inside=inside), again, ()).met


@pytest.mark.parametrize(
    "check",
    [
        'When the tool is opened again its remark still reads "Rusty".',
        'When T-1 is opened again, its remark reads "Rusty".',
        'Once T-1 is reopened the remark says "Rusty".',
        'Cuando T-1 se abre de nuevo su remark pone "Rusty".',
    ],
)
def test_a_field_of_the_entry_is_read_where_it_is_opened_again(check):
    assert found(check)
    assert found(check, remark="Shiny") is False


@pytest.mark.parametrize(
    "check",
    [
        'When T-2 is opened again its remark reads "Rusty".',
        'When T-1 is opened again its weight reads "Rusty".',
        'When T-1 is shown its remark reads "Rusty".',
    ],
)
def test_another_entry_or_a_field_that_it_lacks_is_not_read_there(check):
    assert not found(check)


@pytest.mark.parametrize(
    "goal",
    [
        'Open T-1 again: its remark reads "Rusty"',
        'Al abrir de nuevo T-1 su nota pone "Rusty"',
        'Abre otra vez T-1: la nota dice "Rusty"',
    ],
)
def test_to_open_again_and_to_look_are_two(goal):
    *_, opened, check = read_goal(ORDER + goal).parts

    assert (opened.verb, check.verb) == ("open", "expect")
    assert "T-1" in [t.text for t in opened.words]


def test_an_entry_is_opened_again_by_what_opened_its_form():
    goal = ORDER + 'Then open T-1 again and check that its remark reads "Rusty"'

    assert [p.step.selector for p in plan(tools("31"), goal, *done()).steps] == ["#edit-T-1"]
