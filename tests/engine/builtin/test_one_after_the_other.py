"""Orders about entries that are told by their codes, and checks that follow them without a mark."""

import pytest
from engine.builtin.test_context import read


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Delete B-7 and B-8", [("delete", "B-7"), ("delete", "B-8")]),
        ("Borra los recibos B-7, B-8 y B-9", [("delete", f"los recibos {code}") for code in ("B-7", "B-8", "B-9")]),
        ("Delete B-7 from the list of B-8", [("delete", "B-7 from the list of B-8")]),
    ],
)
def test_what_is_deleted_by_its_codes_is_deleted_one_after_the_other(goal, parts):
    assert read(goal) == parts


def test_what_is_changed_by_its_codes_may_be_ticked_together():
    assert read("Mark B-7 and B-8 as paid") == [("edit", "B-7 and B-8 as paid")]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Set B-7 to paid", [("edit", "B-7 to paid")]),
        ("Set bill B-7 to paid", [("edit", "bill B-7 to paid")]),
        ("Set Colour to blue", [("fill", "Colour to blue")]),
        ("En el panel, pasa el B-7 a Enviado", [("edit", "el B-7 a Enviado En el panel")]),
        ("En la lista, pasa la página", [("say", "pasa la página En la lista")]),
    ],
)
def test_what_becomes_of_an_entry_changes_it(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            'When I try to delete Ada Moss I should get "Ada Moss has loans"',
            [("delete", "Ada Moss"), ("expect", "I should get Ada Moss has loans")],
        ),
        (
            "Al buscar linen solo debe quedar el B-6",
            [("search", "linen"), ("expect", "solo debe quedar el B-6")],
        ),
        ("Add the note that I should call Ada", [("create", "the note that I should call Ada")]),
        ("Tick the box and check for errors", [("check", "the box"), ("expect", "for errors")]),
        ("Press the link and check I am signed in", [("click", "the link"), ("expect", "I am signed in")]),
        ("Cambia el plan de B-7 a Anual y ver el plan nuevo en la lista", [
            ("edit", "el plan de B-7 a Anual"), ("expect", "el plan nuevo en la lista"),
        ]),
        ("Ve a Clientes y ver la lista", [("open", "Clientes"), ("open", "la lista")]),
        (
            "Change the seats of B-7 to 9. The price goes to 45 €",
            [("edit", "the seats of B-7 to 9"), ("expect", "The price goes to 45 €")],
        ),
        (
            "Cambia las plazas de B-7 a 9. El precio pasa a 45 €",
            [("edit", "las plazas de B-7 a 9"), ("expect", "El precio pasa a 45 €")],
        ),
    ],
)  # fmt: skip
def test_a_check_may_follow_without_a_mark(goal, parts):
    assert read(goal) == parts
