"""What a check says of a list, and of the entries that a search has left: how many, which, in which state, at which
end."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

BOATS = [("B-1", "Ada", "Docked"), ("B-2", "Bo", "Sold"), ("B-3", "Ada", "Docked")]


def boats(*rows, pinned=()):
    built = Builder()
    built.text("Boats", role="heading")
    built.add("control", "searchbox", "Search boats", tag="input", type="search", selector="#q")
    table = built.add("holder", "table")
    for y, row in enumerate((("Number", "Owner", "State"), *rows)):
        built.holder = table
        built.into("row")
        for x, said in enumerate(row):
            built.add("text", "cell" if y else "columnheader", text=said, box=(150 * x, 30 * y, 140, 20))
        if y:
            name = f"Pin {row[0]}"
            built.add("control", "checkbox", name, tag="input", type="checkbox", checked=row[0] in pinned)
    if not rows:
        built.holder = -1
        built.text("No boats match.")
    return built.page()


def met(check, page=None, before=None):
    goal, page, before = f"Search for oak. {check}", page or boats(*BOATS), before or boats(*BOATS)
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), None, ()).met


@pytest.mark.parametrize(
    ("check", "untrue"),
    [
        ("Two boats are Docked, one is Sold", "Two boats are Docked, two are Sold"),
        ("Only one boat is Sold, B-2", "Only one boat is Sold, B-1"),
        ("B-1 is not Sold, but B-2 is", "B-1 is not Sold, but B-3 is"),
        ("B-1 is Docked while B-2 isn't", "B-1 is Docked while B-3 isn't"),
        ("The list starts with B-1 and ends with B-3", "The list starts with B-1 and ends with B-2"),
        ("First row: B-1, Ada", "First row: B-2, Bo"),
        ("B-1 is at the top", "B-2 is at the top"),
        ("Check: first B-1", "Check: first B-3"),
        ("B-2 of Bo is the only Sold one", "B-1 of Ada is the only Docked one"),
        ("The list shows B-1, B-2 and B-3 and nothing else", "The list shows B-1 and B-2 and nothing else"),
    ],
)
def test_what_is_told_of_a_list_is_held_to_it(check, untrue):
    assert met(f"{check}.") is True
    assert met(f"{untrue}.") is not True


def test_every_row_is_held_to_what_each_is_to_say():
    docked = [row for row in BOATS if row[2] == "Docked"]

    assert met("Each row says Docked.", boats(*docked)) is True
    assert met("Each row says Docked.") is not True


@pytest.mark.parametrize("check", ["The list is empty.", "Nothing is found."])
def test_an_empty_list_lists_nothing(check):
    assert met(check, boats()) is True
    assert met(check) is not True


@pytest.mark.parametrize(
    ("check", "untrue"),
    [
        ("B-2 is pinned", "B-1 is pinned"),
        ("B-1 is not pinned", "B-2 is not pinned"),
        ("Three boats are listed, one of them pinned", "Three boats are listed, two of them pinned"),
    ],
)
def test_a_box_says_by_its_name_whether_its_entry_is_so(check, untrue):
    page = boats(*BOATS, pinned=("B-2",))

    assert met(f"Check that {check}.", page, page) is True
    assert met(f"Check that {untrue}.", page, page) is not True


def test_a_window_that_a_key_has_shut_is_gone():
    before, after = Builder(), Builder()
    before.into("dialog")
    before.text("One cookie keeps you signed in.")
    before.out()
    for built in (before, after):
        built.text("Boats", role="heading")
    shut = Tried(
        Planned(Step("press", key="Escape"), "Close the notice", part=0, uses=frozenset(range(3))),
        True,
        before=before.page(),
    )

    def told(check, page):
        goal = f"Close the notice. {check}"
        return BuiltinExaminer().examine(Situation(goal, page.url, page, shut.before, (shut,)), None, ()).met

    for check in ("The cookie notice is gone.", "Notice gone?", "No cookie notice is left on the page."):
        assert told(check, after.page()) is True
        assert told(check, before.page()) is not True


@pytest.mark.parametrize(("check", "is_so"), [("untouched with 10", True), ("untouched with 14", False)])
def test_what_is_said_to_be_untouched_is_held_to_what_it_says(check, is_so):
    rows = [("B-1", "10", "Docked"), ("B-2", "12", "Docked")]
    before, page = boats(*rows), boats(rows[0], ("B-2", "14", "Docked"))
    goal = f"Change the owner of B-2 to 14. B-1 is {check}."
    edit = Tried(Planned(Step("fill", selector="#q", value="14"), "14", part=0, commits=True), True, before=before)
    found = BuiltinExaminer().examine(Situation(goal, page.url, page, before, (edit,)), page, ())

    assert any("B-1" in fact.text and "is still listed, as it was" in fact.text for fact in found.evidence) is is_so


@pytest.mark.parametrize(
    ("check", "untrue"),
    [
        ("Only B-2 of Bo is left", "Only B-1 of Ada is left"),
        ("3 are listed: B-1 (Docked), B-2 (Sold) and B-3 (Docked)", "3 are listed: B-1 (Sold), B-2 (Docked) and B-3"),
        ("B-1 Docked and B-2 Sold", "B-1 Sold and B-2 Docked"),
        ("B-9 is not listed", "B-3 is not listed"),
        ("B-2 must be Sold, show as Sold and belong to Bo", "B-2 must be Sold, show as Sold and belong to Ada"),
    ],
)
def test_what_is_told_of_several_is_held_to_each(check, untrue):
    assert met(f"Check that {check}.") is True
    assert met(f"Check that {untrue}.") is not True


def test_they_are_those_that_were_told_of_just_before():
    assert met("Check that Bo's boat is B-2 and that they are Sold.") is True
    assert met("Check that Bo's boat is B-2 and that they are Docked.") is not True


@pytest.mark.parametrize("check", ["No results.", "It must say that there are no boats."])
def test_that_there_are_none_is_read_off_the_list(check):
    assert met(check, boats()) is True
    assert met(check) is not True
