"""A first line that only says what a goal is about asks for nothing."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    parts = [(part.verb, " ".join(t.text for t in (*part.verb_words, *part.words))) for part in read_goal(goal).parts]
    return [part for part in parts if part[0] not in ("save", "login", "expect")]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ('Scenario: Paying a bill\n Given I am on Bills\n When I edit the bill "Oak"', ["open", "edit"]),
        ('Scenario: deleting a bill\n When I delete the bill "Oak"', ["delete"]),
        ("Scenario: rejecting a bill\n When I reject the bill B-4", ["say"]),
        ("Feature: Moving a card on\n When I change the state of Oak to Sent", ["edit"]),
        ("Escenario: borrar un recibo\n Cuando borro el recibo R-4", ["delete"]),
        ('Test: filter without hits.\n- Open Bills\n- Search for "oak"', ["open", "search"]),
        ("UX-31 Sorting by name\nLog in as ada@x.test / Led-1\nOn the page Bills sort by name.", ["sort"]),
        ('UX-31: wrong price on garden gate\nChange the price of "Garden gate" to 5', ["edit"]),
        ("Check the filters. Choose the tab Open.", ["click"]),
        ("As a clerk I want to answer people automatically. Open Settings and tick Replies.", ["open", "check"]),
        ("As a clerk I want to close bills that nobody needs. Open the bill B-5 and close it.", ["open", "close"]),
        ("Como encargada quiero cerrar los recibos viejos. Abre el recibo R-5 y ciérralo.", ["open", "close"]),
    ],
)
def test_what_is_told_in_full_after_it_is_done_once(goal, verbs):
    assert [verb for verb, _ in told(goal)] == verbs


@pytest.mark.parametrize(
    ("goal", "part"),
    [
        ("Scenario: delete the archived bills\n When I open Bills\n Then there are none", ("delete", None)),
        ("Test: delete the paid bills\n- Filter by Paid\n- Check that none is left", ("delete", None)),
        ("Test: delete the bill B-9\n- Sort by date\n- Check that it is gone", ("delete", None)),
        ("As a clerk I want to delete all cancelled bills. Open Bills, filter by Cancelled.", ("delete", None)),
        ('B-7 wrong note\nEnter the note "Fragile"', ("say", "B-7 wrong note")),
        ("Check the terms. Press Save.", ("check", "Check the terms")),
        ("Check the box Filters. Press Save.", ("check", "Check the box Filters")),
    ],
)
def test_what_nothing_else_says_is_still_asked_for(goal, part):
    assert any(verb == part[0] and part[1] in (None, said) for verb, said in told(goal))


@pytest.mark.parametrize(
    "goal",
    [
        "Dado que he iniciado sesión como ada@x.test con la contraseña Led-1\nCuando borro el recibo R-4",
        "Una vez iniciada la sesión (ada@x.test, Led-1), borra el recibo R-4",
        "Con la sesión iniciada (ada@x.test, Led-1), borra el recibo R-4",
        "Hemos iniciado sesión con ada@x.test y la contraseña Led-1. Borra el recibo R-4",
    ],
)
def test_somebody_is_signed_in_whatever_way_the_goal_says_so(goal):
    first, second = read_goal(goal).parts[:2]

    assert (first.verb, [t.text for t in first.words]) == ("login", ["ada@x.test", "Led-1"])
    assert second.verb == "delete"
    assert [t.text for t in second.words][-1] == "R-4"


def test_who_signs_out_first_is_no_longer_there():
    verbs = [part.verb for part in read_goal("Borra la nota 4, cierra la sesión y entra como ada@x.test / Led-1").parts]

    assert verbs == ["delete", "logout", "login"]


@pytest.mark.parametrize(
    "lead",
    [
        "Hola, a ver si me pruebas esto:",
        "A ver si puedes probar lo siguiente:",
        "Vamos a ver si funciona esto:",
        "Hi, let's see if you can test this:",
        "See if you can try the following:",
    ],
)
def test_what_only_asks_to_try_what_follows_is_left_out(lead):
    goal = f"{lead} delete bill B-4 and check that B-4 is gone."

    assert [part.verb for part in read_goal(goal).parts] == ["delete", "expect"]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ('Press "Save", or whatever that button is called since the redesign. Check that 3 is shown', "click expect"),
        ("Click Save (or whatever it says now). Check that the list shows 3", "click expect"),
        ("Click Save - or however it is labelled these days - and fill in quantity 4", "click fill"),
        ("Open the Bills page, or whatever the menu calls it", "open"),
        ('Pulsa "Guardar", o como se llame ahora el botón, y comprueba que sale 3', "click expect"),
        ("Pulsa Guardar (o como se llame ahora). Comprueba que sale 3", "click expect"),
        ('Pulsa "Guardar" o lo que ponga ahora el botón y comprueba que sale 3', "click expect"),
    ],
)
def test_what_else_a_control_may_be_called_is_left_out(goal, verbs):
    parts = read_goal(goal).parts

    assert [part.verb for part in parts] == verbs.split()
    assert not {"or", "o"} & {t.norm for t in parts[0].words}


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        (
            "As a user I want to check what I typed before it is sent. I start registering Pine. Pine is shown.",
            "create",
        ),
        ("As a clerk I want to check which bills are open. I filter by Open. B-4 is shown.", "filter"),
        ("Como usuario quiero comprobar lo que he escrito. Registro Pino. Pino sale en la lista.", "create"),
    ],
)
def test_what_somebody_wants_to_know_ticks_nothing(goal, verbs):
    told_verbs = [part.verb for part in read_goal(goal).parts if not part.implied]

    assert told_verbs == [verbs, "expect"]


@pytest.mark.parametrize(
    "goal", ["Open Bills. There I see B-4.", "Abre Cuotas. Allí se ve B-4.", "Abre B. Ahí veo B-4."]
)
def test_what_is_seen_there_is_checked(goal):
    seen = read_goal(goal).parts[1]

    assert (seen.verb, [t.text for t in seen.words]) == ("expect", ["B-4"])
