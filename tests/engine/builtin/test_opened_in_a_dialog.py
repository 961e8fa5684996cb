"""Lists drawn as boxes: an entry is opened by its name in a dialog, marked or called off there, and looked at again."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.finding import closers
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

SHIFTS = (("Ada Ray", "Pilot", "Planned"), ("Bo Ray", "Night pilot", "Planned"), ("Ada Lind", "Cook", "Flown"))


def roster(*shifts, more=False, dialog=(), tabs=("All (9)", "Planned (6)")):
    built = Builder()
    for name in ("Roster", "Crews", "Pay"):
        built.button(name, states={"current": "page"} if name == "Roster" else {}, selector=f"#{name}")
    built.text("Roster", role="heading")
    for at, tab in enumerate(tabs):
        built.add("control", "tab", tab, selector=f"#tab{at}", states={"selected": "true" if not at else "false"})
    holder = built.add("holder", "list")
    for at, (who, what, state) in enumerate(shifts or SHIFTS):
        built.holder = built.add("holder", "item", parent=holder)
        built.text(who)
        built.add("control", "", what, selector=f"#open{at}")
        built.text(state)
    built.out()
    if more:
        built.button("Show more", selector="#more")
    if dialog:
        built.into("dialog", "Shift", modal=True)
        built.text(dialog[0], role="heading")
        for said in dialog[1:]:
            built.button(said, selector=f"#{said.split()[0]}")
        built.out()
    return built.page()


def pressed(page, selector, part=0, explores=True, uses=frozenset(), said=""):
    target = Target("button", said or selector, selector)
    planned = Planned(Step("click", selector=selector), part=part, explores=explores, uses=uses, target=target)
    return Tried(planned, True, before=page)


@pytest.mark.parametrize(
    "goal",
    ["Open the shift of Bo Ray as Night pilot", "Abre la ficha del turno de Bo Ray como Night pilot"],
)
def test_what_says_every_name_is_opened_by_what_can_be_pressed_in_it(goal):
    assert steps(plan(roster(), goal))[0][:2] == ("click", "#open1")


def test_what_says_one_name_of_two_is_not_opened():
    assert ("click", "#open2", None) not in steps(plan(roster(), "Open the shift of Eve Moss as Cook"))


def test_small_words_of_a_name_are_no_name():
    page = roster(("Ada Ray", "Niña del puerto", "Planned"), ("Bo Ray", "Narrador", "Planned"))

    assert ("click", "#open0", None) not in steps(plan(page, "Abre la obra «Bestias del hielo»"))


def test_a_list_is_made_longer_before_its_tabs_are_turned():
    assert steps(plan(roster(more=True), "Delete the shift of Eve Moss"))[0][:2] == ("click", "#more")


def test_the_buttons_beside_that_of_the_page_lead_about():
    assert steps(plan(roster(), 'Close the crew "Alder"'))[0][:2] == ("click", "#Crews")


@pytest.mark.parametrize(
    ("said", "first"),
    [
        (("Void", "Cancel", "Close"), "Close"),
        (("Anular", "Cerrar"), "Cerrar"),
        (("Cancel",), "Cancel"),
        (("Cancel", "Keep"), "Keep"),
    ],
)
def test_what_calls_off_closes_only_where_nothing_else_does(said, first):
    page = roster(dialog=("Pilot", *said))

    assert closers(n for n in page.controls if n.role == "button")[0].said == first


OPENED = roster(dialog=("Pilot Planned", "Mark as flown", "Cancel", "Close"))


def test_it_is_marked_where_it_was_opened_and_nothing_else_is_pressed():
    goal = "Open the shift of Ada Ray as Pilot and mark it as flown"
    opened = pressed(roster(), "#open0", uses=frozenset(range(12)))
    page = roster(dialog=("Pilot Flown", "Back to planned", "Close"))
    marked = pressed(OPENED, "#Mark", part=1, explores=False, uses=frozenset(range(9, 12)))

    assert steps(plan(OPENED, goal, opened))[0][:2] == ("click", "#Mark")
    assert steps(plan(page, goal, opened, replace(marked, planned=replace(marked.planned, ends_part=True)))) == []


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ('Cancel ("Anular", do not delete) the shift of Ada Ray', "Anular", "the shift of Ada Ray"),
        ('Approve ("Aprobar") the shift of Ada Ray', "Aprobar", "the shift of Ada Ray"),
    ],
)
def test_what_stands_in_brackets_behind_an_order_is_what_the_page_calls_it(goal, verb, words):
    part = read_goal(goal).parts[0]

    assert " ".join(t.text for t in part.verb_words) == verb
    assert " ".join(t.text for t in part.words) == words


def test_it_is_called_off_in_the_dialog_that_its_name_has_opened():
    goal = 'Cancel the shift of Ada Ray as "Pilot"'
    names = frozenset(t.number for t in read_goal(goal).parts[0].words if t.names)

    assert steps(plan(OPENED, goal, pressed(roster(), "#open0", uses=names)))[0][:2] == ("click", "#Cancel")


@pytest.mark.parametrize(
    ("state", "check", "met"),
    [
        ("Flown", "its card must say Flown", True),
        ("Planned", "its card must say Flown", False),
        ("Flown", "la ficha debe decir Flown", True),
        ("Planned", "la ficha debe decir Flown", False),
    ],
)
def test_what_was_marked_in_a_dialog_is_the_entry_that_opened_it(state, check, met):
    before = roster()
    now = roster(("Ada Ray", "Pilot", state), *SHIFTS[1:])
    past = (
        pressed(before, "#open0", uses=frozenset(range(9))),
        pressed(OPENED, "#Mark", part=1, explores=False, uses=frozenset(range(40))),
    )
    goal = f"Open the shift of Ada Ray as Pilot and mark it as flown; {check}"
    situation = Situation(goal, "http://app.test/", now, before, past)

    assert BuiltinExaminer().examine(situation, now, ()).met is met


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("Shift S-31 was counted wrongly. Edit it: 6 seats, weight 47.9", "Shift S-31 : 6 seats , weight 47.9"),
        ('Search for the shift "Pilot". Edit it: hour 10:30 and 60 seats', "the shift Pilot : hour 10:30 and 60 seats"),
        ("Buscar el turno «Pilot». Editarlo: hora 10:30 y 60 plazas", "el turno Pilot : hora 10:30 y 60 plazas"),
        ("Open the shift S-31. Edit it: 6 seats", "it : 6 seats"),
    ],
)
def test_what_is_edited_with_new_values_behind_a_colon_is_what_was_told_of(goal, order):
    edit = next(part for part in read_goal(goal).parts if part.verb == "edit")

    assert " ".join(t.text for t in edit.words) == order


def flights(*codes, next_page=True, url="http://app.test/flights"):
    built = Builder()
    built.link("Flights")
    built.text("Flights", role="heading")
    for code in codes:
        built.into("row")
        built.add("control", "link", code, href=f"/flights/{code}", selector=f"#{code}")
        built.text("Ada Ray", role="cell")
        built.out()
    built.link("Previous page")
    if next_page:
        built.link("Next page")
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    "goal",
    ["Edit flight F-13: 6 seats, weight 47.9", "Borra el vuelo F-13 (de Ada Ray)", "Edit the flight F-13: 6 seats"],
)
def test_an_entry_of_another_page_of_the_list_is_found_though_its_new_values_are_nowhere(goal):
    pages = flights("F-11", "F-12"), flights("F-13", "F-14"), flights("F-15", next_page=False)
    turned = [
        Tried(
            Planned(
                Step("click", selector="#n9"), part=0, explores=True, why="look for others like it",
                target=Target("link", "Next page", "#n9"),
            ),
            True,
            before=page,
        )
        for page in pages[:2]
    ]  # fmt: skip
    situation = Situation(goal, "http://app.test/", pages[2], pages[0], tuple(turned), 6)

    draft = BuiltinPlanner().plan(situation)

    assert draft.steps[0].why == "go back to where it is"


def flight(url):
    built = Builder()
    built.add("control", "link", "Flights", href="/flights", selector="#flights")
    built.text("Flight F-13", role="heading")
    built.text("Status")
    built.text("Flown")
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    ("check", "url", "goes"),
    [
        ("the flight page should show Flown", "http://app.test/flights/13", False),
        ("the page of the new flight shows the status Flown", "http://app.test/flights/13", False),
        ("the flight page should show Flown", "http://app.test/home", True),
        ("the Flights page should show Flown", "http://app.test/flights/13", True),
    ],
)
def test_the_page_of_one_thing_is_not_the_list_of_all(check, url, goes):
    saved = Tried(Planned(Step("click", selector="#s"), part=0, ends_part=True), True, before=flight(url))

    draft = plan(flight(url), f"Save. {check}", saved)

    assert bool(draft.steps) is goes


def test_what_a_tab_must_mark_is_what_it_says():
    part = next(p for p in read_goal("Borra el turno S-3. La pestaña Todas debe marcar 15").parts if p.verb == "expect")

    assert "marcar" not in {t.norm for t in part.words}
