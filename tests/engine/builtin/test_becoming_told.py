"""What a goal tells before it asks for it, orders with their object, how many of how many, what a page says."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import says


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("goal", "change"),
    [
        ("The pottery course moves to Friday. Change it.", "The pottery course to Friday"),
        ("La ruta del norte pasa al sábado a las 9:00; cámbiala.", "La ruta del norte al sábado a las 9:00"),
        ("La cata se traslada al lunes: actualízala.", "La cata al lunes"),
        ("The pottery course has moved to Friday. Change it.", "The pottery course to Friday"),
        ("La cata se ha pasado al lunes: actualízala.", "La cata al lunes"),
        ("Ada Ray se ha mudado a Faro: actualiza su ciudad.", "su ciudad of Ada Ray a Faro"),
        ("A session should last 50 minutes from now on. Update it in the options.", "A session to 50 minutes in"),
        ("La cuota debe ser 30. Modifícala.", "La cuota to 30"),
    ],
)
def test_what_something_is_to_become_may_be_told_before_it_is_asked_for(goal, change):
    [(verb, words)] = read(goal)

    assert verb == "edit"
    assert words.startswith(change)


@pytest.mark.parametrize(
    "goal",
    [
        "The total should be 5. Change it to 7.",
        "The list should show Ada. Edit it.",
        "La ruta pasa al sábado. Cambia el precio a 30.",
    ],
)
def test_a_statement_stays_one_where_the_order_says_to_what_or_it_names_no_measure(goal):
    assert read(goal)[0][0] != "edit"


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("La reserva está mal: bórrala.", "delete"),
        ("La tarifa pasa al grupo B: corrígela.", "edit"),
        ("El cartel ya no vale: elimínalo y comprueba que no sale.", "delete"),
    ],
)
def test_an_order_that_ends_with_its_object_begins_after_a_colon(goal, verb):
    assert read(goal)[-1 if "comprueba" not in goal else -2][0] == verb


def test_a_title_after_a_colon_is_no_order():
    assert "delete" not in [verb for verb, _ in read("Crea una lista. Título: Bórralas.")]


@pytest.mark.parametrize(
    ("goal", "head"),
    [
        ("Alquila el kayak Bahía a Noé hasta el 3 de mayo de 2026", "Alquila"),
        ("Lend the Bosch drill to Bo", "Lend"),
        ("Repara la moto 5", "Repara"),
    ],
)
def test_an_order_without_a_known_verb_may_name_its_thing(goal, head):
    [part] = [part for part in read_goal(goal).parts if not part.implied]

    assert [t.text for t in part.verb_words] == [head]


@pytest.mark.parametrize("goal", ["Hoy la pista 3 está libre", "Ayer la pista 3 cerró", "Mañana la pista 3 está libre"])
def test_what_a_sentence_begins_with_is_no_order(goal):
    assert read_goal(goal).parts[0].verb_words == ()


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Save and check the confirmation message", "expect"),
        ("Delete Ada and check the error", "expect"),
        ("Save and check the badge says Ready", "expect"),
        ("Check the box for the newsletter", "check"),
        ("Check Send confirmation", "check"),
    ],
)
def test_what_a_page_says_is_looked_at_and_a_box_ticked(goal, verb):
    assert read(goal)[-1][0] == verb


@pytest.mark.parametrize(
    ("goal", "subject"),
    [
        ("comprueba que la ruta tiene 3 de 12 plazas ocupadas", "3 de 12"),
        ("check that the tour shows 3 out of 12 seats taken", "3 out of 12"),
        ("check that the tour shows 3/12", "3 / 12"),
    ],
)
def test_how_many_of_how_many_is_one_value(goal, subject):
    words = read_goal(goal).parts[0].words

    assert subject in [t.text for t in words if t.kind == "quoted"]
    assert not {"ocupadas", "taken"} & {t.norm for t in words}


def test_what_is_free_is_not_what_is_taken():
    words = read_goal("comprueba que la ruta tiene 3 de 12 plazas libres").parts[0].words

    assert "libres" in [t.norm for t in words]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3 de 12 plazas", True),
        ("3/12", True),
        ("3 of 12 seats", True),
        ("13 de 12 plazas", False),
        ("3 de 120 plazas", False),
        ("3/12/2026", False),
        ("12 de 3", False),
    ],
)
def test_how_many_of_how_many_is_said_in_either_language(text, said):
    [token] = [t for t in read_goal("comprueba que hay 3 de 12 plazas").parts[0].words if t.kind == "quoted"]

    assert says(text, token) is said


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Deja cerrada la pista 2", "close", "la pista 2"),
        ("Quiero dejar activada la opción de avisos", "check", "la opción de avisos"),
        ("Deja borrado el turno T-4", "delete", "el turno T-4"),
        ('Anota en la ficha de Noé Gil que "Trae casco"', "create", "en la ficha de Noé Gil nota Trae casco"),
        ('Deja anotado en Noé Gil: "Trae casco"', "create", "en Noé Gil nota Trae casco"),
    ],
)
def test_what_is_to_be_left_done_is_asked_for(goal, verb, words):
    assert read(goal)[0] == (verb, words)


@pytest.mark.parametrize("goal", ["Deja el nombre vacío y guarda", "Deja vacía la casilla y guarda"])
def test_what_is_left_empty_is_no_order(goal):
    assert [verb for verb, _ in read(goal)] == ["save"]


@pytest.mark.parametrize(
    ("goal", "way"),
    [
        ("Activa el aviso, guarda y verifica que al volver a Opciones sigue activado.", ("back", "a Opciones")),
        ("Comprueba que al abrir su ficha aparece el teléfono 622", ("open", "su ficha")),
    ],
)
def test_the_way_that_a_check_tells_first_is_gone_first(goal, way):
    found = read(goal)

    assert found[-2] == way
    assert found[-1][0] == "expect"


@pytest.mark.parametrize("goal", ["Comprueba que al guardar sale un aviso", "Comprueba que al final queda uno"])
def test_what_is_no_way_is_not_gone(goal):
    assert [verb for verb, _ in read(goal)] == ["expect"]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("La ruta larga se retrasa al 9 de junio de 2026. Cambia la fecha.", "la fecha of ruta larga al"),
        ("The long tour moves to 9 June. Change its date.", "its date of long tour to"),
        ("La cuota pasa a 30 €. Actualiza el importe.", "el importe of cuota a"),
    ],
)
def test_what_of_it_is_changed_may_be_told_with_the_order(goal, words):
    [(verb, said)] = read(goal)

    assert verb == "edit"
    assert said.startswith(words)


def test_nothing_is_changed_to_what_was_not_told():
    assert read("The tour is wrong. Change the date.") == [("edit", "the date")]


@pytest.mark.parametrize(("goal", "verb"), [("Retira el cartel del tablón", "delete"), ("Retira 50 € del bote", "say")])
def test_what_is_withdrawn_is_no_longer_there_unless_it_is_an_amount(goal, verb):
    assert read(goal)[0][0] == verb
