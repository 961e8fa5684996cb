"""What stands around an order: what it is for, to whom it is polite, of which things it speaks."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(part.verb, " ".join(token.text for token in part.words)) for part in read_goal(goal).parts]


LOGIN = ("login", "ada@x.test s3cret12")


@pytest.mark.parametrize(
    ("goal", "rest"),
    [
        ("Quiero entrar con ada@x.test / s3cret12 para ver las facturas", [("open", "las facturas")]),
        ("Necesito iniciar sesión como ada@x.test / s3cret12 para consultar el stock", [("open", "el stock")]),
        ("I want to log in as ada@x.test (s3cret12) to see the bills", [("expect", "the bills")]),
        ("Quiero entrar con ada@x.test / s3cret12 y borrar la nota 4", [("delete", "la nota 4")]),
        ("I would like to sign in with ada@x.test / s3cret12 and delete note 4", [("delete", "note 4")]),
    ],
)
def test_who_wants_to_be_let_in_for_something_does_that_next(goal, rest):
    assert told(goal) == [LOGIN, *rest]


@pytest.mark.parametrize(
    ("goal", "to"),
    [
        ("Cambia la fecha de la cita C-4 al 10 de marzo de 2025", "a"),
        ("Mueve la reserva R-2 al 2025-03-10", "a"),
        ("Sube el stock de la camisa al 30", "a"),
        ("Filtra las visitas del 3 al 9", "al"),
        ("Envía el informe al cliente Ada", "al"),
    ],
)
def test_al_before_a_number_says_to_what_and_no_span(goal, to):
    words = [token.norm for part in read_goal(goal).parts for token in part.words]

    assert [word for word in words if word in ("a", "al")] == [to]


@pytest.mark.parametrize(
    ("goal", "rest"),
    [
        ("Hola, ¿puedes borrar la nota 4? ¡Gracias!", [("delete", "la nota 4")]),
        ("Buenos días, ¿podrías borrar la nota pagada? Gracias.", [("delete", "la nota pagada")]),
        ("Hola equipo: ¿podéis borrar la nota 4?", [("delete", "la nota 4")]),
        ("Could you delete the paid note? Thanks!", [("delete", "the paid note")]),
        ("Can you please edit the note? Thanks", [("edit", "the note"), ("save", "")]),
        ("Borra la nota 4, ¿vale?", [("delete", "la nota 4")]),
        ("Could you check that it works? Delete note 4.", [("delete", "note 4")]),
        ("Could you have a look? Delete note 4.", [("delete", "note 4")]),
    ],
)
def test_an_order_may_be_a_polite_question(goal, rest):
    assert told(goal) == rest


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Editar la cita C-4: pasar el estado a Hecha", "edit", "la cita C-4 el estado a Hecha"),
        ("Abre la cita C-4: pásala a Hecha", "edit", "la cita C-4 it a Hecha"),
        ("Edita la nota N-2: pasa por la oficina", "edit", "la nota N-2 : pasa por la oficina"),
        ("Crea una nota: pasar a la oficina a las 5", "create", "una nota : pasar a la oficina a las 5"),
        ("Pase la factura F-3 a Cobrada", "edit", "la factura F-3 a Cobrada"),
    ],
)
def test_a_colon_may_lead_to_what_becomes_of_the_thing_before_it(goal, verb, words):
    assert told(goal) == [(verb, words), ("save", "")]


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Of the two visits of Ada remove the paid one", "delete", "visits of Ada the paid one"),
        ("From the two open visits of Ada, remove the paid one", "delete", "the paid visit of open of Ada"),
        ("De las citas de Ada cancela la del lunes", "delete", "citas de Ada la del lunes"),
        ("Entre los pedidos de Ada, borra el pagado", "delete", "pedidos de Ada el pagado"),
        ("From the visits page delete V-3", "delete", "V-3 , From the visits page"),
        ("For Ada cancel the visit V-3", "delete", "the visit V-3 , For Ada"),
    ],
)
def test_what_is_done_to_one_of_several_that_are_told_of_first(goal, verb, words):
    assert told(goal) == [(verb, words)]


def test_what_one_of_several_becomes_stands_behind_them():
    assert told("Of the two bills of Ada mark the March one as paid")[0] == (
        "edit",
        "bills of Ada the March one as paid",
    )
    assert told("Of the two visits only V-6 is listed") == [("expect", "Of the two visits only V-6 is listed")]


@pytest.mark.parametrize(
    "check",
    [
        "the other one, the paid one, is shown as before",
        "la otra de Ada, la del lunes, tiene que seguir en la agenda",
        "the other visit of Ada, the paid one, must still be listed",
    ],
)
def test_what_two_commas_tell_more_of_is_one_thing(check):
    assert told(f"Delete the open visit of Ada; {check}")[1:] == [("expect", check.replace(",", " ,"))]


@pytest.mark.parametrize(
    ("goal", "rest"),
    [
        (
            "Typing Ada in the search leaves exactly two visits",
            [("fill", "Ada in the search"), ("expect", "leaves exactly two visits")],
        ),
        ("Filtering by Paid leaves three visits", [("filter", "Paid"), ("expect", "leaves three visits")]),
        (
            "Al escribir Ada en el buscador quedan 2 citas",
            [("fill", "Ada en el buscador"), ("expect", "quedan 2 citas")],
        ),
        ("Buscar Ada deja solo dos citas", [("search", "Ada"), ("expect", "deja solo dos citas")]),
        ("Search for tea leaves", [("search", "tea leaves")]),
        ("Type leaves in the search box", [("fill", "leaves in the search box")]),
        ("Order filter: filter by Paid", [("filter", "Paid")]),
        ("Order 3 boxes of tea for Ada: size large", [("create", "3 boxes of tea for Ada : size large"), ("save", "")]),
    ],
)
def test_what_is_typed_leaves_so_many(goal, rest):
    assert told(goal) == rest


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Add a visit: Ada, 3 May\nThe new visit is at the top of the list with 3 May", "expect"),
        ("Crea una nota para Ada. La nota nueva está al principio de la lista", "expect"),
        ("Crea una cita para Ada. La cita es a las 10:00", "save"),
    ],
)
def test_where_in_a_list_something_stands_is_no_value(goal, verb):
    assert told(goal)[-1][0] == verb


def test_what_somebody_gets_when_something_is_done_is_no_return_to_the_page():
    assert "the blue form" in " ".join(
        words for _, words in told("When I open the bills page then I get the blue form")
    )
