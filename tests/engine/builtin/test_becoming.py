"""What a thing is to become may be said before the thing, by `pasar`, or of one among several that were told of."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Pasa a Aprobada la solicitud S-4", "la solicitud S-4 a Aprobada"),
        ("Pasa la solicitud S-4 a Aprobada", "la solicitud S-4 a Aprobada"),
        ("Pasa a Aprobada la solicitud de Ada (no la de Bo)", "la solicitud de Ada a Aprobada"),
        ("Mark as Paid the bill B-3", "the bill B-3 as Paid"),
        ("Marca como Pagada la factura de Ada", "la factura de Ada como Pagada"),
        ("Cambia a Urgente la prioridad del aviso T-4", "la prioridad del aviso T-4 a Urgente"),
        ("Haz que la solicitud S-4 pase a Aprobada", "la solicitud S-4 a Aprobada"),
        ("Set the one dated 3 May to Paid", "the one dated 3 May to Paid"),
    ],
)
def test_what_a_thing_becomes_may_be_said_first(goal, words):
    assert read(goal)[0] == ("edit", words)


@pytest.mark.parametrize(
    "goal",
    [
        "Pasa el correo de Bo a Ada",
        "Pasa a Ana el informe",
        "Pasa a la página 2",
        "Pásala a lista de espera",
        'Escribe en Notas el texto "hola"',
        "Haz que la suma sea 5",
        "Set the country to Spain",
    ],
)
def test_what_is_handed_on_or_filled_in_is_no_change_of_a_thing(goal):
    assert all(verb != "edit" for verb, _ in read(goal))


@pytest.mark.parametrize(
    ("goal", "edited", "checked"),
    [
        (
            "Mill Lane has two bills of 40 euros. Set the one dated 3 May to Paid; the one from 5 May is still Open.",
            "the bill of Mill Lane dated 3 May to Paid",
            "the bill of Mill Lane from 5 May is still Open",
        ),
        (
            "Ada Ray tiene 2 visitas. Pon la del 3 de mayo a Confirmada; la del 5 de mayo debe seguir Pendiente.",
            "la visita de Ada Ray del 3 de mayo a Confirmada",
            "la visita de Ada Ray del 5 de mayo debe seguir Pendiente",
        ),
    ],
)
def test_one_among_several_is_of_whom_was_told(goal, edited, checked):
    parts = read(goal)

    assert parts[0] == ("edit", edited)
    assert parts[-1] == ("expect", checked)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Asigna el aviso T-4 a Bo para que en su ficha se vea el técnico", "en su ficha se vea el técnico"),
        ("Asigna el aviso T-4 a Bo, para que se vea el técnico en la ficha", "se vea el técnico en la ficha"),
        ("Crea el cliente Ada para que aparezca en el listado", "aparezca en el listado"),
    ],
)
def test_what_is_to_be_seen_afterwards_is_a_check(goal, told):
    assert read(goal)[-1] == ("expect", told)


@pytest.mark.parametrize("goal", ["Guarda la ficha para que se vea bien", "Crea la nota de Ada para que Bo la vea"])
def test_what_something_is_good_for_is_no_check(goal):
    assert all(verb != "expect" for verb, _ in read(goal))


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Make CRT-3 fragile", "edit", "CRT-3 as fragile"),
        ("Make the crate of Ines fragile", "edit", "the crate of Ines as fragile"),
        ("Open CRT-3 and make it fragile", "edit", "CRT-3 it as fragile"),
        ("Haz frágil la caja CRT-3", "edit", "la caja CRT-3 como frágil"),
        ("Haz la caja CRT-3 frágil", "edit", "la caja CRT-3 as frágil"),
        ("Make a crate for Ines", "create", "a crate for Ines"),
        ("Make crate labels for Ines", "create", "crate labels for Ines"),
        ("Haz una caja para Inés", "create", "una caja para Inés"),
        ("Make the delivery of CRT-3 now", "create", "the delivery of CRT-3 now"),
    ],
)
def test_what_there_is_made_so_is_no_new_thing(goal, verb, words):
    part = read_goal(goal).parts[0]

    assert (part.verb, " ".join(t.text for t in part.words)) == (verb, words)
