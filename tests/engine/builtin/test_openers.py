"""The form for something new: what opens it, what it takes that the goal does not label, and when it is sent empty."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Tried


@pytest.fixture
def listing():
    """A list, the form that does something to what is ticked in it, and what opens the form for something new."""
    built = Builder()
    built.text("Garages", role="heading")
    built.link("Add garage")
    for code in ("G-1", "G-2"):
        built.into("row", tag="tr")
        built.link(code)
    built.out()
    built.into("form", tag="form")
    built.select("New tariff", "Choose tariff", "Monthly", "Yearly")
    built.button("Change tariff")
    return built.page()


def form(*selects):
    built = Builder()
    built.text("Add garage", role="heading")
    built.into("form", tag="form")
    built.field("Street and number")
    built.field("Rent", type="number")
    for name, *options in selects:
        built.select(name, *options)
    built.button("Save garage")
    return built.page()


def opened(listing, page, goal):
    [pressed] = plan(listing, goal).steps
    assert (pressed.target.name, pressed.explores) == ("Add garage", False)
    past = [Tried(pressed, True, before=listing)]
    found = {}
    while "Save garage" not in found:
        draft = plan(page, goal, *past)
        if not draft.steps:
            return draft.unsure
        for planned in draft.steps:
            found[planned.target.name] = planned.step.value
            past.append(Tried(planned, True, before=page))
    return found


@pytest.mark.parametrize(
    "goal",
    ["Add a garage", "Add a new garage: rent 80", "Try to add a garage without rent", "Añade un garage nuevo"],
)
def test_a_list_that_is_called_new_makes_nothing(listing, goal):
    assert [p.target.name for p in plan(listing, goal).steps] == ["Add garage"]


@pytest.mark.parametrize(
    ("goal", "street"),
    [
        ("Add a new garage: 14 Elm Row in Derby, rent 80", "14 Elm Row"),
        ("Add a garage at 14 Elm Row, Derby, with a rent of 80", "14 Elm Row"),
        ("Add the garage Camino Viejo 7 in Derby with rent 80", "Camino Viejo 7"),
    ],
)
def test_a_name_with_a_number_goes_into_the_one_field_for_addresses(listing, goal, street):
    found = opened(listing, form(("Town", "Derby", "Leeds")), goal)

    assert found == {"Street and number": street, "Rent": "80", "Town": "Derby", "Save garage": None}


def test_an_option_is_known_by_the_code_in_it_and_by_what_else_it_is_called(listing):
    page = form(("Block", "B-7 East Wing, second floor", "B-8 East Wing, third floor"))
    goal = 'Add a garage for B-8 (East Wing): street "Ash Way", rent 90'

    found = opened(listing, page, goal)
    assert found["Block"] == "B-8 East Wing, third floor"


def test_what_an_option_does_not_say_is_missing_in_the_form(listing):
    page = form(("Block", "B-7 East Wing, second floor", "B-8 East Wing, third floor"))

    assert "West" in opened(listing, page, 'Add a garage for B-8 (West Wing): street "Ash Way", rent 90')


@pytest.mark.parametrize("goal", ["Try to add a garage without a street", "Add a garage with no rent"])
def test_a_form_that_is_opened_by_what_sends_others_is_sent_as_it_is(listing, goal):
    page = form()
    [pressed] = plan(listing, goal).steps

    assert [p.target.name for p in plan(page, goal, Tried(pressed, True, before=listing)).steps] == ["Save garage"]


def test_a_date_that_something_starts_on_is_not_how_a_text_begins():
    built = Builder()
    built.add("control", "searchbox", "Search", tag="input", type="search")
    built.link("New lease")

    goal = "Create a new lease: tenant Ida Moss, start date 2026-06-01, end date 2026-12-01"
    assert [p.target.name for p in plan(built.page(), goal).steps] == ["New lease"]


def test_what_was_made_is_looked_for_on_the_numbered_pages_of_its_list():
    built = Builder()
    built.text("Garages", role="heading")
    built.into("row", tag="tr")
    built.link("G-1")
    built.out()
    built.text("1", role="")
    built.link("2")
    listed = built.page()
    goal = 'Add a garage called "Ash Way". Check that it is shown in the list of garages.'
    form = Builder()
    form.field("Name")
    form.button("Add garage")
    done = tuple(Tried(p, True, before=form.page()) for p in plan(form.page(), goal).steps)

    assert steps(plan(listed, goal, *done)) == [("click", "#n4", None)]


def member(*ticked):
    built = Builder()
    built.into("dialog", "Add member", modal=True)
    built.field("Full name")
    built.into("group", "Lists")
    for name in ("General", "Members", "Press"):
        built.add("control", "checkbox", name, tag="input", type="checkbox", label=name, checked=name in ticked)
    built.holder = 0
    built.button("Save")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "boxes"),
    [
        ("Add a member called Ida Moss on the Press list", ["Press"]),
        ("Add a member called Ida Moss to the list Members", ["Members"]),
        ("Add a member called Ida Moss", []),
        ("Add a member called Ida Moss on the General list", []),
    ],
)
def test_a_box_is_told_by_its_name_and_that_of_its_group(goal, boxes):
    page = member("General")

    assert [p.target.name for p in plan(page, goal).steps if p.step.action == "check"] == boxes


def test_a_name_without_its_group_ticks_no_box():
    assert [p for p in plan(member(), "Add a member called Press Moss").steps if p.step.action == "check"] == []


@pytest.mark.parametrize(
    "goal",
    [
        'Try to register an issue without a title ("Nueva avería")',
        'Register an issue ("Nueva avería") with the place Lift',
    ],
)
def test_what_the_goal_quotes_opens_the_form_in_another_language(goal):
    built = Builder()
    built.text("Averías", role="heading")
    built.link("Todas")
    built.link("Nueva avería")

    assert [(p.target.name, p.explores) for p in plan(built.page(), goal).steps] == [("Nueva avería", False)]


def test_what_is_quoted_for_the_form_is_no_value_in_it():
    before, after = Builder(), Builder()
    before.link("Nueva avería")
    after.text("Nueva avería", role="heading")
    after.into("form", tag="form")
    after.field("Título")
    after.button("Registrar avería")
    goal = 'Try to register an issue without a title ("Nueva avería")'
    [pressed] = plan(before.page(), goal).steps

    draft = plan(after.page(), goal, Tried(pressed, True, before=before.page()))
    assert [p.target.name for p in draft.steps] == ["Registrar avería"]


def test_a_field_that_is_called_by_what_is_made_is_sent_with_the_button_of_its_form():
    built = Builder()
    built.into("form")
    built.field("New note")
    built.button("Save note")
    built.out()
    for text in ("Ask Bob", "Call Cyd"):
        built.holder = -1
        built.into("listitem")
        built.text(text)
        built.button(f"Delete {text}")

    draft = plan(built.page(), 'Write a note saying "Call the mill"')

    assert [(p.step.action, p.target.name) for p in draft.steps] == [("fill", "New note"), ("click", "Save note")]


def desk_with_menu(is_open=False, **states):
    built = Builder()
    built.button("Stock", selector="#other")
    built.button("Summaries", selector="#menu", states=states or {"haspopup": "true", "expanded": "false"})
    if is_open:
        built.add("control", "link", "Stock report", href="/stock", selector="#stock")
        built.add("control", "link", "Sales report", href="/sales", selector="#sales")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Open the stock report from the Summaries menu",
        "Click Stock report in the Summaries menu",
        "From the Summaries menu open the stock report",
        "Abre el Stock report desde el menú Summaries",
    ],
)
def test_what_is_told_to_be_in_a_menu_is_pressed_once_that_is_open(goal):
    first = plan(desk_with_menu(), goal)
    assert steps(first) == [("click", "#menu", None)]

    then = plan(desk_with_menu(True), goal, Tried(first.steps[0], True, before=desk_with_menu()))
    assert steps(then) == [("click", "#stock", None)]
    assert then.steps[0].ends_part
    assert not then.steps[0].explores


@pytest.mark.parametrize("goal", ["Open Stock from the menu", "Open Stock"])
def test_a_menu_that_nothing_opens_is_no_way(goal):
    assert steps(plan(desk_with_menu(), goal))[:1] == [("click", "#other", None)]
