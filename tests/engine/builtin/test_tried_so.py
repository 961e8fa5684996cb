"""What is to be refused, said of a thing that is yet to be made, or before it is tried `with` something."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

_VISIT, _VISITA = "a visit with 4 guests without a host", "una visita con 4 personas sin anfitrión"


def told(goal):
    return [
        (p.verb, " ".join(t.text for t in p.words if t.kind != "mark"))
        for p in read_goal(goal).parts
        if p.verb != "login" and not p.implied
    ]


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("It must not be possible to save a visit without a host. Try it with 4 guests.", _VISIT),
        ("You must not be able to add a visit without a host. Try that with 4 guests.", _VISIT),
        ("It should be impossible to book a visit without a host: try it with 4 guests.", _VISIT),
        ("Visits without a host must not be accepted. Try it with 4 guests.", "Visits with 4 guests without a host"),
        ("No se debe poder guardar una visita sin anfitrión. Inténtalo con 4 personas.", _VISITA),
        ("No debe ser posible crear una visita sin anfitrión. Prueba a hacerlo con 4 personas.", _VISITA),
    ],
)  # fmt: skip
def test_what_must_not_be_possible_is_tried_with_what_is_given(goal, made):
    parts = told(goal)
    if goal.startswith("Visits"):
        assert parts[-1][0] == "create"
    assert ("expect", "refused") in parts
    assert ("create", made) in parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "A visit of 0 guests has to be turned down with a hint that only 1 to 9 is allowed.",
            [("create", "A visit of 0 guests"), ("expect", "refused with a hint that only 1 to 9 is allowed")],
        ),
        (
            "Check the limits: a visit of 0 guests must be refused.",
            [("create", "a visit of 0 guests"), ("expect", "refused")],
        ),
        (
            "Una visita de 0 personas debe ser rechazada con un aviso de que solo se admite de 1 a 9.",
            [
                ("create", "Una visita de 0 personas"),
                ("expect", "refused con un aviso de que solo se admite de 1 a 9"),
            ],
        ),
        ("A request of Ada Ray has to be rejected", [("say", "A request of Ada Ray")]),
        ("Ada cannot come. Cancel her visit", [("close", "her visit")]),
    ],
)
def test_a_new_thing_that_is_to_be_refused_is_made(goal, parts):
    assert told(goal) == parts


def form(complaint=""):
    built = Builder()
    built.text("Visits", role="heading")
    built.into("form")
    built.field("Host", selector="#host")
    built.field("Guests", type="number", selector="#guests")
    built.button("Save visit", selector="#save")
    built.out()
    if complaint:
        built.add("text", "alert", text=complaint)
    return built.page()


def examined(goal, complaint):
    parts = read_goal(goal).parts
    made = next(p for p in parts if p.verb == "create")
    typed = Planned(Step("fill", selector="#guests", value="4"), uses=made.numbers, part=made.number)
    sent = Planned(Step("click", selector="#save"), part=made.number + 1, ends_part=True, commits=True,
                   target=Target("button", "Save visit", "#save"))  # fmt: skip
    past = (Tried(typed, True, before=form()), Tried(sent, True, before=form()))
    now = form(complaint)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, form(), past), now, ()).met


@pytest.mark.parametrize(
    ("check", "complaint", "met"),
    [
        ("Check that the form asks for the host.", "Choose a host.", True),
        ("The form has to ask for the host.", "Enter the host", True),
        ("Check that the form asks for the guests.", "Choose a host.", False),
        ("Check that the form asks for the host.", "", False),
        ("It must be refused with a hint that only 1 to 9 is allowed.", "Enter 1 to 9 guests.", True),
        ("It must be refused with a hint that only 1 to 5 is allowed.", "Enter 1 to 9 guests.", False),
        ("It must be refused with a message that the most is 9.", "Enter 1 to 9 guests.", True),
        ("It must be refused with a message that the most is 8.", "Enter 1 to 9 guests.", False),
    ],
)
def test_a_refusal_tells_what_it_is_said_to(check, complaint, met):
    assert bool(examined(f"Add a visit of 4 guests. {check}", complaint)) is met


def signed_in(check, complaint):
    built = Builder()
    built.into("form")
    built.field("Email", selector="#email")
    built.field("Password", type="password", selector="#password")
    built.button("Sign in", selector="#go")
    built.out()
    before = built.page()
    built.add("text", "alert", text=complaint)
    goal = f"Try to sign in with a@x.test and the password s3cret1. {check}"
    sent = Planned(Step("click", selector="#go"), uses=read_goal(goal).parts[0].numbers, ends_part=True, commits=True,
                   target=Target("button", "Sign in", "#go"))  # fmt: skip
    past = (Tried(sent, True, before=before),)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", built.page(), before, past), None, ()).met


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("The page must say that the login details are not correct.", True),
        ("It has to say that the credentials are incorrect.", True),
        ("Tiene que decir que los datos de acceso no son correctos.", True),
        ("Debe avisar de que la contraseña no es válida.", True),
        ("It must say that the captcha is wrong.", False),
        ("It must say that the phone number is not valid.", False),
        ("Tiene que decir que el captcha no es correcto.", False),
        ("Tiene que decir que los datos son correctos.", False),
    ],
)
def test_what_is_said_to_be_wrong_is_what_the_page_complains_of(check, met):
    assert bool(signed_in(check, "The email or the password is not correct.")) is met
