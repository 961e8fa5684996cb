"""Values that a goal tells otherwise than the form: by part of what an option is called, as people write dates and
times, and orders in words that only the page knows."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.lexicon import is_conjugated
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def values(draft):
    return {p.target.name: p.step.value for p in draft.steps if p.step.value}


@pytest.fixture
def lesson():
    built = Builder()
    built.text("New lesson", role="heading")
    built.into("dialog", "New lesson", modal=True)
    built.select("Pony", "Choose", "Comet (bay) - Ada Ray", "Comet (grey) - Bo Lind", "Juno (roan) - Ada Ray")
    built.select("Start", "08:00", "14:30", "16:00")
    built.add("control", "textbox", "Day", tag="input", type="text", label="Day", placeholder="dd/mm/yyyy")
    built.button("Save lesson")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pony", "start"),
    [
        ("Create a lesson: Juno the roan on 4 May 2026 at 4 pm", "Juno (roan) - Ada Ray", "16:00"),
        ("Create a lesson for Juno on 4 May 2026 at 2:30 p.m.", "Juno (roan) - Ada Ray", "14:30"),
        ("Create a lesson with the Comet of Bo Lind at 8 am on 4 May 2026", "Comet (grey) - Bo Lind", "08:00"),
        ("Crea una clase con el Comet de Bo Lind, el 4 de mayo de 2026 a las 16:00", "Comet (grey) - Bo Lind", "16:00"),
    ],
)
def test_an_option_is_told_by_the_name_it_begins_with_or_by_whose_it_is(lesson, goal, pony, start):
    assert values(plan(lesson, goal)) == {"Pony": pony, "Start": start, "Day": "04/05/2026"}


@pytest.mark.parametrize("goal", ["Create a lesson for Comet at 4 pm", "Create a lesson with the Juno of Bo Lind"])
def test_a_name_that_could_be_two_options_or_is_somebody_elses_is_missing(lesson, goal):
    draft = plan(lesson, goal)

    assert draft.steps == ()
    assert goal.split()[5 if "Juno" in goal else 4] in draft.unsure


def test_an_option_that_only_begins_with_a_word_is_not_called_so():
    built = Builder()
    built.into("dialog", "New stand", modal=True)
    built.select("Hall", "Leeds North", "Derby")
    built.button("Save stand")

    assert "Leeds" in plan(built.page(), "Create a stand in Leeds").unsure


@pytest.mark.parametrize(
    ("shape", "typed"),
    [("dd/mm/aaaa", "12/05/2026"), ("MM-DD-YYYY", "05-12-2026"), ("yyyy-mm-dd", "2026-05-12"), ("d.m.yy", "12.05.26")],
)
def test_a_date_is_typed_as_its_field_shows(shape, typed):
    built = Builder()
    built.into("dialog", "New trip", modal=True)
    built.add("control", "textbox", "", tag="input", type="text", placeholder=shape)
    built.button("Save trip")

    assert steps(plan(built.page(), "Create a trip on 12 May 2026"))[0] == ("fill", "#n1", typed)


def test_a_date_that_has_the_shape_of_its_field_stays_as_it_is():
    built = Builder()
    built.into("dialog", "New trip", modal=True)
    built.add("control", "textbox", "", tag="input", type="text", placeholder="dd/mm/yyyy")
    built.button("Save trip")

    assert steps(plan(built.page(), "Create a trip on 03/04/2026"))[0] == ("fill", "#n1", "03/04/2026")


@pytest.mark.parametrize(
    ("goal", "button"),
    [
        ("Pide hora para Eva Mora", "Pedir hora"),
        ("Solicita plaza para Eva Mora", "Solicitar plaza"),
        ("Convoca la junta de mayo", "Convocar junta"),
    ],
)
def test_an_order_is_found_under_the_infinitive_of_its_verb(goal, button):
    built = Builder()
    built.button("Borrar todo")
    built.button(button)

    assert [p.target.name for p in plan(built.page(), goal).steps] == [button]


@pytest.mark.parametrize("word", ["pide", "pido", "publico", "cuelgo"])
def test_forms_of_spanish_verbs(word):
    infinitive = {"pide": "pedir", "pido": "pedir", "publico": "publicar", "cuelgo": "colgar"}[word]
    assert is_conjugated(word, infinitive)
    assert not is_conjugated(word, "taller")


@pytest.mark.parametrize("goal", ["Reserva confirmada para Eva", "Nota media para Eva"])
def test_a_thing_without_an_order_is_none(goal):
    assert read_goal(f"Abre la lista. {goal}").parts[-1].verb_words == ()


def test_somebody_is_booked_in_for_an_appointment():
    built = Builder()
    built.link("Waiting room")
    built.link("New appointment")

    goal = "Book Kiki in with Dr Lund on 4 May 2026 at 3 pm"
    assert [(p.target.name, p.explores) for p in plan(built.page(), goal).steps] == [("New appointment", False)]


@pytest.mark.parametrize(
    "goal",
    [
        "Move the lesson L-7 to 3 May 2026 so that Mrs Kent can bring her pony",
        "Mueve la clase L-7 al 3 de mayo de 2026 para que la señora Rey pueda traer su poni",
    ],
)
def test_what_somebody_can_do_then_outside_is_not_asked_for(goal):
    part = read_goal(goal).parts[0]
    assert "Kent" not in part.said
    assert "Rey" not in part.said


@pytest.mark.parametrize(
    "goal",
    [
        "Share the folder with Bo so that Mrs Kent can read it",
        "Change the limit of ACC-3 to 500 so that Mrs Kent can edit it",
        "Set the quantity to 4 so that Mrs Kent can come",
    ],
)
def test_what_may_be_asked_for_somebody_stays(goal):
    assert "Kent" in read_goal(goal).parts[0].said


def meeting(*fields):
    built = Builder()
    built.into("dialog", "New meeting", modal=True)
    for name in fields:
        built.field(name)
    built.button("Save meeting")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "venue"),
    [
        ("Create a meeting in the Main hall", "Main hall"),
        ("Create a meeting in Leeds", "Leeds"),
        ("Crea una reunión en el Salón social", "Salón social"),
        ("Crea una reunión en la Casa Roja, sin prisa", "Casa Roja"),
    ],
)
def test_where_something_is_goes_into_the_one_field_for_that(goal, venue):
    assert values(plan(meeting("Venue", "Notes"), goal)) == {"Venue": venue}


@pytest.mark.parametrize(
    ("goal", "name"),
    [
        ('Crea una reunión con el orden del día "Obras"', "Orden del día"),
        ('Create a meeting with the order of the day "Works"', "Order of the day"),
        ('Create a meeting with the type of room "Works"', "Room type"),
        ('Crea una reunión con el tipo de sala "Obras"', "Type sala"),
    ],
)
def test_a_label_is_known_with_the_small_words_in_it(goal, name):
    assert next(iter(values(plan(meeting("Venue", name), goal)))) == name


@pytest.mark.parametrize("goal", ['Create a meeting with the agenda "Works"', 'Crea una reunión con el motivo "Obras"'])
def test_a_text_goes_into_no_field_of_another_name(goal):
    assert values(plan(meeting("Venue"), goal)) == {}
    assert values(plan(meeting("Name"), goal.replace("agenda", "name").replace("motivo", "nombre"))) != {}


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Create a booking for Ada, accepting the rules, and check that it is listed", ["create", "accept", "save"]),
        ("Create a booking for Ada, accept the confirmation and check that it is listed", ["create", "accept"]),
    ],
)
def test_who_agrees_to_the_rules_of_a_form_has_still_to_send_it(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts][:-1] == verbs


def test_what_is_said_by_a_pronoun_before_its_verb_is_what_was_told_of():
    goal = 'Dado que la nota "Feria" está en borrador\nCuando lo publico\nEntonces se ve en el tablón'

    done, *_, seen = read_goal(goal).parts

    assert (done.verb_words[0].text, [t.text for t in done.words if t.names]) == ("publico", ["Feria"])
    assert seen.verb == "expect"


def test_the_opener_of_a_form_is_no_list_to_look_at():
    built = Builder()
    built.text("Meetings of the board", role="heading")
    built.link("Convene meeting")
    page = built.page()
    goal = 'Convene a meeting called "Works". Check that it is in the list of meetings.'
    [pressed] = plan(page, goal).steps
    done = (Tried(pressed, True, before=page), Tried(replace(pressed, part=1, ends_part=True), True, before=page))

    assert plan(page, goal, *done).steps == ()


@pytest.mark.parametrize(
    "goal",
    [
        "Marca como cobrado el recibo de Marzo del piso 3ºB",
        "Mark as cobrado the bill of Marzo for 3ºB",
        "Marca el recibo de Marzo del piso 3ºB como cobrado",
    ],
)
def test_a_state_may_be_told_before_the_thing_that_is_marked(goal):
    built = Builder()
    built.select("Estado", "Todos", "Pendiente", "Cobrado")
    for flat, month in (("3ºA", "Marzo"), ("3ºB", "Abril"), ("3ºB", "Marzo")):
        built.into("row", tag="tr")
        built.text(flat, role="cell")
        built.text(month, role="cell")
        # A form of its own stands around the button.
        built.holder = built.add("holder", "form", tag="form")
        last = built.button("Marcar cobrado")
        built.out()

    assert steps(plan(built.page(), goal)) == [("click", f"#n{last}", None)]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Create a kind of visit called Brushing. Then request a visit for Ada", ["create", "save", "say", "save"]),
        ("Crea el tipo «Poda». Después pide una visita para Ada Ray", ["create", "save", "say", "save"]),
        ("Create a task called Mow and assign it to Ada", ["create", "say", "save"]),
    ],
)
def test_what_was_filled_in_is_saved_before_another_thing_is_asked_for(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "facts"),
    [
        ("The form should complain that it is there already and the list must still have 4 boats", 2),
        ("El formulario debe quejarse de que ya existe y la lista debe seguir con 4 barcos", 2),
        ("The form should complain that the name and the list are missing", 1),
    ],
)
def test_what_a_list_must_hold_is_checked_beside_a_refusal(goal, facts):
    checks = [part for part in read_goal(f"Try to add a boat called Ada. {goal}").parts if part.verb == "expect"]

    assert len(checks) == facts
    assert names_refusal(checks[0])


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("If I narrow the bills down to Paid, I should find exactly 3 bills.", ["filter", "expect"]),
        ("If I search for Ada, I must find nobody", ["search", "expect"]),
        ("If you open the tab Done, there should be three jobs", ["open", "expect"]),
        ("If I try to delete bill 4, it must be refused", ["delete", "expect"]),
        ("If I close the notice, the list must be shown", ["close", "expect"]),
        ("Si filtro las facturas por pagadas, debo encontrar exactamente 3", ["filter", "expect"]),
        ("Si busco Ada, tienen que salir dos", ["search", "expect"]),
        ("Si se filtra por pagadas, deben salir 3 facturas", ["filter", "expect"]),
        ("Borra la factura 4. Si se recarga la página, no debe salir", ["delete", "reload", "expect"]),
    ],
)
def test_what_somebody_does_by_a_condition_is_done_before_what_must_come_of_it(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("If a banner shows up, close it. Delete bill 4", ["delete"]),
        ("If it asks, confirm. Delete bill 4", ["delete"]),
        ("If I get a popup, it should be closed. Delete bill 4", ["delete"]),
        ("If you see a cookie notice, you should accept it. Delete bill 4", ["delete"]),
        ("You should find bill 4 and delete it", ["search", "delete"]),
    ],
)
def test_what_may_be_so_is_no_order(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def titled(name):
    built = Builder()
    built.text(name, role="heading")
    built.link("Español")
    built.link("English")
    return built.page()


@pytest.mark.parametrize(
    ("before", "now", "check", "met"),
    [
        ("Customers", "Clientes", "the heading reads Clientes", True),
        ("Clientes", "Customers", "the title is Customers", True),
        ("Customers", "Customers", "the heading reads Clientes", False),
        ("Clientes", "Clientes", "the heading reads Clientes", False),
    ],
)
def test_a_word_is_new_where_the_page_said_it_in_another_language(before, now, check, met):
    goal = f"Switch the language to another one and check that {check}"
    pressed = Planned(Step("click", selector="#n1"), uses=frozenset(range(20)), part=0, ends_part=True)
    past = (Tried(pressed, True, before=titled(before)),)
    now = titled(now)

    finding = BuiltinExaminer().examine(Situation(goal, now.url, now, titled(before), past), now, ())

    assert finding.met is met
