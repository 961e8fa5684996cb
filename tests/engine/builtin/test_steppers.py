"""A number between a plus and a minus is brought to what the goal says, and has to say that after a reload."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def shed(number, *others, less="-", more="+", title="Bicis"):
    built = Builder()
    built.text("Cobertizo norte", role="heading")
    for name, count in ((title, number), *others):
        built.text(name, role="heading")
        built.into("form", tag="form")
        built.button(less, selector=f"#less-{name}")
        built.text(str(count))
        built.button(more, selector=f"#more-{name}")
        built.out()
    return built.page()


def pressed(page, goal):
    return [p.step.selector for p in plan(page, goal).steps]


@pytest.mark.parametrize(
    ("goal", "page", "selectors"),
    [
        ("Amplía a 6 las bicis del Cobertizo norte", shed(4), ["#more-Bicis"] * 2),
        ("Cambia las bicis a 3", shed(4), ["#less-Bicis"]),
        ("Sube las bicis a 5", shed(4, ("Cascos", 2)), ["#more-Bicis"]),
        ("Set the bicis to 5", shed(4), ["#more-Bicis"]),
        ("Raise the lockers to 5", shed(4, less="Fewer lockers", more="More lockers", title="Room"), ["#more-Room"]),
    ],
)
def test_the_number_that_is_named_is_stepped_to_what_is_wanted(goal, page, selectors):
    assert pressed(page, goal) == selectors


@pytest.mark.parametrize(
    ("goal", "page"),
    [
        ("Cambia los remos a 3", shed(4)),
        ("Cambia las bicis a 300", shed(4)),
        ("Cambia las bicis a 3,50", shed(4)),
        ("Cambia las bicis de 4 a 3 y de 5 a 6", shed(4)),
        ("Cambia las bicis a 3", shed(4, ("Bicis", 7))),
    ],
)
def test_no_number_is_stepped_that_is_called_otherwise_or_is_out_of_reach(goal, page):
    assert not any(selector and selector.startswith(("#more", "#less")) for selector in pressed(page, goal))


@pytest.mark.parametrize(("after", "met", "bug"), [(3, True, False), (4, False, True), (2, False, False)])
def test_the_number_has_to_stay_what_it_was_brought_to(after, met, bug):
    goal, before, words = "Cambia las bicis a 3", shed(4), frozenset(range(9))
    step = Planned(Step("click", selector="#less-Bicis"), uses=words, part=0, ends_part=True)
    situation = Situation(goal, "http://app.test/", shed(3), before, (Tried(step, True, before=before),))

    finding = BuiltinExaminer().examine(situation, shed(after), ())
    assert (finding.met, finding.app_bug) == (met, bug)
