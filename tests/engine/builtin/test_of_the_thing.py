"""What of a thing is changed, whose own name has numbers or common words in it, and what goes from its entry then."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Sube las plazas de Oslo a 30", "edit"),
        ("Baja el precio de Aceite a 4,50 €", "edit"),
        ("Aumenta el cupo de Oslo a 4", "edit"),
        ("En Almacén sube las plazas de Oslo a 30", "edit"),
        ("Sube las fotos a 3 fichas", "upload"),
        ("Sube foto.png a la ficha", "upload"),
        ("El total sube a 50", "expect"),
    ],
)
def test_what_is_raised_to_a_number_is_changed(goal, verb):
    assert read_goal(goal).parts[0].verb == verb


def product(name):
    built = Builder()
    built.text("Edit product", role="heading")
    built.into("form")
    built.field("Name", value=name, selector="#name")
    for label in ("Units", "Least"):
        of = {"label": label, "tag": "input", "type": "number", "selector": f"#{label.lower()}"}
        built.add("control", "spinbutton", label, value="12", **of)
    built.button("Save", type="submit", selector="#save")
    return built.page()


def changed(goal, name):
    opened = Tried(Planned(Step("click", selector="#edit")), True, before=Builder().page())
    return [step for step in steps(plan(product(name), goal, opened)) if step[0] == "fill"]


@pytest.mark.parametrize("name", ["Oil 500 ml", "Oil 500", "Green tea", "Zinc"])
def test_the_numbers_of_a_name_are_no_values(name):
    assert changed(f"Change the units of {name} to 30", name) == [("fill", "#units", "30")]
    assert changed(f"Raise the least of {name} to 30", name) == [("fill", "#least", "30")]


def test_a_name_is_not_overwritten_with_what_is_said_of_something_else():
    assert changed("Change the weight of Green tea to 30", "Green tea") == []
    assert changed("Change the value of Green tea to 30", "Green tea") == []
    assert changed("Cambia el valor de Green tea a 30", "Green tea") == []
    assert changed("Change the name of Green tea to Mint", "Green tea") == [("fill", "#name", "Mint")]


def stock(*rows):
    built = Builder()
    built.text("Stock", role="heading")
    for cells in rows:
        built.out()
        built.into("row")
        for cell in cells:
            built.text(cell, role="cell")
        built.button("Edit", selector=f"#edit-{cells[0]}")
    return built.page()


@pytest.mark.parametrize(
    ("now", "met"),
    [(("Oil", "30", "Fine"), True), (("Oil", "30", "Low stock"), False), (("Oil", "2", "Low stock"), False)],
)
@pytest.mark.parametrize(
    "check",
    ["The low stock notice of that product must disappear", "El aviso low stock de ese producto debe desaparecer"],
)
def test_what_goes_is_looked_for_in_the_entry_of_the_thing(check, now, met):
    goal = f"Change the units of Oil to 30. {check}"
    tea = ("Tea", "1", "Low stock")
    before, words = stock(("Oil", "2", "Low stock"), tea), frozenset(range(8))
    opened = Planned(Step("click", selector="#edit-Oil"), uses=words)
    typed = Planned(Step("fill", selector="#units", value="30"), uses=words, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = [Tried(opened, True, before=before), *(Tried(p, True, before=product("Oil")) for p in (typed, saved))]

    assert (examined(goal, before, stock(now, tea), *past).met is True) is met
