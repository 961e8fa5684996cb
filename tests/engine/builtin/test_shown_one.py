"""Of several things one is said to be the one that is shown."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def charts(*texts, current=""):
    built = Builder()
    built.text("Charts", role="heading")
    built.into("navigation")
    for name in ("Rainfall", "Snowfall"):
        built.add("control", "link", name, href=f"/{name}", states={"current": "true"} if name == current else {})
    built.out()
    for text, role in texts:
        built.text(text, role=role)
    return built.page()


def met(claim, after):
    before = charts()
    link = Target("link", "Rainfall", "#n2")
    opened = Planned(Step("click", selector="#n2"), part=0, uses=frozenset(range(4)), target=link, ends_part=True)
    goal = f"Open the Rainfall chart and {claim}"
    situation = Situation(goal, "http://app.test/", after, before, (Tried(opened, True, before=before),))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    "claim",
    [
        "make sure the page says it's the one being shown",
        "check that it is the one that is displayed",
        "check that it's the one selected",
        "comprueba que es el que se muestra",
        "comprueba que la página dice que es el que se está mostrando",
    ],
)
def test_what_was_opened_is_the_one_shown_where_the_page_says_so(claim):
    assert met(claim, charts(("On display: Rainfall", "status"))) is True
    assert met(claim, charts(("Rainfall", "heading"))) is True
    assert met(claim, charts(current="Rainfall")) is True
    assert met(claim, charts(("On display: Snowfall", "status"))) is not True
    assert met(claim, charts(current="Snowfall")) is not True
    assert met(claim, charts(("Compare with Rainfall", ""))) is not True
    assert met(claim, charts()) is not True


def test_that_another_one_is_shown_is_looked_for_by_its_name():
    assert met("check that the Snowfall one is the one being shown", charts(current="Rainfall")) is not True
