"""What is looked at before anybody signs in, and what somebody gets to see then."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "goal",
    [
        "Given I am not signed in, when I open the bills page then I get the login form; after signing in as "
        "ada@x.test / s3cret1 I should land on the list of bills.",
        "Open the bills page without signing in: the login form must be shown. Log in as ada@x.test / s3cret1; I "
        "should end up on the bills page.",
        "Signed out, open the bills page. I should see the login screen. Sign in with ada@x.test and password s3cret1 "
        "and check that the bills are listed.",
        "Si abro las facturas sin sesión me tiene que pedir entrar; entro con ada@x.test, contraseña s3cret1, y debo "
        "acabar en la lista de facturas.",
        "Sin haber iniciado sesión abre las facturas: debe salir la pantalla de acceso. Entra como ada@x.test / "
        "s3cret1 y comprueba que salen las facturas.",
        "Cuando no he iniciado sesión y abro las facturas debe mostrarse el formulario de acceso. Después entra como "
        "ada@x.test / s3cret1; debe verse la lista de facturas.",
    ],
)
def test_who_is_not_signed_in_yet_signs_in_where_the_goal_says_so(goal):
    assert [verb for verb, _ in read(goal)] == ["open", "expect", "login", "expect"]


@pytest.mark.parametrize(
    "goal",
    [
        "Open the bills page; bill B-3 is listed. Log in as ada@x.test / s3cret1",
        "Abre las facturas y comprueba que sale B-3. Entra como ada@x.test / s3cret1",
    ],
)
def test_else_it_comes_first(goal):
    assert [verb for verb, _ in read(goal)] == ["login", "open", "expect"]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Check that I am not signed in", [("expect", "I am not signed in")]),
        (
            "Sign in as ada@x.test / s3cret1 and sign out. I am not signed in any more",
            [("login", "ada@x.test s3cret1"), ("logout", ""), ("expect", "I am not signed in any more")],
        ),
        ("Crea un curso sin sesión", [("create", "un curso sin sesión"), ("save", "")]),
    ],
)
def test_what_is_asked_of_the_session_stays(goal, parts):
    assert read(goal) == parts


def door(said="Welcome"):
    built = Builder()
    built.text(said, role="heading")
    built.into("form")
    built.field("E-mail")
    built.field("Password", type="password")
    built.button("Sign in")
    return built


def inside(heading, *links):
    built = Builder()
    built.text(heading, role="heading")
    for link in links:
        built.link(link)
    built.into("list")
    built.add("text", "listitem", text=f"The first of the {heading}")
    built.out()
    built.button("Sign out")
    return built.page()


def test_a_place_is_asked_for_by_its_address_where_the_page_asks_to_sign_in():
    page = door().page()
    situation = Situation("Open the bills page without signing in", "http://app.test/bills", page, page)

    assert steps(BuiltinPlanner().plan(situation)) == [("goto", None, None)]
    assert plan(page, "Open the bills page without signing in").unsure


@pytest.mark.parametrize(
    "goal",
    [
        "If I open the bills then it must ask me to log in",
        "Cuando abro las facturas me tiene que pedir entrar",
        "When I open the bills page then I get the sign-in screen",
        "Si abro las facturas debe pedir que me identifique",
    ],
)
def test_what_has_to_be_seen_then_is_a_check(goal):
    assert [verb for verb, _ in read(goal)] == ["open", "expect"]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("When I open the bill that must be paid today, check the total", ["open", "check"]),
        ("Cuando abro la factura que tiene que pagarse hoy, pulso Pagar", ["open", "click"]),
        ("When a field is empty the form must be refused", ["say", "expect"]),
        ("When I open the bills then I get rid of bill B-3", ["open", "delete"]),
    ],
)
def test_what_only_tells_of_a_thing_begins_none(goal, verbs):
    assert [verb for verb, _ in read(goal)] == verbs


def examined(goal, before, now):
    words = frozenset(range(60))
    went = Planned(Step("goto", url="/bills"), uses=words, part=0, ends_part=True)
    return BuiltinExaminer().examine(
        Situation(goal, "http://app.test/", now, before, (Tried(went, True, before=before),)), None, ()
    )


@pytest.mark.parametrize(("page", "met"), [(door().page(), True), (inside("Bills"), False)])
@pytest.mark.parametrize("check", ["it must ask me to sign in", "debe pedirme entrar", "me tiene que pedir entrar"])
def test_that_the_page_asks_to_sign_in_is_seen_by_its_form(check, page, met):
    assert (examined(f"Open the bills. {check}", inside("Start"), page).met is True) is met


@pytest.mark.parametrize(("heading", "met"), [("Bills", True), ("Orders", None)])
@pytest.mark.parametrize("check", ["I should land on the list of bills", "debo acabar en la página de las facturas"])
def test_a_page_that_only_leads_to_a_place_is_not_the_place(check, heading, met):
    assert examined(f"Open the bills. {check}", inside("Start"), inside(heading, "Bills", "Orders")).met is met
