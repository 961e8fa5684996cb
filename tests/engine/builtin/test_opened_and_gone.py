"""What was only described and opened to be deleted has to be gone from the list that it was opened in."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

LAMPS = ("Lámpara del pasillo", "Silla rota", "Mesa plegable")


def attic(*names, path="/desvan"):
    built = Builder()
    built.text("Desván", role="heading")
    for name in names:
        built.into("row")
        built.add("control", "link", name, href=f"/desvan/{name}", selector=f"#{name.split()[0]}")
        built.text("Guardado en mayo", role="cell")
        built.out()
    return replace(built.page(), url=f"http://app.test{path}")


def inside():
    built = Builder()
    built.text("Lámpara del pasillo", role="heading")
    built.button("Eliminar", selector="#delete")
    return replace(built.page(), url="http://app.test/desvan/1")


@pytest.mark.parametrize(
    ("now", "met"),
    [
        (attic(*LAMPS[1:]), True),
        (attic(*LAMPS), False),
        (attic(*LAMPS[2:]), False),
        (attic(*LAMPS[1:], path="/otro"), None),
    ],
)
def test_it_is_gone_and_nothing_else_is(now, met):
    goal = "Elimina la lámpara del pasillo"
    into = Planned(Step("click", selector="#Lámpara"), uses=frozenset({2, 4}), part=0, explores=True)
    done = Planned(Step("click", selector="#delete"), uses=frozenset({0}), part=0, ends_part=True, commits=True)
    done = replace(done, target=Target("button", "Eliminar", "#delete"))
    past = (Tried(into, True, before=attic(*LAMPS)), Tried(done, True, before=inside()))

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, attic(*LAMPS), past), now, ())
    assert finding.met is met
