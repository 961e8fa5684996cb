"""Values that are told one after the other, without a word for any of them."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def form(*fields, held=""):
    built = Builder()
    built.link("New supplier")
    built.text("New supplier", role="heading")
    built.into("form")
    for name in fields:
        built.field(name, type="email" if name == "E-mail" else "text", value=held)
    built.button("Save")
    return built.page()


def filled(page, goal):
    opened = Tried(Planned(Step("click", selector="#n0"), part=0, ends_part=True, uses=frozenset(range(8))), True)
    return {p.target.name: p.step.value for p in plan(page, goal, opened).steps if p.step.action == "fill"}


@pytest.mark.parametrize(
    "goal",
    [
        'Click "New supplier" and save Oslo Wool, Bergen, wool@oslo.test',
        'Click "New supplier" and enter Oslo Wool, Bergen and wool@oslo.test',
        "Pulsa «New supplier» y guarda Oslo Wool, Bergen y wool@oslo.test",
        "Pulsa «New supplier» y escribe «Oslo Wool», «Bergen», wool@oslo.test",
    ],
)
def test_they_go_into_the_fields_of_the_form_one_after_the_other(goal):
    page = form("Name", "City", "E-mail")

    assert filled(page, goal) == {"Name": "Oslo Wool", "City": "Bergen", "E-mail": "wool@oslo.test"}


@pytest.mark.parametrize(
    ("page", "values"),
    [
        (form("Name", "City"), "Oslo Wool, Bergen, wool@oslo.test"),
        (form("Name", "City", "Country", "E-mail"), "Oslo Wool, Bergen, wool@oslo.test"),
        (form("Name", "City", "E-mail"), "Oslo Wool, wool@oslo.test, Bergen"),
        (form("Name", "City", "E-mail", held="x"), "Oslo Wool, Bergen, wool@oslo.test"),
    ],
)
def test_where_they_do_not_fit_nothing_is_guessed(page, values):
    assert "Bergen" not in filled(page, f'Click "New supplier" and save {values}').values()


def rooms():
    built = Builder()
    built.text("New room", role="heading")
    built.into("form")
    built.field("Name", selector="#name")
    built.field("Floor", selector="#floor")
    built.add(
        "control",
        "combobox",
        "Kind",
        label="Kind",
        selector="#kind",
        options=(Option("", "Choose"), Option("h", "Hall")),
    )
    built.button("Save room", selector="#save")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Create another room with name Oslo (any floor, any kind)",
        "Crea otra room con nombre Oslo, cualquier floor y cualquier kind",
    ],
)
def test_where_anything_will_do_something_is_filled_in(goal):
    draft = plan(rooms(), goal)
    found = {p.step.selector: p.step.value for p in draft.steps}

    assert found["#name"] == "Oslo"
    assert found["#floor"]
    assert found["#kind"] == "Hall"


def test_what_is_left_out_is_not_filled_in():
    assert "#floor" not in {p.step.selector for p in plan(rooms(), "Create a room named Oslo without any floor").steps}
