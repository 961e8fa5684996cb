"""What is no state of the thing that a check speaks of: the ways to the parts of a list, and what others say."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.evidence import same_item
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

LODGE = "Lodge the plea of Bo Hart"


def pleas(hart="New", ames="Heard", ways=("New (1)", "Heard (2)", "Lodged (0)"), role="link"):
    built = Builder()
    built.into("navigation", "Pleas")
    for way in ways:
        built.add("control", role, way, href=f"/{way}")
    for name, state in (("Bo Hart", hart), ("Cy Ames", ames)):
        built.out()
        built.into("article")
        built.text(name, role="heading")
        built.text(state)
        built.add("control", "button", "Lodge", selector=f"#lodge-{name[:2]}")
    built.out()
    return built.page()


def met(check, now, again=None):
    before = pleas()
    step = Planned(Step("click", selector="#lodge-Bo"), uses=frozenset(range(6)), ends_part=True)
    situation = Situation(f"{LODGE}. {check}", "http://app.test/", now, before, (Tried(step, True, before=before),))
    return BuiltinExaminer().examine(situation, again or now, ()).met


@pytest.mark.parametrize(
    ("check", "hart", "expected"),
    [
        ("The plea is shown as Lodged.", "Lodged", True),
        ("The plea is shown as Lodged.", "New", False),
        ("The plea is shown as Heard.", "Lodged", False),
        ("The plea must be listed as Heard.", "Lodged", False),
        ("The plea is now marked as Lodged.", "Lodged", True),
        ("La demanda figura como Heard.", "Lodged", False),
        ("La demanda aparece como Lodged.", "Lodged", True),
    ],
)
def test_what_the_thing_is_shown_as_is_said_by_its_entry_and_by_no_way_to_others(check, hart, expected):
    assert met(check, pleas(hart, ways=("New (0)", "Heard (1)", "Lodged (1)"))) is expected


@pytest.mark.parametrize(
    ("check", "ways", "role", "expected"),
    [
        ("its state is Closed", ("New", "Closed"), "link", False),
        ("its state is Closed", ("New", "Closed"), "tab", False),
        ("there is a tab Closed", ("New", "Closed"), "tab", True),
        ("the tab Closed shows 4", ("New (1)", "Closed (4)"), "tab", True),
    ],
)
def test_a_tab_that_is_called_like_a_state_is_no_state_but_a_tab(check, ways, role, expected):
    assert met(f"Check that {check}.", pleas("Lodged", ways=ways, role=role)) is expected


def test_an_entry_with_another_name_that_says_much_of_the_same_is_another():
    told = "Bo Hart Hart Ltd Standard Lunch: no preference Not come yet Lodge Edit Cancel"
    other = Builder()
    other.into("row")
    other.text("Cy Ames Freelance Standard Lunch: no preference Not come yet Lodge Edit Cancel")
    renewed = Builder()
    renewed.into("row")
    renewed.text("Done: Bo Hart Hart Ltd Standard Lunch: no preference Not come yet Lodge Edit Cancel")

    assert same_item(other.page(), told) == ""
    assert same_item(renewed.page(), told).startswith("Done: Bo Hart")


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("After a refresh of the page the plea should still be shown as sealed", False),
        ("Tras recargar la página debe seguir apareciendo como sealed", False),
    ],
)
def test_a_state_that_is_denied_after_a_reload_is_not_still_so(check, expected):
    def plea(state):
        built = Builder()
        built.text("Plea of Bo Hart", role="heading")
        built.text("Seal")
        built.text(state)
        built.add("control", "checkbox", "Seal the plea", selector="#seal", checked=state == "Sealed")
        return built.page()

    before, now, again = plea("Not sealed"), plea("Sealed"), plea("Not sealed")
    step = Planned(Step("check", selector="#seal"), uses=frozenset(range(4)), ends_part=True)
    situation = Situation(
        f"Tick Seal the plea. {check}", "http://app.test/", now, before, (Tried(step, True, before=before),)
    )

    assert BuiltinExaminer().examine(situation, again, ()).met is expected
