"""Orders that are told without a plain verb: by what is wrong, by where, by how many, by a title, by what is left."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if not p.implied]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Cambia las plazas de la reserva R-12: en lugar de 3 son 5.", "las plazas de la reserva R-12 from 3 to 5"),
        ("Change the seats of booking R-12: instead of 3 it is 5.", "the seats of booking R-12 from 3 to 5"),
        ("Correct the fee of invoice F-7: it's 350, not 300.", "the fee of invoice F-7 from 300 to 350"),
        ("Corrige la estancia de Ada Ray: son 2 noches en vez de 3.", "la estancia de Ada Ray from 3 to 2 noches"),
    ],
)
def test_an_order_says_behind_a_colon_from_what_to_what(goal, told):
    assert read(goal)[0] == ("edit", told)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("El aula 4 tiene 30 sillas y queremos que tenga 32. Cámbialo.", "sillas of aula 4 from 30 to 32"),
        ("Booking R-12 has 3 seats and I want it to have 5. Change it.", "seats of Booking R-12 from 3 to 5"),
        ("R-12 está para 3 personas y somos 5. Cámbialo.", "personas of R-12 from 3 to 5"),
        ("The trip (T-3) should be for 28 seats, not 25. Please correct it.", "trip ( T-3 ) from 25 to 28 seats"),
        ("La reserva (R-7) tenía que ser de 4 plazas, no de 3. Corrígela.", "reserva ( R-7 ) from 3 to 4 plazas"),
    ],
)
def test_how_many_there_are_and_are_to_be_is_what_is_changed(goal, told):
    assert read(goal)[0] == ("edit", told)


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        ("Entra y pides 3 sillas para el aula 4.", ("create", "3 sillas para el aula 4")),
        ("Hay que pedir 5 de Seda para Luna y guardarlo.", ("create", "5 de Seda para Luna")),
        ("Mira si se puede pedir algo nuevo: encarga 22 de Seda para Luna.", ("create", "22 de Seda para Luna")),
        ("See whether a booking can be made: book 3 seats for Ada Ray.", ("create", "3 seats for Ada Ray")),
        ("Comprueba que pide 3 sillas como mínimo.", ("expect", "pide 3 sillas como mínimo")),
    ],
)
def test_so_many_of_something_are_ordered_by_whoever_does_it(goal, first):
    assert next(part for part in read(goal) if part[0] != "open") == first


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Crea una nota. Cuando la guardes debería verse en la lista.", ["create", "save", "expect"]),
        ("Crea una nota. Cuando lo guardes debe verse ORD-7.", ["create", "save", "expect"]),
        ("Create a note. When you save check that it is listed.", ["create", "save", "expect"]),
    ],
)
def test_what_is_to_come_of_it_needs_no_comma_behind_what_is_done(goal, told):
    assert [verb for verb, _ in read(goal)] == told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (
            "Suppliers > add: Northern Looms, VAT B123.",
            [("open", "Suppliers"), ("create", "Northern Looms , VAT B123")],
        ),
        ("Aulas → crear: Aula 4, plazas 12.", [("open", "Aulas"), ("create", "Aula 4 , plazas 12")]),
        ("Orders > delete: ORD-1002.", [("open", "Orders"), ("delete", "ORD-1002")]),
    ],
)
def test_a_way_may_end_with_what_is_done_there(goal, told):
    assert read(goal) == told


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        (
            "- Nuevo pedido con estos datos:\n  - Cliente: Luna\n  - Cantidad: 5\n- Guardar",
            "pedido , Cliente : Luna , Cantidad : 5",
        ),
        ("New trip with the following details:\n- Name: Ada\n- Seats: 5\nSave it", "trip , Name : Ada , Seats : 5"),
    ],
)
def test_lines_below_what_is_new_say_what_goes_into_it(goal, made):
    assert read(goal)[0] == ("create", made)


@pytest.mark.parametrize(
    "goal",
    [
        "Abre TR-3.\nGuardar: tiene que salir el error.\nCancelar: el viaje no se ha guardado",
        "Open TR-3.\nSave: the error must show.\nCancel: TR-3 still has 10",
    ],
)
def test_a_line_orders_and_says_what_comes_of_it_and_nothing_is_called_off(goal):
    assert [verb for verb, _ in read(goal)] == ["open", "save", "expect", "close", "expect"]


@pytest.mark.parametrize(
    "goal",
    [
        "Sign in with ada@x.test / s3cret. TR-3 (Ada Ray, balcony): set the state to Paid.",
        "TR-3 - set the state to Paid. Check: TR-3 is Paid",
    ],
)
def test_what_is_done_behind_a_title_is_done_to_what_it_names(goal):
    told = [part for part in read(goal) if part[0] == "edit"]

    assert ["TR-3" in words for _, words in told] == [True]


def trips():
    built = Builder()
    built.text("Trips", role="heading")
    for code, day, seats in (("TR-2", "2025-02-05", "20"), ("TR-3", "2025-02-11", "25")):
        built.out()
        built.into("row")
        for said in (code, day, seats):
            built.text(said, role="cell")
        built.button(f"Edit trip {code}", selector=f"#{code}")
    return built.page()


def trip():
    built = Builder()
    built.into("dialog", "Trip TR-3", modal=True)
    built.field("Seats", type="number", value="25", selector="#seats")
    built.field("Date", type="date", value="2025-02-11", selector="#date")
    built.button("Save", selector="#save")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Change the trip dated 2025-02-11 (TR-3) from 25 to 28 and save",
        "The trip with date 2025-02-11 (TR-3) should be for 28 seats, not 25. Correct it.",
    ],
)
def test_what_tells_which_one_is_meant_is_not_changed(goal):
    opened = Tried(plan(trips(), goal).steps[-1], True, before=trips())

    assert [s.step.selector for s in plan(trip(), goal, opened).steps] == ["#seats", "#save"]
