"""A state that a list shows is that of the entry which was acted on, wherever its row is."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried


def boats(*rows, message=""):
    built = Builder()
    built.text("Boats", role="heading")
    if message:
        built.add("text", "status", text=message)
    table = built.add("holder", "table")
    for name, state in rows:
        built.holder = table
        built.into("row")
        built.text(name)
        built.text(state)
        built.button("Dock", selector=f"#dock-{name}")
    built.out()
    built.link("Next")
    return built.page()


def met(goal, page):
    before = boats(("Heron", "At sea"), ("Ibis", "At sea"))
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    assert [t.planned.step.selector for t in past] == ["#dock-Heron"]
    again = page if BuiltinExaminer().wants_reload(goal) else None
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), again, ()).met


@pytest.mark.parametrize(
    "goal",
    [
        "Press Dock in the row of Heron; the list shows Docked",
        "Press Dock in the row of Heron and check that the table shows Docked",
        "Pulsa Dock en la fila de Heron y comprueba que la lista muestra Docked",
    ],
)
def test_what_another_entry_says_does_not_show_it(goal):
    assert met(goal, boats(("Heron", "Docked"), ("Ibis", "At sea"))) is True
    assert met(goal, boats(("Heron", "At sea"), ("Ibis", "Docked"))) is not True
    assert met(goal, boats(("Egret", "Docked"), ("Crane", "At sea"))) is not True
    assert met(goal, boats(("Egret", "Docked"), ("Crane", "At sea"), message="Docked")) is not True
