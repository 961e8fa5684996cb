"""A check that tells of the list is made there; what another list only mentions is changed where it belongs."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried


def frame(path):
    built = Builder()
    built.into("navigation")
    for name in ("Rentals", "Tenants"):
        here = {"current": "page"} if path == f"/{name.lower()}" else {}
        built.add("control", "link", name, href=f"/{name.lower()}", states=here)
    built.out()
    return built, f"http://app.test{path}"


def listed(path, *rows):
    built, url = frame(path)
    built.text(path[1:].title(), role="heading")
    for cells in rows:
        built.into("row")
        built.add("control", "link", cells[0], href=f"{path}/1", selector="#it")
        for cell in cells[1:]:
            built.text(cell, role="cell")
        built.add("control", "button", f"Edit {cells[0]}")
        built.out()
    return replace(built.page(), url=url)


def tenant(seats="2"):
    built, url = frame("/tenants/1")
    built.text("Eva Lund", role="heading")
    built.into("form")
    built.field("Seats", type="number", selector="#seats", value=seats)
    built.button("Save changes", selector="#save")
    built.out()
    return replace(built.page(), url=url)


GOALS = [
    (
        "Eva Lund called: it will be 3 seats instead of 2. Change it and check that the list shows it.",
        "the list shows it",
    ),
    (
        "Ha llamado Eva Lund: serán 3 seats en vez de 2. Cámbialo y revisa que el listado lo refleje.",
        "el listado lo refleje",
    ),
]


@pytest.mark.parametrize(("goal", "check"), GOALS)
def test_the_list_is_gone_back_to_where_a_check_tells_of_it(goal, check):
    page = listed("/tenants", ("Eva Lund", "2"))
    opened = replace(plan(page, goal).steps[0], explores=True)
    past = [Tried(opened, True, before=page)]
    past += [Tried(step, True, before=tenant()) for step in plan(tenant(), goal, *past).steps]

    back = plan(tenant("3"), goal, *past).steps

    assert [(s.target.name, s.explores) for s in back] == [("Tenants", True)]
    assert check in back[0].why


RENTALS = ("R-1", "Eva Lund", "Boat"), ("R-2", "Bo Falk", "Van")


def test_what_another_list_only_mentions_is_looked_for_in_the_one_that_a_check_names():
    goal = "Change Eva Lund's city to Oslo. The tenant list should show Oslo."

    assert [s.target.name for s in plan(listed("/rentals", *RENTALS), goal).steps] == ["Tenants"]


@pytest.mark.parametrize("check", ["The rental list should show Oslo.", "The page should show Oslo."])
def test_it_is_not_left_for_any_other_reason(check):
    steps = plan(listed("/rentals", *RENTALS), f"Change Eva Lund's city to Oslo. {check}").steps

    assert "Tenants" not in [s.target.name for s in steps]
