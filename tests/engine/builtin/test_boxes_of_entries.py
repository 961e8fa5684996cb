"""Whether an entry is what was done to it, by the box that it has for that."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

WORDS = frozenset(range(40))


def letters(*starred, box="Star"):
    built = Builder()
    built.into("list")
    whole = built.holder
    for name in ("Oslo", "Bergen"):
        built.into("listitem", parent=whole)
        built.text(f"Letter from {name}")
        built.add("control", "checkbox", f"{box} {name}", type="checkbox", tag="input", checked=name in starred)
        built.text(box)
    return built.page()


def examined(goal, now, box="Star"):
    before = letters(box=box)
    pressed = next(n for n in before.nodes if n.name == f"{box} Oslo")
    step = Planned(Step("click", selector=pressed.selector), uses=WORDS, part=0, ends_part=True)
    situation = Situation(goal, "http://app.test/", now, before, (Tried(step, True, before=before),))
    return BuiltinExaminer().examine(situation, now, ())


@pytest.mark.parametrize(
    ("check", "box"),
    [
        ("it is still starred after a reload", "Star"),
        ("it stays archived", "Archive"),
        ("it is pinned", "Pin"),
        ("sigue marcada al recargar", "Marcar"),
    ],
)
def test_it_is_so_while_its_box_is_set(check, box):
    goal = f"Star the letter from Oslo. Check that {check}" if check[:2] == "it" else f"Destaca la de Oslo. {check}"

    assert examined(goal, letters("Oslo", box=box), box).met is True
    assert examined(goal, letters("Bergen", box=box), box).met is False


def test_what_no_box_is_called_is_not_told_by_one():
    assert examined("Star the letter from Oslo. Check that it is still sent", letters("Oslo")).met is not True
