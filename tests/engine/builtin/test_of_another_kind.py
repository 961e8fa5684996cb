"""What belongs to a thing is deleted where such things are kept, and nothing else that only says whose it is."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def start(heading):
    built = Builder()
    for name in ("Boats", "Repairs", "Notes"):
        built.add("control", "link", name, href=f"/{name}", selector=f"#{name}")
    built.add("text", "heading", text=heading)
    return built


def listing(heading, *rows, button="Delete"):
    built = start(heading)
    for row in rows:
        built.holder = -1
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
        built.add("control", "button", f"{button} {row[0]}".strip(), selector=f"#del-{row[0]}")
    built.out()
    return replace(built.page(), url=f"http://app.test/{heading.lower()}")


REPAIRS = listing("Repairs", ("R-1", "Alder", "Rudder"), ("R-2", "Birch", "Sail"))
NOTES = listing("Notes", ("Call Alder", "Monday"), ("Paint", "Tuesday"))


def boat():
    built = start("Alder")
    built.add("control", "button", "Delete boat", selector="#delete")
    return replace(built.page(), url="http://app.test/boats/4")


@pytest.mark.parametrize(
    "goal",
    [
        "Delete the repair of Alder.",
        "Delete the repair of the boat Alder.",
        "Remove the repair of the boat Alder and check that it is gone from the list.",
        "Elimina la reparación de Alder.",
        "Elimina la reparación del barco Alder.",
    ],
)
def test_whose_a_thing_is_says_nothing_of_where_it_is_kept(goal):
    assert steps(plan(REPAIRS, goal))[:1] == [("click", "#del-R-1", None)]


@pytest.mark.parametrize("goal", ["Delete the repair of Alder.", "Elimina la reparación del barco Alder."])
def test_nothing_else_that_says_the_name_is_deleted_instead(goal):
    for page, selector in ((NOTES, "#del-Call Alder"), (boat(), "#delete")):
        assert selector not in [step[1] for step in steps(plan(page, goal))]


def deleted(goal, page, selector, after):
    pressed = Planned(Step("click", selector=selector), uses=frozenset(range(40)), part=0, ends_part=True,
                      target=Target("button", "Delete", selector))  # fmt: skip
    past = (Tried(pressed, True, before=page),)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, page, past), after, ())


@pytest.mark.parametrize("goal", ["Delete the repair of Alder.", "Elimina la reparación del barco Alder."])
def test_that_something_else_is_gone_does_not_show_that_it_is(goal):
    without_note = listing("Notes", ("Paint", "Tuesday"))
    without_boat = listing("Boats", ("Birch", "Pier 2"))

    assert deleted(goal, NOTES, "#del-Call Alder", without_note).met is None
    assert deleted(goal, boat(), "#delete", without_boat).met is None
    assert deleted(goal, REPAIRS, "#del-R-1", listing("Repairs", ("R-2", "Birch", "Sail"))).met is True


@pytest.mark.parametrize("goal", ["Delete the boat Alder.", "Delete Alder.", "Delete the record of Alder."])
def test_the_page_of_a_thing_deletes_the_thing(goal):
    assert steps(plan(boat(), goal))[:1] == [("click", "#delete", None)]
    assert deleted(goal, boat(), "#delete", listing("Boats", ("Birch", "Pier 2"))).met is True
