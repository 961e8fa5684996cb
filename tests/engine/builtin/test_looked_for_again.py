"""What is looked for, and what is to come up then, in one Spanish clause; and a check that begins with `check the`."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(p.verb, p.negated, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "looked_for", "seen"),
    [
        (
            "Borra el aviso A-3 y comprueba que al buscarlo otra vez sale «Nada por aquí»",
            "A-3",
            (False, "sale Nada por aquí"),
        ),
        ("Borra A-3. Al buscarlo de nuevo no aparece nada", "A-3", (True, "no aparece nada")),
        (
            "Elimina a Rita Paz y verifica que al buscarla no queda ninguna ficha",
            "Rita Paz",
            (True, "no queda ninguna ficha"),
        ),
        ("Borra A-3 y comprueba que al buscar A-3 hay 0 avisos", "A-3", (False, "hay 0 avisos")),
        ("Delete A-3 and check that searching for it again shows 0 notices", "A-3", (False, "shows 0 notices")),
    ],
)
def test_what_was_told_of_is_looked_for_and_then_something_seen(goal, looked_for, seen):
    _, search, check = told(goal)

    assert search == ("search", False, looked_for)
    assert check == ("expect", *seen)


def test_no_word_for_once_more_is_looked_for():
    assert told("Al buscar otra vez sale A-3") == [("search", False, ""), ("expect", False, "sale A-3")]


@pytest.mark.parametrize(
    "goal", ["Busca el aviso que aparece como leído y ábrelo", "Al buscar el aviso que figura como leído, ábrelo"]
)
def test_how_a_thing_that_is_looked_for_is_told_is_no_check(goal):
    assert "expect" not in [verb for verb, *_ in told(goal)]


@pytest.mark.parametrize("statement", ["the first notice is A-9", "the sum of the notices is 14", "the list is empty"])
def test_what_is_said_to_be_so_is_checked_and_not_ticked(statement):
    assert told(f"Check {statement}") == [("expect", False, statement)]


@pytest.mark.parametrize("thing", ["the box This is final", "the reminders", "the option Pick-up is late"])
def test_what_can_be_ticked_is(thing):
    assert [verb for verb, *_ in told(f"Check {thing}")] == ["check"]


@pytest.mark.parametrize(
    ("goal", "looked_for", "seen"),
    [
        ("Comprueba que al buscar Rita Paz ya solo sale el aviso A-3", "Rita Paz", "ya solo sale el aviso A-3"),
        ("Comprueba que al buscar Paz tan solo aparece A-3", "Paz", "tan solo aparece A-3"),
        ("Check that searching for Rita Paz now only shows A-3", "Rita Paz", "now only shows A-3"),
        ("Check that a search for Only Now finds nothing", "Only Now", "finds nothing"),
        ("Comprueba que al filtrar por Leído solo quedan dos", "por Leído", "solo quedan dos"),
        ("Filtering by Read just leaves three", "Read", "just leaves three"),
    ],
)
def test_what_limits_what_comes_up_is_not_looked_for(goal, looked_for, seen):
    (verb, _, words), (_, _, check) = told(goal)

    assert (verb in ("search", "filter"), words, check) == (True, looked_for, seen)


@pytest.mark.parametrize(
    ("goal", "looked_for", "seen"),
    [
        ("Comprueba que el aviso A-3 sale al buscar «Rita»", "Rita", (False, "el aviso A-3 sale")),
        ("Verifica que A-3 aparece cuando busco «Rita».", "Rita", (False, "A-3 aparece")),
        ("Comprueba que no sale ningún aviso cuando se busca Rita", "Rita", (True, "no sale ningún aviso")),
        ("Check that notice A-3 shows up when I search for Rita", "Rita", (False, "notice A-3 shows up")),
        ("Make sure that the list is empty when searching for Rita.", "Rita", (False, "the list is empty")),
    ],
)
def test_what_is_looked_for_behind_a_check_is_looked_for_first(goal, looked_for, seen):
    assert told(goal) == [("search", False, looked_for), ("expect", *seen)]


@pytest.mark.parametrize(
    "goal", ["Check that an error appears when I press Save", "Check that A-3 is there at the end"]
)
def test_what_else_is_said_behind_a_check_stays_there(goal):
    assert [verb for verb, *_ in told(goal)] == ["expect"]


@pytest.mark.parametrize("detail", ["género Novela", "público Adulto", "número 5"])
def test_a_noun_that_is_no_verb_by_its_accent_orders_nothing(detail):
    (made, _, words), (saved, *_) = told(f"Crea el libro Nada, {detail}")

    assert (made, words, saved) == ("create", f"el libro Nada {detail}", "save")


@pytest.mark.parametrize(("order", "verb"), [("Bórralo", "delete"), ("Guárdalos", "save"), ("Ábrela", "open")])
def test_a_verb_with_its_object_is_one_for_all_its_accent(order, verb):
    assert told(order)[0][0] == verb


@pytest.mark.parametrize("tries", ["Intento renovar", "Intenta renovar", "Intento alquilar"])
def test_what_somebody_tries_is_done_though_its_verb_is_unknown(tries):
    goal = read_goal(f'{tries} el préstamo P-5 de Ana y la aplicación tiene que decir "Hoy no"')

    assert [part.verb for part in goal.parts if not part.implied] == ["say", "expect"]
    assert (goal.parts[0].tried, [t.text for t in goal.parts[0].verb_words]) == (True, [tries.split()[1]])
