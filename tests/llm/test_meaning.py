"""The encoder of sentences, where it is installed: paraphrases are near, what has nothing to do with it is far."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Situation
from ghostly.llm.meaning import installed_meaning

ENGLISH = ["Employees", "Suppliers", "Notifications", "Payroll", "Time off", "Members", "Save changes", "Sign out"]
SPANISH = ["Empleados", "Proveedores", "Notificaciones", "Nómina", "Vacaciones", "Miembros", "Guardar cambios"]


@pytest.fixture(scope="module")
def meaning():
    found = installed_meaning(lambda work, *given: work(*given))
    assert found is not None, "requirements-dev.txt names it"
    return found


def followed(meaning, names, goal):
    builder = Builder()
    for name in names:
        builder.link(name)
    page = builder.page()
    draft = BuiltinPlanner(meaning).plan(Situation(goal, "http://app.test/", page, page, (), 6))
    return [(step.target.name, step.why) for step in draft.steps if step.target and not step.explores]


@pytest.mark.parametrize(
    ("names", "goal", "name"),
    [
        (ENGLISH, "Open the staff and check that Ana Ruiz is listed", "Employees"),
        (ENGLISH, "Open the salaries and check that Ana Ruiz is listed", "Payroll"),
        (ENGLISH, "Abre los salarios y comprueba que aparece Ana Ruiz", "Payroll"),
        (SPANISH, "Abre los trabajadores y comprueba que aparece Ana Ruiz", "Empleados"),
        (SPANISH, "Open the staff and check that Ana Ruiz is shown", "Empleados"),
    ],
)
def test_the_way_that_means_the_same_is_followed_and_said_to_be_a_guess(meaning, names, goal, name):
    [(followed_name, why)] = followed(meaning, names, goal)

    assert followed_name == name
    assert "nearest in meaning" in why


@pytest.mark.parametrize(
    ("names", "goal"),
    [
        (ENGLISH, "Open the weather and check that Ana Ruiz is listed"),
        (ENGLISH, "Open the recipes and check that Ana Ruiz is listed"),
        (SPANISH, "Abre las recetas y comprueba que aparece Ana Ruiz"),
    ],
)
def test_what_means_something_else_is_left_alone(meaning, names, goal):
    assert followed(meaning, names, goal) == []


def test_the_opposite_is_as_near_as_a_paraphrase_so_that_nothing_is_judged_by_it(meaning):
    [opposite] = meaning.likeness("create an order and save it", ["create an order and abandon it"])
    [paraphrase] = meaning.likeness("open the list of orders", ["show me all the orders"])

    assert opposite > paraphrase
