"""What comes of an order may be told in the same breath, and is a check."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def _parts(goal: str) -> list[tuple[str, str]]:
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if part.verb != "save"]


@pytest.mark.parametrize("told", [
    'y sale "Hecho"', 'y me sale "Hecho"', 'y aparece el aviso "Hecho"', 'y se muestra "Hecho"', "y quedan 3 envíos",
    "y ya no aparece", "y desaparece de la lista", "y el total pasa a 3", "y el contador dice 3", ': sale "Hecho"',
    ", quedando 3 envíos",
])  # fmt: skip
@pytest.mark.parametrize("order", ["Borra el envío PAR-3", "Borra el envío PAR-3 y confirma", "Pulsa Guardar"])
def test_what_comes_of_an_order_is_a_check_of_its_own(order: str, told: str) -> None:
    parts = _parts(f"{order}{'' if told[0] in ',:' else ' '}{told}.")

    assert parts[:-1] == _parts(f"{order}.")
    assert parts[-1][0] == "expect"


@pytest.mark.parametrize("told", [
    'and "Done" appears', 'and a "Done" message shows up',
    'and it says "Done"', ", leaving 3 parcels", "and it is gone",
    "and 3 parcels are left", "and the total becomes 3", 'and I get "Done"',
])  # fmt: skip
@pytest.mark.parametrize("order", ["Delete parcel PAR-3", "Delete parcel PAR-3 and confirm", "Click Save"])
def test_in_english_too(order: str, told: str) -> None:
    parts = _parts(f"{order}{'' if told[0] == ',' else ' '}{told}.")

    assert parts[:-1] == _parts(f"{order}.")
    assert parts[-1][0] == "expect"


@pytest.mark.parametrize("goal", [
    'Crea una tarea con título "Sale el sol" y nota "Aparece" y guarda',
    'Set the title to A and the text to "it says hi"',
    "Rellena el nombre Ana, sale el 3 de mayo y guarda", "Añade una salida: sale el 3 de mayo", 'Click Save and Close',
    "Add the plays Hamlet and Macbeth appear in May", "Elige el envío que pone Abierto y sale hoy y bórralo",
    "Book a trip from Porto: leaves on 3 May and returns on 5 May",
])  # fmt: skip
def test_what_is_given_or_chosen_is_no_check(goal: str) -> None:
    assert all(verb != "expect" for verb, _ in _parts(goal))


def test_how_many_are_left_may_follow_a_check() -> None:
    parts = _parts("Delete parcel PAR-3. It should be gone, leaving 3 parcels.")

    assert [verb for verb, _ in parts] == ["delete", "expect", "expect"]


@pytest.mark.parametrize("told", ["Bo has to be there", "the list must show Bo", "Bo appears", "ORD-7 is shown"])
@pytest.mark.parametrize("order", ["Search the patients for Clara", "search for wool", "Filter the orders by Paid"])
def test_what_a_search_must_show_is_a_check_behind_a_colon(order: str, told: str) -> None:
    assert _parts(f"{order}: {told}") == [*_parts(order), ("expect", told)]


def test_no_denial_reaches_back_to_how_many_there_are() -> None:
    for said in ("hay 3 pacientes y que Rocky no sale", "hay pacientes y Rocky no sale"):
        negated = [part.negated for part in read_goal(f"comprueba que {said}").parts]

        assert negated == [False, True]
