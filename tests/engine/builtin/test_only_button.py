"""A button is not pressed for being the only one: what it says decides."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal

GOALS = [
    "Change Nala's room to 4",
    "Change the room of Nala to 4",
    "Set the room of Nala to 4",
    "Cambia la sala de Nala a 4",
]


def dogs(role, *buttons):
    page = Builder()
    page.text("Dogs", role="heading")
    for name in ("Rex", "Nala", "Bobby"):
        page.into(role)
        page.text(name)
        for said in buttons:
            page.button(said.replace("…", name))
        page.out()
    return page.page()


def pressed(page, goal):
    return [page.nodes[int(p.step.selector[2:])].said for p in plan(page, goal).steps]


@pytest.mark.parametrize("role", ["row", "listitem"])
@pytest.mark.parametrize("said", ["Pay", "Print", "Invite", "Pay …", "Archive", "Send"])
@pytest.mark.parametrize("goal", GOALS)
def test_what_does_something_else_with_an_entry_is_not_pressed_to_change_it(role, said, goal):
    assert pressed(dogs(role, said), goal) == []


@pytest.mark.parametrize("said", ["Edit", "Details", "View", "Ver ficha", "Open …"])
@pytest.mark.parametrize("goal", GOALS)
def test_what_opens_an_entry_is_pressed_to_change_it(said, goal):
    assert pressed(dogs("row", "Pay", said), goal) == [said.replace("…", "Nala")]


@pytest.mark.parametrize(
    "said", ["Clear filters", "Reset filter", "Quitar filtros", "Borrar filtro", "Limpiar filtros"]
)
def test_a_list_is_not_narrowed_by_what_takes_its_filters_away(said):
    page = Builder()
    page.into("search")
    page.select("Status", "Booked", "Done")
    page.button(said)

    assert [p.step.action for p in plan(page.page(), "Filter by status Booked").steps] == ["selectOption"]


@pytest.mark.parametrize("said", ["Apply filters", "Filter", "Aplicar", "Apply and close"])
def test_a_list_is_narrowed_by_what_applies_its_filters(said):
    page = Builder()
    page.into("search")
    page.select("Status", "Booked", "Done")
    page.button(said)

    assert [p.step.action for p in plan(page.page(), "Filter by status Booked").steps] == ["selectOption", "click"]


@pytest.mark.parametrize(
    ("goal", "answer"),
    [
        ('Start deleting job J-4, but when it asks for confirmation choose "Keep job".', ("choose", "Keep job")),
        ("Delete job J-4 but when asked for confirmation press Cancel.", ("click", "Cancel")),
        ("Delete the note «Milk» and when the dialog appears click No.", ("click", "No")),
        ('Remove the invoice F-3, and in the dialog press "Yes, remove".', ("click", "Yes, remove")),
        ("Delete Ada, and if it asks click Delete.", ("click", "Delete")),
        ("Borra el pedido 4, pero cuando pida confirmación pulsa Volver.", ("click", "Volver")),
        ("Elimina la nota «Leche» y en el diálogo pulsa Cancelar.", ("click", "Cancelar")),
        ("Borra la factura F-3 y, cuando pregunte, pulsa «Sí, borrar».", ("click", "Sí, borrar")),
    ],
)
def test_the_answer_to_a_deletion_is_told_in_the_same_sentence(goal, answer):
    delete, told = [part for part in read_goal(goal).parts if part.verb != "save"]

    assert delete.verb == "delete"
    assert not any(t.norm in ("asks", "dialog", "pregunte", "dialogo", "confirmation") for t in delete.words)
    assert (told.verb, " ".join(t.text for t in told.words)) == answer
