"""What says only when or why something is to be so: somebody goes away and comes back, or a thing is in the way."""

import pytest
from engine.builtin.test_telling import read

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.grammar import read_goal


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Save. Go to another page and come back: both must have been kept", "both must have been kept"),
        ("Save. Leave the page and come back; the box should still be ticked", "the box should still be ticked"),
        ("Save. Visit some other screen, then return to this page: the city is still Cork", "the city is still Cork"),
        ("Save, go elsewhere and return: the name should still be Bo", "the name should still be Bo"),
        ("Guarda, ve a otra página y vuelve: los avisos deben seguir activados", "los avisos deben seguir activados"),
        ("Guarda. Sal de la pantalla y vuelve a ella, el tema debe seguir oscuro", "el tema debe seguir oscuro"),
        (
            "Guarda. Al recargar la página los dos cambios tienen que seguir ahí",
            "los dos cambios tienen que seguir ahí",
        ),
    ],
)
def test_who_goes_away_and_comes_back_only_looks_again(goal, check):
    assert read(goal) == [("save", ""), ("expect", check)]


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        ("Open the Orders page and come back: the total must be 5", ("open", "the Orders page")),
        ("Go to another page and delete ORD-7", ("open", "another page")),
        ("Ve a la página de Ada y vuelve a la lista: debe salir Bo", ("open", "la página de Ada")),
        ("Si recargo la página me tiene que pedir entrar", ("reload", "la página")),
    ],
)
def test_a_way_that_is_named_is_gone(goal, first):
    assert read(goal)[0] == first


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        (
            'Add the user ada. That name is taken, so it should be rejected with "Taken"',
            "it should be rejected with Taken",
        ),
        ('Add the user ada. The name is taken, so it has to be refused with "No"', "it has to be refused with No"),
        ("Add the user ada. As there are only 3 seats, it must be refused", "it must be refused"),
    ],
)
def test_what_is_in_the_way_is_only_why_it_is_refused(goal, check):
    assert read(goal) == [("create", "the user ada"), ("expect", check)]


def test_what_a_state_comes_to_is_still_told_with_it():
    assert ("expect", "The order is paid") in read("Open ORD-7. The order is paid, so the total should be 0")


@pytest.mark.parametrize(
    "goal",
    [
        "I want to know that ORD-7 is Paid",
        "I want to know whether ORD-7 is Paid",
        "Find out if ORD-7 is Paid",
    ],
)
def test_what_somebody_wants_to_know_is_checked(goal):
    assert read(goal) == [("expect", "ORD-7 is Paid")]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Title: Removing a client\n\nDelete Ada Ray", [("delete", "Ada Ray")]),
        ("Título: Dar de baja un cliente\n\nEliminar Ada Ray", [("delete", "Ada Ray")]),
        ("Title: Save the date\nAuthor: Bo\nSave", [("fill", "Title Save the date Author Bo"), ("save", "")]),
        ("Sort by price → Ada comes first", [("sort", "price"), ("expect", "Ada comes first")]),
        ("Filter by Paid -> 3 bills", [("filter", "Paid"), ("expect", "3 bills")]),
        ("Buscar roble -> solo Ada", [("search", "roble"), ("expect", "solo Ada")]),
        ("Search for ORD-7 and restore it", [("search", "ORD-7"), ("say", "it ORD-7")]),
        ("Open File -> Export", [("open", "File"), ("open", "Export")]),
        (
            "Mira en la lista que R-7 está Anulada y que R-8, la de Casa Vega, sigue Pendiente",
            [
                ("expect", "en la lista que R-7 está Anulada"),
                ("expect", "que R-8 la de Casa Vega sigue Pendiente"),
            ],
        ),
    ],
)
def test_titles_arrows_and_asides_are_read_as_what_they_are(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Ada Ray is back. Look for her among the archived people and restore her",
            [("search", "Ada Ray among the archived people"), ("say", "her Ada Ray among the archived people")],
        ),
        ("Put the price of a filling up to £118", [("edit", "the price of a filling up to £118")]),
        ("Bring the stock of the blue lamp down to 4", [("edit", "the stock of the blue lamp down to 4")]),
        ("Put Blue Hall in the name field", [("fill", "Blue Hall in the name field")]),
    ],
)
def test_who_was_told_of_is_looked_for_and_amounts_go_up_and_down(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("said", "refuses"),
    [
        ("sale el aviso «Pedido eliminado»", False),
        ("debe salir el aviso «Cita anulada»", False),
        ('the warning "Order deleted" is shown', False),
        ("sale el aviso «Pedido no eliminado»", True),
        ("debe salir el aviso «Nombre repetido»", True),
        ("debe salir el aviso «El pedido ya está eliminado»", True),
    ],
)
def test_a_notice_of_what_was_done_refuses_nothing(said, refuses):
    assert [names_refusal(part) for part in read_goal(f"Elimina ORD-7. Resultado esperado: {said}").parts[1:]] == [
        refuses
    ]
