"""A thing that only another page lists: which ways are gone, and which entries are left alone."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

WAYS = ("Orders", "Boats", "Parts")


def page(title, *rows, ways=WAYS, url="orders"):
    """A page with a row of links at its top that no program knows to be its navigation."""
    built = Builder()
    built.into("", tag="div")
    for way in ways:
        built.link(way)
    built.out()
    built.text(title, role="heading")
    for link, *cells in rows:
        built.into("row", tag="tr")
        built.add("control", "link", link, href=f"/{url}/{link}")
        for cell in cells:
            built.text(cell, role="cell")
        built.out()
    return replace(built.page(), url=f"http://app.test/{url}")


ORDERS = page("Orders", ("R-1", "Sea Fox", "GB 77"), ("R-2", "Sea Wolf", "GB 71"))


def taken(draft):
    return [(p.target.name, p.explores) for p in draft.steps]


@pytest.mark.parametrize(
    "goal",
    ["Delete the boat Kestrel", "Archive the boat Kestrel", "Borra el barco Kestrel", "Set the boat Kestrel dry"],
)
def test_the_links_at_the_top_lead_to_other_pages(goal):
    draft = plan(page("Orders", ("R-1", "Sea Fox"), ways=("Orders", "Crew", "Parts")), goal)

    assert all(p.explores for p in draft.steps)
    assert taken(draft)[0][0] in ("Orders", "Crew", "Parts")


@pytest.mark.parametrize(
    "goal",
    [
        "The Sea Fox GB 77 has 900 hours. Try to save 800 hours in its record. In the list of boats it must say 900.",
        "Given the Sea Fox GB 77 has 900 hours\nWhen I try to save 800 hours in its record\n"
        "Then the program refuses\nAnd in the boats list it still says 900",
    ],
)
def test_the_list_that_a_later_check_names_comes_before_an_entry_that_only_mentions_the_thing(goal):
    assert ("R-1", True) not in taken(plan(ORDERS, goal))


def test_an_entry_that_says_less_than_one_that_was_opened_in_vain_is_left_alone():
    goal = "Archive the Sea Fox GB 77"
    opened = next(p for p in plan(ORDERS, goal).steps)
    assert (opened.target.name, opened.explores) == ("R-1", True)
    inside = replace(page("R-1"), url="http://app.test/orders/R-1")
    past = [Tried(opened, True, before=ORDERS)]
    back = plan(inside, goal, *past).steps[0]
    past.append(Tried(back, True, before=inside))

    assert ("R-2", True) not in taken(plan(ORDERS, goal, *past))


@pytest.mark.parametrize(("goal", "value"), [("Save 800 hours", "800"), ("Guarda 800 horas", "800")])
def test_what_follows_a_value_that_is_saved_may_be_its_field(goal, value):
    built = Builder()
    built.into("form", tag="form")
    built.field("Name")
    built.field("Hours" if "hours" in goal else "Horas")
    built.button("Save changes")

    assert steps(plan(built.page(), goal))[0] == ("fill", "#n2", value)


def test_an_entry_that_says_something_else_of_what_is_named_is_looked_into():
    goal = "Enrol Ida Moss in Fencing"
    people = page("Members", ("Ida Moss", "Leeds"), ways=("Members", "Classes", "Bills"), url="members")
    [opened] = plan(people, goal).steps
    assert (opened.target.name, opened.explores) == ("Ida Moss", True)
    inside = replace(page("Ida Moss", ways=("Members", "Classes", "Bills")), url="http://app.test/members/1")
    classes = page("Classes", ("Fencing", "Monday"), ways=("Members", "Classes", "Bills"), url="classes")

    [away] = plan(inside, goal, Tried(opened, True, before=people)).steps
    past = (Tried(opened, True, before=people), Tried(away, True, before=inside))
    assert taken(plan(classes, goal, *past)) == [("Fencing", True)]


def trips(*boats, heads=("Trip", "Boat")):
    """A list of trips, each with a control that opens its form, that mention the boat they are made with."""
    built = Builder()
    built.into("navigation")
    for way in ("Trips", "Fleet"):
        built.link(way)
    built.out()
    built.text("Trips", role="heading")
    for number, boat in enumerate(boats):
        built.into("row", tag="tr")
        built.add("control", "link", f"Trip {number}", href=f"/trips/{number}")
        for head, cell in zip(heads[1:], (boat, "x"), strict=False):
            built.text(f"{head} {cell}" if head != "Boat" else cell, role="cell")
        built.link("Edit")
        built.out()
    return replace(built.page(), url="http://app.test/trips")


@pytest.mark.parametrize(
    "goal", ["Change the radio channel of Sea Fox to 12", "Cambia el canal de radio de Sea Fox a 12"]
)
def test_what_several_entries_only_mention_is_looked_for_where_it_is_listed_itself(goal):
    page = trips("Sea Fox", "Sea Fox", "Kestrel")
    draft = plan(page, goal)
    done = Tried(draft.steps[0], True, before=page)

    assert taken(draft) == [("Trips", True)]
    assert taken(plan(page, goal, done)) == [("Fleet", True)]


def test_of_several_entries_that_say_what_is_to_be_changed_none_is_taken():
    page = trips("Sea Fox", "Sea Fox", heads=("Trip", "Boat", "Radio channel"))

    draft = plan(page, "Change the radio channel of Sea Fox to 12")

    assert draft.steps == ()
    assert "Several things fit" in draft.unsure


def lots(*rows):
    built = Builder()
    for row in rows:
        built.holder = -1
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
    built.holder = -1
    built.link("Next")
    return built.page()


@pytest.mark.parametrize("check", ["check that it is listed as Open", "check that it appears in the list"])
@pytest.mark.parametrize(("new", "turns"), [(("L-3", "Ada Moss", "12"), False), (("L-3", "Bo Reed", "44"), True)])
def test_what_was_made_is_looked_for_on_no_other_page_where_a_new_entry_says_the_rest_of_it(check, new, turns):
    goal = f'Add a lot for "Ada Moss" with quantity 12 and the note "Keep it dry and cool" and {check}'
    old = (("L-1", "Cy Wren", "9"), ("L-2", "Di Holt", "7"))
    values = (("owner", "Ada Moss"), ("quantity", "12"), ("note", "Keep it dry and cool"))
    filled = [Planned(Step("fill", selector=f"#{name}", value=value)) for name, value in values]
    typed = [Tried(each, True, before=lots(*old)) for each in filled]
    saved = Tried(Planned(Step("click", selector="#save"), part=1, ends_part=True, commits=True), True)

    draft = plan(lots(*old, new), goal, *typed, saved)

    assert bool(draft.steps) is turns


def catalogue(shown, *rows, url="/stock"):
    """The navigation of a program, and a page with a tab for each kind of thing, of which one is shown."""
    built = Builder()
    built.into("navigation")
    for way in ("Visits", "Stock", "Staff"):
        built.add("control", "link", way, href=f"/{way.lower()}")
    built.out()
    built.text("Stock", role="heading")
    built.into("item")
    for kind in ("Seeds", "Tools", "Pots") if shown else ():
        states = {"current": "page"} if kind == shown else {}
        built.add("control", "link", kind, href=f"/stock?kind={kind}", states=states)
    for row in rows:
        built.into("item")
        built.text(row)
        built.link("Edit")
        built.out()
    return replace(built.page(), url=f"http://app.test{url}")


@pytest.mark.parametrize(
    "goal", ["Rename the Iron rake to Steel rake", "Borra el Iron rake", "Set the price of the Iron rake to 9"]
)
def test_what_no_part_of_a_page_shows_is_looked_for_in_the_parts_beside_it(goal):
    assert taken(plan(catalogue("Seeds", "Barley", "Clover", "Rye"), goal)) == [("Tools", True)]


def test_a_way_to_a_page_that_was_seen_for_the_same_part_is_not_taken_again():
    goal = "Delete the Iron rake"
    shown = [catalogue("", url="/visits"), catalogue("", url="/stock")]
    past = []
    for page in shown:
        [step] = plan(page, goal, *past).steps
        past.append(Tried(step, True, before=page))

    assert [t.planned.target.name for t in past] == ["Stock", "Staff"]


@pytest.mark.parametrize("name", ["Next →", "Siguiente »", "Next"])
def test_pages_of_a_list_may_be_turned_more_often_than_other_ways_are_tried(name):
    goal, past = "Delete the boat Kestrel", []
    for number in range(8):
        page = replace(trips("Sea Fox"), url=f"http://app.test/trips?p={number}")
        node = replace(page.nodes[-1], number=len(page.nodes), kind="control", role="link", name=name, parent=-1)
        page = replace(page, nodes=(*page.nodes, replace(node, selector="#next", href=f"/trips?p={number + 1}")))
        [step] = plan(page, goal, *past).steps
        past.append(Tried(step, True, before=page))

    assert [t.planned.target.name for t in past] == [name] * 8


@pytest.mark.parametrize("goal", ["Confirm the berth of Ida Moss", "Confirma el amarre de Ida Moss"])
def test_a_form_for_a_new_thing_is_not_sent_for_one_that_is_not_found(goal):
    berths = Builder()
    berths.into("form", tag="form")
    berths.field("Date", type="date")
    berths.button("Filter")
    berths.out()
    berths.link("New berth")
    form = Builder()
    form.link("Back to berths")
    form.into("form", tag="form")
    form.field("Name")
    form.button("Save berth")
    opened = Planned(Step("click", selector="#n3"), explores=True)
    inside = replace(form.page(), url="http://app.test/new")

    draft = plan(inside, goal, Tried(opened, True, before=berths.page()))
    assert "Save berth" not in [name for name, _ in taken(draft)]
