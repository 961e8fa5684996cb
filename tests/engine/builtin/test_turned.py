"""What is turned on and off by a button of its entry, and by a box that says in a verb what it tells of."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps


def trees(boxes=False, verb="Deactivate"):
    built = Builder()
    built.text("Trees", role="heading")
    for name in ("Oak", "White oak", "Elm"):
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.button(f"{verb} {name}", selector=f"#{name}")
        if boxes:
            built.add("control", "checkbox", f"{name} active", tag="input", checked=True, selector=f"#{name} box")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "verb", "pressed"),
    [
        ("Deactivate the tree Elm", "Deactivate", "#Elm"),
        ("Deactivate Oak", "Deactivate", "#Oak"),
        ("Deactivate White oak", "Deactivate", "#White oak"),
        ("Desactiva el árbol Elm", "Desactivar", "#Elm"),
        ("Activa Oak", "Activar", "#Oak"),
    ],
)
def test_the_button_of_an_entry_turns_it_off_where_there_is_no_box(goal, verb, pressed):
    assert steps(plan(trees(verb=verb), goal)) == [("click", pressed, None)]


def test_a_box_is_turned_rather_than_a_button_pressed():
    assert [s[0] for s in steps(plan(trees(boxes=True), "Deactivate Elm"))] == ["uncheck"]


def test_the_cell_of_a_table_that_mentions_a_thing_turns_nothing_off():
    visits = Builder()
    visits.text("Visits", role="heading")
    visits.into("row")
    visits.text("V-1", role="cell")
    visits.text("Elm", role="cell")

    assert plan(visits.page(), "Deactivate the tree Elm").steps == ()


def mails(*boxes):
    built = Builder()
    for name in boxes:
        built.add("control", "checkbox", name, tag="input", type="checkbox", checked=False, selector=f"#{name}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "ticked"),
    [
        ("Turn on the e-mail notifications to drivers", "Email drivers when it is late"),
        ("Activa el aviso por correo a los conductores", "Email drivers when it is late"),
        ("Activa los avisos por correo a clientes", "Email customers"),
        ("Turn on the SMS notifications", None),
    ],
)
def test_a_notice_need_not_be_called_so_by_its_box(goal, ticked):
    done = steps(plan(mails("Email drivers when it is late", "Email customers"), goal))

    assert [s[1] for s in done] == ([f"#{ticked}"] if ticked else [])


def test_a_notice_that_a_box_is_called_by_tells_it_from_others():
    page = mails("Customer alerts", "Customer lists")

    assert [s[1] for s in steps(plan(page, "Turn on the customer alerts"))] == ["#Customer alerts"]
