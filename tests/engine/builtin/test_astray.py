"""What is to be typed goes into no form that was only come upon: one that the goal has neither named nor opened."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def frame(path, *heads):
    built = Builder()
    built.into("navigation")
    for name in ("Parcels", "Memos", "Trips"):
        built.add("control", "link", name, href=f"/{name.lower()}", selector=f"#to-{name.lower()}")
    built.out()
    for head in heads:
        built.text(head, role="heading")
    return built, f"http://app.test{path}"


def parcels():
    built, url = frame("/parcels", "Parcels")
    return replace(built.page(), url=url)


def memos(label="New memo"):
    built, url = frame("/memos", "Memos")
    built.into("form")
    built.field(label, selector="#text")
    built.button("Save memo", selector="#save")
    built.out()
    return replace(built.page(), url=url)


def come_to(page, goal, way):
    """The steps on a page to which a part has come by looking under a link."""
    link = next(n for n in parcels().controls if n.name == way)
    step = Step("click", selector=link.selector)
    walked = Planned(step, target=Target("link", way, link.selector), explores=True)
    return [(s.step.action, s.step.selector) for s in plan(page, goal, Tried(walked, True, before=parcels())).steps]


@pytest.mark.parametrize(
    "goal",
    [
        "Contact: Ada Ray, ada@x.test. Save.",
        "Contacto: Ada Ray, ada@x.test. Guardar.",
        'Enter "Quay 5" as the address, then save it',
        'Escribe "Muelle 5" como dirección y guárdalo',
        'Type "Quay 5" and save',
        'Register a driver "Ada Ray" and save',
        'Crea un conductor "Ada Ray" y guarda',
        "Set the deadline of the ferry to 9 May and save",
        "Pon 44 en el plazo y guarda",
    ],
)
def test_nothing_is_typed_into_a_form_that_was_only_come_upon(goal):
    assert not {"fill"} & {action for action, _ in come_to(memos(), goal, "Memos")}


@pytest.mark.parametrize("goal", ["Save the changes", "Guarda los cambios", "Submit the trip", "Confirma el pago"])
def test_a_form_that_was_only_come_upon_is_not_sent(goal):
    assert ("click", "#save") not in come_to(memos(), goal, "Memos")


@pytest.mark.parametrize(
    "goal",
    [
        'Write a memo: "Call the carrier"',
        'Escribe "Llamar" en memos',
        'Add the memo "Call the carrier"',
        'Type "Call" in the new memo',
    ],
)
def test_a_form_that_the_goal_names_is_filled_in(goal):
    assert ("fill", "#text") in come_to(memos(), goal, "Memos")


@pytest.mark.parametrize("goal", ['Type "Call the carrier" and save', 'Escribe "Llamar" y guarda', 'Enter "Ada Ray"'])
def test_the_only_field_of_the_page_that_the_goal_begins_on_is_filled_in(goal):
    assert ("fill", "#text") in [(s.step.action, s.step.selector) for s in plan(memos(""), goal).steps]


def test_what_is_looked_for_goes_into_the_only_search_there_is():
    built, url = frame("/trips", "Trips")
    built.add("control", "searchbox", "Find", selector="#q", tag="input", type="search")
    page = replace(built.page(), url=url)

    assert ("fill", "#q") in come_to(page, 'Search for "Harbour"', "Trips")


def listed():
    built, url = frame("/parcels", "Parcels")
    for code in ("PX-1", "PX-2"):
        built.out()
        built.into("row")
        built.text(code, role="cell")
        for act in ("Print", "Edit", "Delete"):
            built.add("control", "link", f"{act} {code}", href=f"/parcels/{code}/{act.lower()}")
        built.add("control", "link", "Download", href=f"/parcels/{code}.pdf")
    built.out()
    built.into("list")
    for code in ("PX-1", "PX-2"):
        built.add("control", "listitem", code, tag="li", draggable=True)
    built.out()
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    "goal", ["Weigh PX-2 on the green scale", "Pesa PX-2 en la báscula verde", "The crate of PX-2: 30"]
)
def test_looking_around_prints_downloads_and_drags_nothing(goal):
    pressed = [s.target for s in plan(listed(), goal).steps if s.target]

    assert not any(t.role == "listitem" or t.name.split()[0] in ("Print", "Download", "Delete") for t in pressed)
