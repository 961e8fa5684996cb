"""Where something is done may be said behind the verb, and a number may be told with its unit."""

import pytest

from tests.engine.builtin.test_planner import Builder, plan, steps


def _list() -> Builder:
    built = Builder()
    built.text("Parcels", role="heading")
    built.link("Settings")
    built.link("Ajustes")
    return built


@pytest.mark.parametrize(("goal", "way"), [
    ("Change in Settings the term to 15", 1), ("Cambia en Ajustes el plazo a 15", 2),
    ("Set the term to 15 in Settings", 1),
    ('Pon el color a "Rojo" en Ajustes', 2),
])  # fmt: skip
def test_the_place_is_gone_to_first(goal: str, way: int) -> None:
    assert steps(plan(_list().page(), goal)) == [("click", f"#n{way}", None)]


@pytest.mark.parametrize("goal", [
    "Cambia el plazo de entrega a 15 días y el horario a Tardes",
    'Cambia el plazo de entrega a 15 días y el horario a "Tardes"', "Cambia el plazo a 15 y el horario a Tardes",
])  # fmt: skip
def test_the_unit_that_a_field_is_called_by_belongs_to_its_number(goal: str) -> None:
    built = Builder()
    built.text("Ajustes", role="heading")
    built.into("form")
    built.field("Plazo de entrega (días)", type="number", value="10")
    built.select("Horario", "Mañanas", "Tardes")
    built.button("Guardar")

    assert steps(plan(built.page(), goal))[:2] == [("fill", "#n2", "15"), ("selectOption", "#n3", "Tardes")]


@pytest.mark.parametrize(("goal", "presses"), [
    ("Ordena la lista por tasa de mayor a menor", 2), ("Ordena por tasa de menor a mayor", 1),
    ("Sort the list by fee from highest to lowest", 2), ("Sort by the lowest fee", 1),
])  # fmt: skip
def test_in_which_direction_is_no_name_of_a_column(goal: str, presses: int) -> None:
    built = Builder()
    built.into("columnheader")
    built.link("Tasa" if "tasa" in goal else "Fee")
    built.out()

    draft = plan(built.page(), goal)

    assert [action for action, _, _ in steps(draft)] == ["click"]
    assert draft.steps[0].ends_part == (presses == 1)
