"""What a goal tells of a thing that is made in steps: that it begins, what goes into it, what a review shows."""

import pytest

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.grammar import read_goal

LOGIN = "Log in as ada@x.test with s3cret99."
ENTRA = "Entra como ada@x.test con s3cret99."


def told(goal: str) -> list[tuple[str, str]]:
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if part.verb != "login"]


@pytest.mark.parametrize(
    "goal",
    [
        f"I want to add a room. {LOGIN} Go to Rooms. The room is called Oslo and the size is 9. Oslo must be listed.",
        f"{LOGIN} I need to add a room. Then I go to Rooms and start adding. The room is called Oslo and its size is 9."
        " Save it. Oslo should be in the list.",
        f"Tengo que registrar una sala nueva. {ENTRA} Voy a Salas y relleno los datos: nombre Oslo, aforo 9. Guarda."
        " Oslo debe estar en la lista.",
    ],
)
def test_a_thing_is_made_once_and_with_what_is_told_of_it_later(goal):
    verbs = [verb for verb, _ in told(goal)]

    assert verbs == ["open", "create", "save", "expect"]
    assert {"Oslo", "9"} <= {t.text for t in read_goal(goal).parts[2].words}


@pytest.mark.parametrize(
    "goal",
    [
        f"I want to add a room. {LOGIN} Go to Rooms, click Add a room, fill in Oslo as name and save.",
        f"Quiero añadir una sala. {ENTRA} Ve a Salas, pulsa Añadir una sala, rellena el nombre Oslo y guarda.",
    ],
)
def test_what_is_only_announced_is_done_by_the_button_that_is_pressed_for_it(goal):
    assert [verb for verb, _ in told(goal)] == ["open", "click", "fill", "save"]


@pytest.mark.parametrize(
    "begun",
    [
        f"{LOGIN} I start registering a room.",
        f"{LOGIN} Open the registration of a room.",
        f"{ENTRA} Abro el registro de una sala.",
        f"{ENTRA} Empiezo el alta de una sala.",
    ],
)
def test_whoever_begins_the_registration_of_a_thing_makes_one(begun):
    assert [verb for verb, _ in told(begun)][:1] == ["create"]


@pytest.mark.parametrize(
    ("way", "goes"),
    [
        ("I go through both pages to the review.", False),
        ("Paso por las dos páginas.", False),
        ("Go all the way through the wizard.", False),
        ("Go to the last page.", True),
        ("Open the review of the room.", True),
    ],
)
def test_going_through_the_pages_of_a_form_asks_for_nothing(way, goes):
    before = told(f"{LOGIN} Add the room Oslo.")

    assert (len(told(f"{LOGIN} Add the room Oslo. {way}")) > len(before)) is goes


@pytest.mark.parametrize(
    ("goal", "shown"),
    [
        (
            "Add the room Oslo, size 9. The review shows those two values. Finish.",
            "all values two , on the review page",
        ),
        ("Registra la sala Oslo, aforo 9. La revisión me enseña los dos datos. Termina.", "all values dos"),
        ("Registra la sala Oslo, aforo 9, reviso los datos y termino.", "all values , on the review page"),
        ("Add the room Oslo. Check the review shows Oslo, then finish.", "on the review page appear Oslo"),
    ],
)
def test_what_a_review_shows_is_what_is_read_there_of_all_that_was_told(goal, shown):
    checks = [words for verb, words in told(goal) if verb == "expect"]

    assert checks[0].startswith(shown)


@pytest.mark.parametrize(
    ("goal", "listed"),
    [
        ('Add the room Oslo. It should say "Saved." and appear in the list.', "it is in the list"),
        ('Registra la sala Oslo. Espero ver "Guardado." y la sala en la tabla.', "la sala is en la tabla"),
        ('Registra la sala Oslo. Debe decir "Guardado." y la sala debe estar en la tabla.', "la sala debe estar"),
    ],
)
def test_what_is_to_be_listed_besides_a_message_is_a_check_of_its_own(goal, listed):
    checks = [words for verb, words in told(goal) if verb == "expect"]

    assert len(checks) == 2
    assert checks[1].startswith(listed)


def test_what_is_told_page_by_page_is_filled_in_page_by_page():
    goal = f"{ENTRA} Pulsa Registrar una sala. Primer paso: Oslo, 9. Segundo paso: Ana Gil, ana@x.test. Termina."

    assert told(goal)[1:4] == [("fill", "Oslo , 9"), ("next", ""), ("fill", "Ana Gil , ana@x.test")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("open rooms\nname: Oslo\nnext\nback\nfinish and look at the list", 4),
        ("add the room that is called\nby the name Oslo", 0),
    ],
)
def test_lines_that_are_short_of_their_own_accord_end_where_they_end(text, lines):
    assert sum(t.text == "\n" for t in read_goal(text).tokens) == lines


@pytest.mark.parametrize(
    ("notice", "refuses"),
    [
        ('Debe aparecer el aviso "Sala Oslo registrada."', False),
        ('The warning "Room deleted" must appear.', False),
        ('Debe aparecer el aviso "El nombre ya está usado."', True),
        ('The warning "Name is required" must appear.', True),
    ],
)
def test_a_notice_that_says_what_was_done_refuses_nothing(notice, refuses):
    assert any(map(names_refusal, read_goal(f"Add the room Oslo. {notice}").parts)) is refuses


@pytest.mark.parametrize(
    "goal",
    [
        "Add Black tea to the cart, go to the cart, fill in the full name Rosa Vidal, then place the order",
        "Añade Té negro al carrito, ve al carrito, rellena el nombre completo Rosa Vidal y finaliza el pedido",
        "Add the lamp to the list, open the list, fill in the name Rosa Vidal and save it",
    ],
)
def test_what_is_put_somewhere_is_done_before_a_form_is_filled_in(goal):
    assert told(goal)[0][0] == "create"


@pytest.mark.parametrize(
    "goal",
    ['Add the task "Buy bread" and check that it is in the list', 'Añade "Pan" y comprueba que aparece en la lista'],
)
def test_a_check_that_something_is_listed_is_told_once(goal):
    assert told(goal)[-1][0] == "expect"
    assert "verify" not in told(goal)[-1][1]
    assert not {"check", "comprueba"} & set(told(goal)[-1][1].split())


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Delete B-7. Expected: after closing the list shows B-8.", ["delete", "close", "expect"]),
        ("Borra B-7. Esperado: al cerrar la lista muestra B-8.", ["delete", "close", "expect"]),
        ("Crea la sala Oslo. El resumen dice que hay que pagar 20 €", ["create", "save", "expect"]),
    ],
)
def test_nothing_but_what_is_expected_is_left_of_its_label(goal, verbs):
    assert [verb for verb, _ in told(goal)] == verbs
