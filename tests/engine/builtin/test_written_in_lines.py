"""A line that begins with a label is all a value: no comma, number or verb in it begins anything else."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.words import tokens_of


def form(*more):
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    for label in ("Name", "Address", "Phone", "Locker"):
        built.field(label)
    for label in ("Urgent", "Send newsletter"):
        built.add("control", "checkbox", label, label=label, type="checkbox", tag="input", states={"checked": "false"})
    built.add("control", "switch", "Dark mode", label="Dark mode", tag="button", states={"checked": "false"})
    built.button("Save", type="submit")
    return built.page()


def done(goal):
    return {p.target.name: p.step.value or p.step.action for p in plan(form(), goal, most=12).steps}


@pytest.mark.parametrize(
    "value",
    [
        "Save the date",
        "Call Ada, then close the file",
        "Cancel",
        "Weber, Hermanos",
        "red, green and blue",
        "Ring (twice), then wait",
    ],
)
@pytest.mark.parametrize(
    "goal", ["Create a parcel:\n- Name: {}\n- Phone: 655 909 000\nand save it.", "Name: {}\nPhone: 655 909 000\nSave"]
)
def test_a_line_is_typed_whole(value, goal):
    found = done(goal.format(value))

    assert (found["Name"], found["Phone"], found.get("Locker")) == (value, "655 909 000", None)


def test_a_line_that_names_a_second_field_tells_both():
    found = done("Name: Tall tree, locker 7\nPhone: 655 909 000\nSave")

    assert (found["Name"], found["Locker"]) == ("Tall tree", "7")


@pytest.mark.parametrize(
    "goal",
    [
        "Login: sign in as ada\nCart: add two teas\nCheckout: pay by card",
        "Steps: create a parcel called Bo\nExpected: delete stays possible",
    ],
)
def test_a_line_with_an_order_is_none_of_a_form(goal):
    assert any(t.norm in ("add", "create") for part in read_goal(goal).parts for t in part.verb_words)


@pytest.mark.parametrize(
    ("said", "is_done"),
    [
        ("urgent: yes", {"Urgent": "check"}),
        ("urgent yes", {"Urgent": "check"}),
        ("urgent set to true", {"Urgent": "check"}),
        ("Send newsletter: No", {}),
        ("dark mode: on", {"Dark mode": "click"}),
        ("dark mode off", {}),
        ("urgent: no, dark mode: on", {"Dark mode": "click"}),
    ],
)
def test_a_box_is_answered_like_a_field(said, is_done):
    found = done(f"Create a parcel with name Tall tree, {said}")

    assert {k: v for k, v in found.items() if k not in ("Name", "Save")} == is_done


@pytest.mark.parametrize("said", ["Send newsletter: yes", "Send newsletter: checked", "Send newsletter: sí"])
def test_a_box_may_be_called_by_what_it_orders(said):
    assert done(f"Name: Tall tree\n{said}\nSave")["Send newsletter"] == "check"


@pytest.mark.parametrize(
    "said",
    [
        "12 Elm Street",
        "221B Baker Street",
        "Flat 3, 12 Elm Street",
        "12 Elm Street, Apt 4",
        "C/ Mayor, 5, 2º B",
        "Calle Mayor 5, 2º B",
        "Plaza de España, 1",
        "Av. de la Paz, 14",
        "c/ Alcalá 20, 3º izq.",
        "5 Rue de la Paix",
    ],
)
@pytest.mark.parametrize(
    "goal",
    [
        "Create a parcel with {} as the address and Tall tree as the name",
        "Set the address to {}, set the name to Tall tree and save",
        "Enter Tall tree for the name and {} for the address",
    ],
)
def test_an_address_is_one_value_anywhere(said, goal):
    found = done(goal.format(said))

    assert (found["Address"], found.get("Locker")) == (said, None)


@pytest.mark.parametrize("text", ["Add 3 Tennis Court bookings", "Book 2 Google Drive seats", "5 Open Road bikes"])
def test_things_that_are_counted_are_no_address(text):
    assert all(token.kind != "quoted" for token in tokens_of(text))


@pytest.mark.parametrize("said", ["(555) 123-4567", "+1 (415) 555-2671", "0034 600123456"])
def test_a_phone_number_may_have_its_code_in_brackets(said):
    assert done(f"Create a parcel with phone {said} and name Tall tree")["Phone"] == said


@pytest.mark.parametrize("said", ["Thursday, March 12, 2026", "Thu 12 Mar 2026", "jueves, 12 de marzo de 2026"])
def test_a_day_of_the_week_belongs_to_its_date(said):
    [token] = tokens_of(said)

    assert (token.kind, token.text) == ("number", said)


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        (
            "Title: A room\nDescription: create a room Oslo with floor 2 and save it.\nExpected: Oslo is listed",
            "create",
        ),
        ("Summary: Deleting a bill\nDescription: delete bill B-4.\nExpected result: B-4 is gone.", "delete"),
        ("Title: Renaming\nUser: a@b.test, password pw1\nDescription: rename Oslo to Rome.\nExpected: Rome", "edit"),
        ("Título: Alta de Telar\nDescripción: crear un cliente Telar.\nResultado esperado: sale Telar.", "create"),
        ("Resumen: Una baja\nDescripción: borrar la cuota B-4.\nResultado esperado: B-4 ya no está.", "delete"),
        ("Asunto: Fecha\nDescripción: cambiar la fecha de B-4 a 10/03/2025.\nResultado esperado: sale B-4", "edit"),
    ],
)
def test_what_a_report_describes_is_done(goal, order):
    verbs = [part.verb for part in read_goal(goal).parts]

    assert order in verbs
    assert "fill" not in verbs


@pytest.mark.parametrize(
    "goal",
    [
        "Create a task.\nTitle: Tidy up\nDescription: delete old files\nExpected result: Tidy up is listed.",
        "Title: Tidy up\nDescription: delete old files\nSteps: create a task with that.\nExpected: Tidy up is listed.",
        "Crea una tarea.\nTítulo: Orden\nDescripción: borrar lo viejo\nResultado esperado: sale Orden.",
    ],
)
def test_what_a_form_takes_as_a_description_is_not_done(goal):
    assert "delete" not in [part.verb for part in read_goal(goal).parts]
