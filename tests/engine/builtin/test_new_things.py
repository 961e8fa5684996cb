"""`Nota nueva: …` asks for a new thing, and what is seen of it may be told behind its verb."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Reserva nueva: sala Norte, personas 4.", "reserva : sala Norte , personas 4"),
        ("Nueva reserva: sala Norte, personas 4.", "reserva : sala Norte , personas 4"),
        ("Entra con ada@x.test / s3cret. Socio nuevo: Bo Lind.", "socio : Bo Lind"),
        ('Nueva nota: "comprar pan"', "nota : comprar pan"),
    ],
)
def test_a_new_thing_with_its_values_is_to_be_made(goal, words):
    assert ("create", words) in read(goal)


@pytest.mark.parametrize(
    "goal",
    [
        "Edita a Ada. Ciudad nueva: Lugo.",
        "Nueva contraseña: hunter22x",
        "Nombre nuevo: Ada",
        "Rellena el formulario. Socio nuevo: Ada",
    ],
)
def test_a_new_value_of_a_field_is_no_thing(goal):
    assert all(verb != "create" for verb, _ in read(goal))


@pytest.mark.parametrize(
    ("goal", "facts"),
    [
        ('Tiene que salir "Hecho" y verse la cita', ["Tiene que salir Hecho", "verse la cita"]),
        ('Debe salir "Guardado" y aparecer la nota', ["Debe salir Guardado", "aparecer la nota"]),
        ("Debe figurar como Pagado y quedar en la lista", ["Debe figurar como Pagado y quedar en la lista"]),
        ("Debe salir el total 5 y el estado Abierto", ["Debe salir el total 5 y el estado Abierto"]),
    ],
)
def test_what_is_seen_besides_is_a_fact_of_its_own(goal, facts):
    assert read(goal) == [("expect", fact) for fact in facts]


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ('Debe salir "Nota guardada."', True),
        ('Debe salir "Nota borrada."', False),
        ('Debe salir como "Borrador"', False),
    ],
)
def test_a_sentence_that_the_page_is_to_say_need_not_stand_in_the_entry(check, met):
    def page(*notes, said="", draft=""):
        built = Builder()
        for note in notes:
            built.holder = -1
            built.into("listitem")
            built.text(note)
        built.out()
        for text in filter(None, (said, draft)):
            built.text(text)
        return built.page()

    before, now = page("Old"), page("Old", "Bread", said="Nota guardada.", draft="Borrador")
    typed = Planned(Step("fill", selector="#text", value="Bread"), uses=frozenset(range(20)), part=0, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = tuple(Tried(planned, True, before=before) for planned in (typed, saved))
    situation = Situation(f'Nota nueva: "Bread". {check}', "http://app.test/", now, before, past)

    assert BuiltinExaminer().examine(situation, now, ()).met is met


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Fill in a loan for Ada with 3 discs and press Keep", ["create", "click"]),
        ("Fill out an order of 3 discs without choosing a shop and click Save", ["create", "click"]),
        ("Rellena un pedido de 2 rollos sin elegir tienda y pulsa Guardar", ["create", "click"]),
        ("Rellenar una reserva para Ana y comprobar que el total es 5 €", ["create", "expect"]),
        ("Fill in a form with the name Ada", ["fill"]),
        ("Fill in a name for the room: Oslo", ["fill"]),
        ("Rellena un formulario con el nombre Ana", ["fill"]),
        ("Rellena el pedido de Ana", ["fill"]),
    ],
)
def test_a_thing_that_is_filled_in_is_new_and_is_sent_only_where_the_goal_says_so(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ('Write the note "Wax the skis", save it and pin it.', "it , Wax the skis"),
        ("Escribe la nota «Encerar», guárdala y fíjala.", ", Encerar"),
        ('Add the task "Wax", save and star it', "it , Wax"),
    ],
)
def test_what_is_done_to_it_once_it_is_saved_is_done_to_what_was_made(goal, words):
    say = next(part for part in read_goal(goal).parts if part.verb == "say")

    assert " ".join(t.text for t in say.words) == words
