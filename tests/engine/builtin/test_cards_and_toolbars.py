"""A card may be opened by a button of its own, and what narrows a list is no form for what is made beside it."""

import pytest

from tests.engine.builtin.test_planner import Builder, plan, steps


def _cards(opens: str) -> Builder:
    built = Builder()
    built.text("Pumps", role="heading")
    for code in ("PU-101", "PU-102", "PU-103"):
        built.holder = -1
        built.into("article")
        built.text(code, role="heading")
        built.text("Cellar")
        built.button(opens)
        built.button(f"Delete {code}")
    built.out()
    return built


@pytest.mark.parametrize("opens", ["View", "Ver ficha", "Details", "Abrir", "See details"])
@pytest.mark.parametrize("goal", ["Open the record of pump PU-102", "Abre la ficha de PU-102", "Open PU-102"])
def test_an_entry_is_opened_by_its_button(goal: str, opens: str) -> None:
    page = _cards(opens).page()
    button = [n for n in page.nodes if n.said == opens][1]

    assert steps(plan(page, goal)) == [("click", button.selector, None)]


@pytest.mark.parametrize("goal", ["Open PU-104", "Abre la ficha de PU-110"])
def test_no_other_entry_is_opened(goal: str) -> None:
    assert steps(plan(_cards("View").page(), goal)) == []


def test_a_list_that_narrows_is_no_form_for_a_new_thing() -> None:
    built = Builder()
    built.text("Pumps", role="heading")
    built.into("group")
    built.select("Building", "All buildings", "School", "Gym")
    built.select("Sort by", "Code", "Weight")
    made = built.button("+ Add pump")
    built.out()

    draft = plan(built.page(), "Add a pump: code PU-120, building School")

    assert steps(draft) == [("click", f"#n{made}", None)]


@pytest.mark.parametrize("goal", [
    "Choose the building Gym and sort by weight", "Elige el edificio Gym",
    "Choose Gym in Building, then check that PU-102 is listed",
])  # fmt: skip
def test_nothing_is_made_beside_lists_that_narrow(goal: str) -> None:
    built = Builder()
    built.text("Pumps", role="heading")
    built.into("group")
    built.select("Building" if "uilding" in goal else "Edificio", "All buildings", "School", "Gym")
    built.select("Sort by", "Code", "Weight")
    built.button("+ Add pump")
    built.out()

    done = steps(plan(built.page(), goal))

    assert done
    assert all(action == "selectOption" for action, _, _ in done)
