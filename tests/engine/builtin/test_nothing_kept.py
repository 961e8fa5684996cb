"""What goals tell around a refusal: that nothing is kept, what stays empty, what is seen once the form is left."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.builtin.stages import at_step
from ghostly.engine.builtin.unkept import keeps_nothing
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

MADE = {"en": "Add a room: name Oslo, city Bergen. Save. ", "es": "Crea una sala: nombre Oslo, ciudad Bergen. Guarda. "}


def told(goal):
    words = [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]
    return [each for each in words if each != ("save", "")]


@pytest.mark.parametrize(
    ("clause", "kept_out"),
    [
        ("nothing was saved", True),
        ("no room is added to the list", True),
        ("the room has not been created", True),
        ("it doesn't get stored", True),
        ("y no se guarda nada", True),
        ("la sala no se ha creado", True),
        ("no se añade ninguna sala a la lista", True),
        ("the room is not saved as Free", False),
        ("nothing was saved twice for Ada", False),
        ("no guardes nada", False),
        ("la sala se guarda", False),
    ],
)
def test_that_nothing_was_kept_is_told_in_many_ways(clause, kept_out):
    assert keeps_nothing(tokens_of(clause)) is kept_out


@pytest.mark.parametrize(
    ("lang", "check", "checks"),
    [
        ("en", "Nothing was saved.", ["Nothing was saved"]),
        ("en", "The form rejects it with \"Too long.\" and no room is created.",
         ["The form rejects it with Too long.", "no room is created"]),
        ("en", "I get the message \"Too long.\"", ["get the message Too long."]),
        ("en", "The form doesn't accept it: \"Too long.\"", ["refused Too long."]),
        ("es", "Sale \"Demasiado largo.\" junto al nombre y la sala no se crea.",
         ["Sale Demasiado largo. junto al nombre", "la sala no se crea"]),
        ("es", "El formulario lo rechaza con \"Demasiado largo.\"", ["El formulario lo rechaza con Demasiado largo."]),
        ("es", "Sale el aviso \"Demasiado largo.\" y la sala no puede quedar guardada.",
         ["Sale el aviso Demasiado largo.", "refused"]),
        ("es", "Espero ver \"Demasiado largo.\" y que no se guarde nada.",
         ["ver Demasiado largo.", "que no se guarde nada"]),
    ],
)  # fmt: skip
def test_what_a_refusal_shows_and_leaves_are_checks_of_their_own(lang, check, checks):
    assert told(MADE[lang] + check)[1:] == [("expect", each) for each in checks]


@pytest.mark.parametrize(
    "goal",
    [
        "After cancelling, the list still says 3 rooms",
        "Once I close the form the list still says 3 rooms",
        "If I cancel now, the list still says 3 rooms",
        "Al cancelar, la lista sigue con 3 salas",
        "Nada se guarda: tras cerrar el formulario la lista sigue con 3 salas",
    ],
)
def test_what_is_looked_at_once_the_form_is_left_is_no_part_of_leaving_it(goal):
    lang = "en" if "list" in goal.split() else "es"
    (close, _), (expect, said) = told(MADE[lang] + goal)[-2:]

    assert (close, expect) == ("close", "expect")
    assert said.startswith(("the list", "la lista"))


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Add a room: name blank, city Bergen", "create", "a room without name city Bergen"),
        ("Add a room with an empty city and the name Oslo", "create", "a room without city and the name Oslo"),
        ("Add a room: Name: (empty), City: Bergen", "create", "a room without Name City Bergen"),
        ("Crea una sala: nombre Oslo, la ciudad se deja vacía", "create", "una sala nombre Oslo sin ciudad"),
        ("Crea una sala con el nombre en blanco y ciudad Bergen", "create", "una sala sin nombre y ciudad Bergen"),
        ("Check that the city is empty", "expect", "the city is empty"),
        ("Expected: the cart is empty", "expect", "the cart is empty"),
    ],
)
def test_what_is_said_to_be_empty_is_not_filled_in(goal, verb, words):
    assert told(goal)[0] == (verb, words)


@pytest.mark.parametrize(
    "goal",
    [
        "The button may have a new label, never mind. Add a room Oslo",
        "Add a room Oslo (not a valid name)",
        "Add a room Oslo (too long)",
        "Ahora el botón se llama Crear. Crea una sala Oslo",
        "Los botones han cambiado de nombre. Crea una sala Oslo",
    ],
)
def test_what_a_control_is_called_by_now_and_what_is_wrong_with_a_value_ask_for_nothing(goal):
    ((verb, words),) = told(goal)

    assert (verb, words) in (("create", "a room Oslo"), ("create", "una sala Oslo"))


def wizard(now):
    built = Builder()
    built.text("New room", role="heading")
    built.into("list")
    for at, name in enumerate(("1. Room", "2. Contact", "3. Review")):
        states = {"current": "step"} if at == now else {}
        built.add("text", "listitem", text=name, states=states)
    return built.page()


@pytest.mark.parametrize(
    ("check", "at_first", "at_second"),
    [
        ("check that it does not go on to the Contact step", True, False),
        ("check that I am still on the first step", True, False),
        ("comprueba que no pasa al paso Contact", True, False),
        ("comprueba que sigo en el primer paso", True, False),
        ("check that I am on the Contact step", False, True),
        ("check that the Contact step lists Ada", None, None),
    ],
)
def test_at_which_step_a_form_is_is_told_by_the_one_that_is_marked(check, at_first, at_second):
    part = read_goal(check).parts[0]
    found = [at_step(part, wizard(now)) for now in (0, 1)]

    assert [answer and answer.met for answer in found] == [at_first, at_second]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ('Go to Rooms\n- "New room"', [("open", "Rooms"), ("click", "New room")]),
        ("Voy a Salas y le doy a Nueva sala", [("open", "a Salas"), ("click", "Nueva sala")]),
        ("Voy a Salas\n- nombre en blanco, ciudad Bergen", [("open", "a Salas"), ("fill", "ciudad Bergen")]),
        ("Negative case: room without a name\nAdd a room in Oslo", [("create", "a room in Oslo")]),
    ],
)
def test_what_is_pressed_and_filled_in_may_be_told_without_a_verb_of_its_own(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize("lead", ["under", "below", "next to"])
def test_what_a_page_says_at_a_field_is_not_what_the_field_holds(lead):
    built = Builder()
    built.field("City", selector="#city")

    assert answer(read_goal(f'Check that {lead} City it says "Enter a city."').parts[0], built.page()) is None
    assert answer(read_goal('Check that City says "Bergen"').parts[0], built.page()).met is False


def test_a_refusal_counts_though_the_page_that_showed_it_was_left_to_look_at_another():
    goal = 'Add a room Oslo. The page must show "Enter a floor." Go to Rooms: it still says "No rooms yet."'

    def page(*texts, alert=""):
        built = Builder()
        built.field("Name", selector="#name") if alert or "New room" in texts else None
        for text in texts:
            built.text(text)
        if alert:
            built.add("text", "alert", text=alert)
        return built.page()

    form, rooms = page("New room"), page("Rooms", "No rooms yet.")
    sent = Planned(Step("click", selector="#next"), uses=frozenset(range(9)), part=0, ends_part=True)
    left = Planned(Step("click", selector="#rooms"), part=3)
    for alert, refused in (("Enter a floor.", True), ("", False)):
        past = (Tried(sent, True, before=form), Tried(left, True, before=page("New room", alert=alert)))
        found = BuiltinExaminer().examine(Situation(goal, "http://app.test/", rooms, form, past), None, ())
        assert found.expects_refusal is refused
