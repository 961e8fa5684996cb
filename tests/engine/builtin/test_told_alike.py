"""Several things that are told of alike, and one that was made before and is named by its kind only."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.evidence import best_item
from ghostly.engine.builtin.fields import assign
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.matching import Reading
from ghostly.engine.builtin.taking import fields_of
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def made(goal):
    parts = [part for part in read_goal(goal).parts if part.verb == "create"]
    return [" ".join(t.text for t in part.words if t.kind != "mark") for part in parts]


@pytest.mark.parametrize(
    ("goal", "things"),
    [
        ('Add a line "Bolt", 3 at 0.50, and "Nut", 2 at 0.20', ["a line Bolt 3 at 0.50", "a line Nut 2 at 0.20"]),
        ("Add the lines Hex bolt, 3, and Wing nut, 2", ["the lines Hex bolt 3", "the lines Wing nut 2"]),
        (
            "Añade las piezas «Filtro», 2 a 12,50, «Aceite», 1 a 40 y «Junta», 4 a 3",
            ["las piezas Filtro 2 a 12,50", "las piezas Aceite 1 a 40", "las piezas Junta 4 a 3"],
        ),
        (
            "Crea una tarea «Leer» 3 de mayo y «Correr» 4 de mayo",
            ["una tarea Leer 3 de mayo", "una tarea Correr 4 de mayo"],
        ),
    ],
)
def test_each_of_several_is_made_by_itself(goal, things):
    assert made(goal) == things


@pytest.mark.parametrize(
    "goal",
    [
        'Create a note with the tags "Bolt" and "Nut"',
        "Create an order for Ada Ray, 3 rolls, and ship it to Bo",
        'Add a line "Bolt", 3 at 0.50, and note "fragile"',
        "Create a room open from Monday 10:00 and closed on Friday 12:00",
        "Crea un pedido para Ada Ray y Bo Ray de 3 rollos",
    ],
)
def test_what_is_not_told_alike_is_one(goal):
    assert len(made(goal)) == 1


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("2 at 65.00", {"Quantity": "2", "Unit price": "65.00"}),
        ("3 a 12,50", {"Quantity": "3", "Unit price": "12,50"}),
        ("4 @ £3.20", {"Quantity": "4", "Unit price": "3.20"}),
        ("from 2 to 5", {}),
        ("de 2 a 5", {}),
    ],
)
def test_how_many_and_at_what_price(words, values):
    built = Builder()
    for name in ("Quantity", "Unit price"):
        built.field(name, type="number")
    page = built.page()

    found = assign(tokens_of(words), words, fields_of(Reading(page), page.controls), frozenset())
    assert {a.field.node.name: a.value for a in found} == values


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ('Create a job called "New tyres". In that job add a line "Bolt", 3', "that job New tyres"),
        ("Create a trip named Oslo Fjord. Then add a stop Bergen to that trip", "that trip Oslo Fjord"),
        ("Crea un curso «Yoga» de 20 plazas. Después crea un turno para ese curso", "ese curso Yoga"),
        ("Crea un curso llamado Yoga Suave. Pide una plaza en ese curso para Ada", "ese curso Yoga Suave"),
    ],
)
def test_what_was_made_before_is_called_so(goal, said):
    assert any(said in " ".join(t.text for t in part.words) for part in read_goal(goal).parts)


@pytest.mark.parametrize(
    "goal",
    [
        'Create a job "New tyres". Create a job "Brakes". In that job add a line "Bolt", 3',
        'Create a job "New tyres". In that van add a line "Bolt", 3',
        "Open the job New tyres. In that job add a line Bolt",
    ],
)
def test_where_it_could_be_another_nothing_is_lent(goal):
    added = read_goal(goal).parts[-2]

    assert not {"New tyres", "Brakes", "New"} & {t.text for t in added.words}


def lines(*rows):
    built = Builder()
    built.link("Jobs")
    built.button("New job")
    built.text("Job New tyres", role="heading")
    built.into("tabpanel", "Fees and hours")
    panel = built.holder
    for row in rows:
        built.into("row", parent=panel)
        built.text(row)
    built.into("form", parent=panel)
    built.field("Description", selector="#text")
    built.field("Quantity", type="number", selector="#count")
    built.button("Add entry", selector="#add")
    return built.page()


def test_a_form_is_filled_in_again_once_it_was_sent():
    goal = 'Create a job "New tyres". In that job add a fee "Bolt", 3, and "Nut", 2'
    page = lines("Bolt 3")
    typed = [("#text", "Bolt"), ("#count", "3")]
    past = [Tried(Planned(Step("click", selector="#made"), part=1, commits=True, ends_part=True), True, before=page)]
    past += [Tried(Planned(Step("fill", selector=at, value=v), part=2), True, before=page) for at, v in typed]
    past += [Tried(Planned(Step("click", selector="#add"), part=3, commits=True, ends_part=True), True, before=lines())]

    found = {p.step.selector: p.step.value for p in plan(page, goal, *past).steps}
    assert found | {"#add": None} == {"#text": "Nut", "#count": "2", "#add": None}


def test_of_a_box_and_a_row_in_it_the_row_is_the_entry():
    assert best_item(["Lines Bolt 3 Nut 2", "Nut 2"], ["Nut", "2"]) == "Nut 2"
    assert best_item(["ORD-1 Nut 14", "14 orders"], ["14"]) == "ORD-1 Nut 14"


def people(*buttons):
    built = Builder()
    built.text("Start", role="heading")
    built.link("Jobs")
    for name in buttons:
        built.button(name)
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Add Eva Brun with eva@x.test for the Cook job. The candidate is listed", "Add candidate"),
        ("Añade a Eva Brun con eva@x.test. El candidato sale en la lista", "Añadir candidato"),
        ("Add Eva Brun with eva@x.test. The supplier is listed", None),
    ],
)
def test_who_is_added_may_be_told_elsewhere(goal, pressed):
    draft = plan(people(pressed or "Add candidate"), goal)

    assert [p.target.name for p in draft.steps if not p.explores] == ([pressed] if pressed else [])


@pytest.mark.parametrize(
    ("field", "words", "used"),
    [
        ("Mileage", "with 1200 miles", {"1200", "miles"}),
        ("Mileage", "1200 miles on the clock", {"1200", "miles", "clock"}),
        ("Kilometraje", "con 1200 kilómetros", {"1200", "kilómetros"}),
        ("Mileage", "with 1200 seats", {"1200"}),
        ("Hours", "with 30 minutes", {"30"}),
    ],
)
def test_the_unit_belongs_to_the_number_where_the_field_is_called_by_it(field, words, used):
    built = Builder()
    built.field(field, type="number")
    page = built.page()
    told = tokens_of(words)

    [found] = assign(told, words, fields_of(Reading(page), page.controls), frozenset())
    assert {t.text for t in told if t.number in found.uses and t.norm not in ("con", "with")} == used
