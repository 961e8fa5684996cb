"""Entries that a goal describes without their names: they are opened by the words of their titles."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

FAULTS = ("Boiler leaks in the cellar", "Boiler leaks in the attic", "Gate squeaks", "Roof drips")
AVERIAS = ("Caldera pierde agua en el sótano", "Caldera pierde agua en el ático", "La verja chirría", "Buzón roto")


def listing(*titles, heading="Faults", named="Ada"):
    built = Builder()
    built.into("navigation")
    built.link(heading)
    built.link("Suppliers")
    built.out()
    built.text(heading, role="heading")
    for number, title in enumerate(titles):
        built.into("row", tag="tr")
        built.add("control", "link", title, href=f"/{number}", selector=f"#{number}")
        built.text(named if number == 1 else "nobody", role="cell")
        built.out()
    return built.page()


def taken(page, goal, *past):
    return [(p.target.name, p.explores) for p in plan(page, goal, *past).steps]


@pytest.mark.parametrize(
    ("goal", "titles", "opened"),
    [
        ("Close the fault about the gate that squeaks", FAULTS, "Gate squeaks"),
        ("Resolve the fault of the boiler that leaks in the attic", FAULTS, "Boiler leaks in the attic"),
        ("Assign the boiler leaks in the cellar to Ada Ray", FAULTS, "Boiler leaks in the cellar"),
        ("Archive the fault about the roof", FAULTS, "Roof drips"),
        ("Cierra la avería de la verja que chirría", AVERIAS, "La verja chirría"),
        ("Asigna la caldera que pierde agua en el ático a Ada Ray", AVERIAS, "Caldera pierde agua en el ático"),
        ("Asigna a Ada Ray la caldera que pierde agua en el sótano", AVERIAS, "Caldera pierde agua en el sótano"),
        ("Cierra la avería del buzón", AVERIAS, "Buzón roto"),
    ],
)
def test_the_entry_is_opened_whose_title_the_words_say(goal, titles, opened):
    heading = "Faults" if titles is FAULTS else "Averías"

    assert taken(listing(*titles, heading=heading), goal) == [(opened, True)]


@pytest.mark.parametrize(
    "goal",
    [
        "Close the fault of the boiler that leaks",
        "Close the fault about the gate that is stuck",
        "Close the fault of the gate that squeaks in Oslo",
        "Assign the boiler that leaks to Ada",
    ],
)
def test_none_is_opened_where_several_are_described_or_more_is_said_than_any_says(goal):
    assert not {name for name, _ in taken(listing(*FAULTS), goal)} & set(FAULTS)


def test_of_two_with_the_same_title_none_is_opened():
    page = listing("Lamp is broken", "Lamp is broken", "Gate squeaks")

    assert ("Lamp is broken", True) not in taken(page, "Close the fault of the lamp that is broken")


def test_inside_the_order_is_carried_out():
    goal = "Close the fault about the gate that squeaks"
    page = listing(*FAULTS)
    [opened] = plan(page, goal).steps
    inside = Builder()
    inside.text("Gate squeaks", role="heading")
    inside.button("Close fault")
    inside.button("Delete")

    assert taken(replace(inside.page(), url="http://app.test/2"), goal, Tried(opened, True, before=page)) == [
        ("Close fault", False)
    ]


def inside_form(*lists):
    built = Builder()
    built.text("Edit fault", role="heading")
    built.into("form")
    for name, options in lists:
        built.select(name, *options)
    built.button("Save")
    return replace(built.page(), url="http://app.test/0/edit")


def opened(goal, page):
    """What was done until the form of the thing was opened."""
    [entry] = plan(page, goal).steps
    built = Builder()
    built.text("Boiler leaks in the cellar", role="heading")
    built.link("Edit")
    built.link("Delete")
    inside = replace(built.page(), url="http://app.test/0")
    done = Tried(entry, True, before=page)
    [form] = plan(inside, goal, done).steps
    assert (form.target.name, form.explores) == ("Edit", False)
    return done, Tried(form, True, before=inside)


@pytest.mark.parametrize(
    "goal",
    [
        "Assign the boiler that leaks in the cellar to Ada Ray",
        "Hand the boiler that leaks in the cellar over to Ada Ray",
    ],
)
def test_what_a_thing_is_given_to_is_chosen_in_its_form(goal):
    form = inside_form(("Trade", ("Ada", "Bo")), ("Supplier", ("Nobody", "Ada Ray", "Bo Lind")))

    [chosen, saved] = plan(form, goal, *opened(goal, listing(*FAULTS))).steps

    assert (chosen.step.action, chosen.step.value, chosen.target.name) == ("selectOption", "Ada Ray", "Supplier")
    assert saved.target.name == "Save"


def test_of_two_lists_with_the_name_none_is_taken():
    goal = "Assign the boiler that leaks in the cellar to Ada Ray"
    form = inside_form(("Reporter", ("Ada Ray", "Bo Lind")), ("Supplier", ("Nobody", "Ada Ray")))

    assert not [p for p in plan(form, goal, *opened(goal, listing(*FAULTS))).steps if p.step.action == "selectOption"]


def assets(*names):
    built = Builder()
    built.text("Assets", role="heading")
    for name in names:
        built.into("row")
        built.add("control", "link", name, href=f"/{name}")
        built.link(f"Edit {name}")
        built.out()
    return built.page()


@pytest.mark.parametrize("goal", ["Return the PocketBook Era 7 to the shelf", "Retira el PocketBook Era 7"])
def test_a_name_in_which_a_word_may_mean_an_act_is_still_a_name(goal):
    page = assets("PocketBook Era 6", "PocketBook Era 7", "Kobo 7 Era")

    assert taken(page, goal) == [("PocketBook Era 7", True)]


def test_an_entry_that_says_only_a_part_of_a_name_is_another_one():
    assert taken(assets("Kobo Era 7", "Kobo Clara"), "Return the PocketBook Era 7 to the shelf") == []


def test_a_link_that_leads_into_an_entry_closes_nothing():
    page = listing("Gate squeaks", "Roof drips")

    assert taken(page, "Close the gate that squeaks") == [("Gate squeaks", True)]


def fault_page(state, *buttons, path="/2"):
    built = Builder()
    built.text("Gate squeaks", role="heading")
    for label, said in (("Site", "North Yard"), ("Status", state)):
        built.into("row")
        built.text(label, role="rowheader")
        built.text(said, role="cell")
        built.out()
    for name in buttons:
        built.button(name)
    return replace(built.page(), url=f"http://app.test{path}")


@pytest.mark.parametrize(
    "goal",
    [
        "Put the fault about the gate that squeaks on hold and check that it becomes On hold",
        "Put on hold the fault about the gate that squeaks",
    ],
)
def test_a_button_may_be_called_by_the_order_and_its_last_words(goal):
    page = listing(*FAULTS)
    [opened] = plan(page, goal).steps
    inside = fault_page("Open", "Put in progress", "Put on hold", "Close fault")

    assert opened.target.name == "Gate squeaks"
    assert taken(inside, goal, Tried(opened, True, before=page)) == [("Put on hold", False)]


def test_a_button_that_is_called_otherwise_is_not_pressed():
    goal = "Put the fault about the gate that squeaks on hold"
    page = listing(*FAULTS)
    [opened] = plan(page, goal).steps
    inside = fault_page("Open", "Put in progress", "Close fault")

    assert not {name for name, _ in taken(inside, goal, Tried(opened, True, before=page))} & {"Put in progress"}


def test_what_is_filled_in_is_no_button():
    built = Builder()
    built.field("Remark")
    built.button("Put on hold")

    [step] = plan(built.page(), 'Put "on hold" in the remark').steps

    assert (step.step.action, step.step.value) == ("fill", "on hold")


def closed(check, now, goal="Close the fault of North Yard about the gate that squeaks"):
    page, before = listing(*FAULTS), fault_page("Open", "Put on hold", "Close fault")
    opened = Planned(Step("click", selector="#2"), uses=frozenset(range(20)), explores=True)
    pressed = Planned(Step("click", selector="#n8"), uses=frozenset(range(20)), ends_part=True)
    past = (Tried(opened, True, before=page), Tried(pressed, True, before=before))
    situation = Situation(f"{goal} and {check}", "http://app.test/", now, page, past)
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    ("check", "state"),
    [
        ("check that it becomes Closed", "Closed"),
        ("check that it is now Closed", "Closed"),
        ("check that it stays On hold", "On hold"),
        ("comprueba que queda como On hold", "On hold"),
    ],
)
def test_the_page_of_the_thing_says_its_state_and_no_button_does(check, state):
    assert closed(check, fault_page(state, "Put in progress", "Delete")) is True
    assert closed(check, fault_page("Open", "Put on hold", "Close fault")) is not True


def test_whom_a_thing_is_given_to_may_be_said_first():
    goal = "Asigna a Ada Ray la caldera que pierde agua en el ático"
    page = listing(*AVERIAS, heading="Averías")
    [entry] = plan(page, goal).steps
    built = Builder()
    built.text("Caldera pierde agua en el ático", role="heading")
    built.link("Editar")
    inside = replace(built.page(), url="http://app.test/1")
    done = Tried(entry, True, before=page)
    [form] = plan(inside, goal, done).steps
    fields = inside_form(("Gremio", ("Ada", "Bo")), ("Técnico", ("Nadie", "Ada Ray", "Bo Lind")))
    fields = replace(fields, url="http://app.test/1/editar")

    [chosen, _] = plan(fields, goal, done, Tried(form, True, before=inside)).steps

    assert (chosen.step.value, chosen.target.name) == ("Ada Ray", "Técnico")


def test_an_order_that_gives_nothing_opens_no_form():
    goal = "Forward the boiler that leaks in the cellar to Ada Ray"
    page = listing(*FAULTS)
    [entry] = plan(page, goal).steps
    built = Builder()
    built.text("Boiler leaks in the cellar", role="heading")
    built.link("Edit")

    inside = replace(built.page(), url="http://app.test/0")
    assert ("Edit", False) not in taken(inside, goal, Tried(entry, True, before=page))


def moorings(*rows):
    built = Builder()
    built.text("Moorings", role="heading")
    for number, cells in enumerate(rows):
        built.into("row", tag="tr")
        built.add("control", "link", f"M-{number}", href=f"/{number}", selector=f"#{number}")
        for cell in cells:
            built.text(cell, role="cell")
        built.out()
    return built.page()


PIERS = (("Ketch", "North Pier"), ("Sloop", "North Pier"), ("Sloop", "South Pier"))


@pytest.mark.parametrize(
    ("goal", "opened"),
    [
        ("Switch on the Night Alarm for the sloop on North Pier", "M-1"),
        ("Turn off the Night Alarm of the ketch at North Pier", "M-0"),
        ("Tick Night Alarm in the file of the sloop at South Pier", "M-2"),
        ("Activa la Night Alarm del sloop de South Pier", "M-2"),
    ],
)
def test_what_is_set_inside_is_that_of_the_one_entry_that_says_all_the_words(goal, opened):
    assert taken(moorings(*PIERS), goal) == [(opened, True)]


@pytest.mark.parametrize(
    "goal",
    [
        "Switch on the Night Alarm for the barge on North Pier",
        "Switch on the Night Alarm for the sloop on West Pier",
        "Switch on the Night Alarm for the boat on North Pier",
    ],
)
def test_an_entry_that_says_only_some_of_them_is_not_opened(goal):
    assert not {name for name, _ in taken(moorings(*PIERS), goal)} & {"M-0", "M-1", "M-2"}


def test_of_two_that_say_all_of_them_none_is_opened():
    page = moorings(("Sloop", "North Pier"), ("Sloop", "North Pier"))

    assert taken(page, "Switch on the Night Alarm for the sloop on North Pier") == []
