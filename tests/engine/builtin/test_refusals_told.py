"""A refusal that a goal tells by what the page has to warn of, and what is sent empty to be refused."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target, Trouble
from ghostly.engine.steps import Step


def refuses(goal):
    return [names_refusal(part) for part in read_goal(goal).parts if part.verb == "expect"]


@pytest.mark.parametrize(
    "check",
    [
        "la aplicación tiene que avisar de que hay que escribir algo",
        "el formulario avisa de que hay que rellenar el nombre",
        "debe decir que el nombre es obligatorio",
        "the page must say that the name has to be entered",
        "it should tell me that such a room already exists",
    ],
)
def test_what_lacks_or_is_there_already_is_a_refusal(check):
    assert refuses(f"Guarda una sala nueva. {check}") == [True]


@pytest.mark.parametrize(
    "check",
    [
        "la aplicación tiene que avisar de que se ha guardado",
        "el resumen dice que hay que pagar 20 €",
        "the page must say that two rooms are free",
        "the list says Already exists",
    ],
)
def test_what_only_tells_something_is_none(check):
    assert refuses(f"Guarda una sala nueva. {check}") == [False]


@pytest.mark.parametrize(
    ("goal", "refused"),
    [
        ("Guarda una sala sin nombre; la página debe quejarse y no añadir ninguna sala", [True, True]),
        ("Save a room without a name; the page must complain and not add any room", [True, True]),
        ("Si intento crear una sala sin nombre, no me deja guardar", [True]),
        ("Try to create a room without a name; it doesn't let me save", [True]),
    ],
)
def test_what_is_not_let_through_is_refused(goal, refused):
    assert refuses(goal) == refused


def notes(held=""):
    built = Builder()
    built.text("Notes", role="heading")
    built.into("form")
    built.field("New note", selector="#note", value=held)
    built.button("Save note", selector="#save")
    return built.page()


@pytest.mark.parametrize("goal", ["Save an empty note; it must complain", "Guarda una nota vacía; debe quejarse"])
def test_what_is_to_be_empty_is_sent_as_it_is(goal):
    draft = plan(notes(), goal)

    assert [(p.step.action, p.step.selector) for p in draft.steps] == [("click", "#save")]
    assert plan(notes("Milk"), goal).steps == ()


@pytest.mark.parametrize(
    ("complaint", "met"),
    [("A room called Oslo already exists", True), ("This name is taken", True), ("The floor is required", None)],
)
@pytest.mark.parametrize("check", ["It must complain that it already exists", "Debe quejarse de que ya existe"])
def test_that_something_exists_already_is_what_is_complained_of(check, complaint, met):
    built = Builder()
    built.field("Name", selector="#name", value="Oslo")
    before = built.page()
    built.add("text", "alert", text=complaint)
    typed = Planned(Step("fill", selector="#name", value="Oslo"), uses=frozenset(range(20)), part=0)
    saved = Planned(Step("click", selector="#save"), uses=frozenset(range(20)), part=1, commits=True, ends_part=True)
    past = tuple(Tried(each, True, before=before) for each in (typed, saved))
    situation = Situation(f"Create a room Oslo. {check}", "http://app.test/", built.page(), before, past)

    assert BuiltinExaminer().examine(situation, None, ()).met is met


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Give a real address.", True), ("Give a real address, please, and a name.", False), ("Not today", False)],
)
@pytest.mark.parametrize("kind", ["refused", "exception"])
def test_a_goal_that_quotes_what_the_server_says_to_refuse_something_asks_for_the_refusal(answer, expected, kind):
    built = Builder()
    built.field("Address", selector="#address")
    before = built.page()
    built.text("Give a real address.")
    typed = Planned(Step("fill", selector="#address", value="nowhere"), uses=frozenset(range(4)), part=0)
    saved = Planned(Step("click", selector="#save"), uses=frozenset(range(4)), part=1, commits=True, ends_part=True)
    past = tuple(Tried(each, True, before=before) for each in (typed, saved))
    goal = 'Create a letter to "nowhere" and check that it says "Give a real address."'
    refused = Trouble(kind, f"POST /letters answered 422: {answer}")

    finding = BuiltinExaminer().examine(
        Situation(goal, "http://app.test/", built.page(), before, past), None, (refused,)
    )

    assert finding.expects_refusal is (expected and kind == "refused")


TWO_CHECKS = ["delete", "expect", "expect"]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Intenta borrar la sala R-1. Debe avisar de que aún se usa y no se puede borrar.", TWO_CHECKS),
        ("Try to delete room R-1. It must say that it is in use and cannot be deleted.", TWO_CHECKS),
        ("Borra la nota N-1. No se puede borrar la sala R-1.", ["delete", "delete", "expect"]),
    ],
)  # fmt: skip
def test_what_cannot_be_done_and_was_tried_before_is_not_tried_again(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def rooms(notice="", listed=True):
    built = Builder()
    built.link("Bookings")
    built.link("Guests")
    built.text("Rooms", role="heading")
    if listed:
        built.into("row")
        built.text("Oslo", role="cell")
        built.add("control", "button", "Delete", selector="#delete-oslo")
    built.out()
    built.into("status", "Messages")
    if notice:
        built.text(notice)
    built.out()
    return built.page()


def warned(check, notice, listed=True):
    goal = f"Try to delete the room Oslo. {check}"
    pressed = Planned(Step("click", selector="#delete-oslo"), uses=read_goal(goal).parts[0].numbers, part=0,
                      target=Target("button", "Delete", "#delete-oslo"), commits=True, ends_part=True)  # fmt: skip
    now, past = rooms(notice, listed), (Tried(pressed, True, before=rooms()),)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, rooms(), past), now, ()).met


IN_USE = "Oslo still has bookings and cannot be deleted."


@pytest.mark.parametrize(
    ("check", "notice", "met"),
    [
        ("It should warn that it still has bookings and cannot be deleted.", IN_USE, True),
        ("It should warn that it still has guests and cannot be deleted.", IN_USE, False),
        ("It should warn that it still has bookings and cannot be deleted.", "Welcome back", False),
        ("It should warn that it still has bookings and cannot be deleted.", "", False),
    ],
)
def test_a_notice_that_refuses_in_words_is_a_refusal_and_warns_of_what_it_says(check, notice, met):
    assert (warned(check, notice) is True) is met


def test_what_is_gone_was_not_refused_whatever_a_notice_says():
    assert warned("It must be refused.", IN_USE, listed=False) is not True


SAYS_SO = f'"{IN_USE}"'


@pytest.mark.parametrize(
    "goal",
    [
        f"Delete the room Oslo: not possible, the message is {SAYS_SO}",
        f"Delete the room Oslo - not allowed, message {SAYS_SO}",
        f"I want to delete the room Oslo, but it must not go. Message: {SAYS_SO}",
        f"Delete the room Oslo. {SAYS_SO} appears and it must not be removed.",
        "Check that the room Oslo cannot be deleted.",
        f"Borra la sala Oslo: no deja, sale {SAYS_SO}",
        f"Borra la sala Oslo. No debe dejar: {SAYS_SO} y Oslo sigue en la lista.",
        "Comprueba que la sala Oslo no se puede borrar.",
        "Comprueba que la sala Oslo no puede ser eliminada.",
    ],
)
@pytest.mark.parametrize(("notice", "listed", "met"), [(IN_USE, True, True), ("", True, False), ("", False, False)])
def test_a_deletion_that_is_denied_in_passing_is_tried_and_the_thing_stays(goal, notice, listed, met):
    (order,) = (part for part in read_goal(goal).parts if part.verb == "delete")
    pressed = Planned(Step("click", selector="#delete-oslo"), uses=order.numbers, part=order.number,
                      target=Target("button", "Delete", "#delete-oslo"), commits=True, ends_part=True)  # fmt: skip
    now, past = rooms(notice, listed), (Tried(pressed, True, before=rooms()),)

    assert (BuiltinExaminer().examine(Situation(goal, now.url, now, rooms(), past), now, ()).met is True) is met


def board(*notes, alert=""):
    built = Builder()
    built.text("Notes", role="heading")
    if alert:
        built.add("text", "alert", text=alert)
    built.into("form")
    built.field("New note", selector="#note")
    built.button("Save note", selector="#save")
    for note in notes:
        built.out()
        built.into("listitem")
        built.text(note)
        built.button("Delete", selector=f"#{note[:3]}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Press Save note without typing anything.", "The note is not saved."),
        ("Pulsa Save note sin escribir nada.", "Comprueba que la nota no se guarda."),
    ],
)
@pytest.mark.parametrize(
    ("now", "met"),
    [
        (board("Tea", "Milk", alert="Write something."), True),
        (board("Tea", "Milk"), None),
        (board("Tea", "Milk", "(empty)", alert="Write something."), None),
        (board("Tea", "Milk", "(empty)"), None),
    ],
)
def test_what_was_sent_empty_is_not_kept_where_the_page_complains_and_lists_nothing_new(goal, check, now, met):
    before = board("Tea", "Milk")
    press = Planned(Step("click", selector="#save"), uses=frozenset(range(9)), part=0, ends_part=True, commits=True)
    past = (Tried(press, True, before=before),)

    assert BuiltinExaminer().examine(Situation(f"{goal} {check}", now.url, now, before, past), now, ()).met is met


def customers(spanish):
    built = Builder()
    built.text("Nuevo cliente" if spanish else "New customer", role="heading")
    built.into("form")
    for name in ("Nombre", "Correo", "Teléfono") if spanish else ("Name", "Email", "Phone"):
        built.field(name)
    built.button("Guardar cliente" if spanish else "Save customer")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Add a customer called Loom, but type the email wrong, without the @: info.loom.test", "info.loom.test"),
        ("Add a customer called Loom, type the email wrong: info.loom.test", "info.loom.test"),
        ("Add a customer called Loom, type the email without the @: info.loom.test", "info.loom.test"),
        ("Add a customer called Loom with a wrong email, without the @: info.loom.test", "info.loom.test"),
        ("Add a customer called Loom with an invalid phone, missing a digit: 55-12", "55-12"),
        ("Add a customer called Loom, enter the phone badly, with a letter: 55x12", "55x12"),
        ("Crea un cliente llamado Telar, con el correo mal escrito, sin la arroba: info.telar.test", "info.telar.test"),
        ("Crea un cliente llamado Telar pero pon un correo incorrecto, sin arroba: info.telar.test", "info.telar.test"),
        ("Crea un cliente llamado Telar y pon el teléfono mal, con una letra: 55x12", "55x12"),
        ("Crea un cliente llamado Telar con el correo equivocado (info.telar.test)", "info.telar.test"),
    ],
)
def test_how_a_value_is_wrong_is_no_part_of_it(goal, typed):
    draft = plan(customers(goal.startswith("Crea")), goal)

    assert typed in [p.step.value for p in draft.steps]


@pytest.mark.parametrize(("value", "app_bug"), [("wrong, as a@: ada.test", False), ("ada.test", True)])
def test_the_application_is_not_blamed_for_accepting_what_the_goal_did_not_tell_to_type(value, app_bug):
    built = Builder()
    built.field("Name", selector="#name")
    built.field("Email", selector="#email")
    before = built.page()
    built.into("row")
    built.text("Loom", role="cell")
    built.text(value, role="cell")
    after = built.page()
    steps = [Step("fill", selector="#name", value="Loom"), Step("fill", selector="#email", value=value)]
    planned = [Planned(step, uses=frozenset(range(20)), part=0) for step in steps]
    saved = Planned(Step("click", selector="#save"), uses=frozenset(range(20)), part=1, commits=True, ends_part=True)
    past = tuple(Tried(each, True, before=before) for each in (*planned, saved))
    goal = "Create a customer Loom, email: ada.test. It must be refused."

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), after, ())

    assert finding.met is not True
    assert finding.app_bug is app_bug
