"""What a page of its own making means: its messages, its counters, its facts, and which of its buttons is the one."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Trouble
from ghostly.engine.steps import Step

EVERY_WORD = frozenset(range(60))


def tried(step, before, part=0, **fields):
    return Tried(Planned(step, uses=EVERY_WORD, part=part, **fields), True, before=before)


def member(value="", hint="", notice=""):
    built = Builder()
    built.text("New member", role="heading")
    built.into("form")
    built.field("E-mail", selector="#mail", value=value)
    if hint:
        built.text(hint)
    built.button("Save member", selector="#save")
    built.out()
    if notice:
        built.into("status")
        built.text(notice)
    return built.page()


@pytest.mark.parametrize(
    ("after", "met"),
    [
        (member("ada.test", hint="Enter an address with an @."), True),
        (member("ada.test", notice="The member was not saved."), True),
        (member("ada.test", hint="Saved."), False),
        (member("", hint="Enter an address with an @."), False),
    ],
)
def test_what_stands_at_a_field_that_holds_what_was_sent_has_refused_it(after, met):
    goal = "Add a member with e-mail ada.test. The form must show an error."
    past = (
        tried(Step("fill", selector="#mail", value="ada.test"), member()),
        tried(Step("click", selector="#save"), member("ada.test"), part=1, commits=True, ends_part=True),
    )
    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, member(), past), None, ())

    assert (finding.met is True) is met


def test_what_the_server_turned_down_is_refused_by_what_stands_in_its_form():
    goal = "Add a member with e-mail ada.test. The form must show an error."
    past = (
        tried(Step("fill", selector="#mail", value="ada.test"), member()),
        tried(Step("click", selector="#save"), member("ada.test"), part=1, commits=True, ends_part=True),
    )
    situation = Situation(goal, "http://app.test/", member("", hint="Enter an address."), member(), past)
    refused = Trouble("refused", "POST /members answered 422: UNPROCESSABLE ENTITY", "POST", "/members", 422, 1)

    assert BuiltinExaminer().examine(situation, None, (refused,)).met is True


def tools(free):
    built = Builder()
    built.text("Tools", role="heading")
    built.text(f"Available now: {free}")
    built.add("control", "link", "Round saw", selector="#saw", href="/saw", tag="a")
    return replace(built.page(), url="http://app.test/tools")


def saw(status="Available"):
    built = Builder()
    built.text("Round saw", role="heading")
    built.text(status)
    built.into("listitem")
    built.text("Deposit: 40")
    built.out()
    built.button("Send to repair", selector="#repair")
    return replace(built.page(), url="http://app.test/saw")


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("The number of available tools must be 6.", True),
        ("The number of available tools must be 7.", False),
        ("The number of available tools should go from 7 to 6.", True),
        ("The number of available tools should go from 8 to 7.", False),
    ],
)
def test_what_another_page_counts_is_read_there(check, met):
    past = (
        tried(Step("click", selector="#saw"), tools(7), explores=True),
        tried(Step("click", selector="#repair"), saw(), ends_part=True),
    )
    situation = Situation(
        f"Send the round saw to repair. {check}", "http://app.test/", saw("In repair"), tools(7), past
    )
    assert BuiltinExaminer().pages_left(situation) == ("http://app.test/tools",)

    again = replace(situation, revisited=(tools(6),))
    assert (BuiltinExaminer().examine(again, saw("In repair"), ()).met is True) is met


def dog(weight="12.4 kg", vaccinated="Yes"):
    built = Builder()
    built.text("Rex", role="heading")
    for label, said in (("Owner", "Ada Ray"), ("Weight", weight), ("Vaccinated", vaccinated)):
        built.text(label)
        built.text(said)
    return built.page()


@pytest.mark.parametrize(
    ("check", "page", "met"),
    [
        ("Rex's page should show 12.4 kg and Vaccinated: Yes", dog(), True),
        ("Rex's page should show 12.4 kg and Vaccinated: Yes", dog(vaccinated="No"), False),
        ("Rex's page should show 12.4 kg and Vaccinated: Yes", dog(weight="12.5 kg"), False),
        ("Rex's page should show 12.4 kg and Vaccinated: Yes", dog("Yes", "12.4 kg"), False),
        ("The page of Rex says owner Ada Ray and weight 12.4 kg", dog(), True),
        ("The page of Bo says owner Ada Ray and weight 12.4 kg", dog(), False),
    ],
)
def test_the_page_of_a_thing_says_its_facts_one_by_one(check, page, met):
    past = (tried(Step("click", selector="#save"), dog("1 kg", "No"), ends_part=True),)
    situation = Situation(f"Press Save. {check}", "http://app.test/", page, dog("1 kg", "No"), past)

    assert (BuiltinExaminer().examine(situation, page, ()).met is True) is met


def visits():
    built = Builder()
    built.text("Visits", role="heading")
    for name, owner in (("Rex", "Ada Ray"), ("Bo", "Cy Fox")):
        built.holder = -1
        built.into("row")
        built.add("control", "link", name, selector=f"#{name}", href=f"/dogs/{name}", tag="a")
        built.text(owner, role="cell")
        built.add("control", "link", f"Open visit of {name}", selector=f"#open-{name}", href=f"/visits/{name}", tag="a")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Open the visit of Rex", "#open-Rex"),
        ("Move Bo's visit to 17 March 2027", "#open-Bo"),
        ("Open the dog Rex", "#Rex"),
    ],
)
def test_what_a_list_is_about_is_opened_and_not_whom_it_is_for(goal, pressed):
    assert steps(plan(visits(), goal)) == [("click", pressed, None)]


def visit(told="Finish visit"):
    built = Builder()
    built.text("Visit of Rex", role="heading")
    built.into("form")
    built.add("control", "textbox", "Diagnosis", label="Diagnosis", tag="textarea", selector="#diagnosis")
    built.button(told, selector="#end")
    return built.page()


def test_a_thing_is_brought_to_its_end_by_the_button_of_that_name():
    draft = plan(visit(), "Finish the visit of Rex with the diagnosis Cold")

    assert steps(draft) == [("fill", "#diagnosis", "Cold"), ("click", "#end", None)]


def loans():
    built = Builder()
    built.text("Loans", role="heading")
    for name in ("Folding ladder", "Long drill"):
        built.holder = -1
        built.into("article", name)
        built.text(name, role="heading")
        built.text("Ada Ray, until 9 May")
        built.button(f"Register return of {name}", selector=f"#{name.split()[0]}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Register the return of the folding ladder", [("click", "#Folding", None)]),
        ("Register the loan of the folding ladder", []),
        ("Register the return of the extension ladder", []),
    ],
)
def test_nothing_is_registered_of_another_thing(goal, pressed):
    assert steps(plan(loans(), goal)) == pressed


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Charge Ada for the room. On her page the fee should change to Paid", "expect"),
        ("Cobra la cuota a Ana. En su ficha la cuota debe pasar a «Al día»", "expect"),
        ("El pedido ORD-7 debe pasar a Pagado", "save"),
        ("On the settings page you should change the name to Ada", "save"),
    ],
)
def test_what_a_thing_should_change_to_is_checked_once_something_was_done(goal, verbs):
    assert read_goal(goal).parts[-1].verb == verbs


def test_a_line_that_says_what_is_edited_is_no_label():
    parts = read_goal("User: ada, password: s3cret-9\nEdit Rex: weight 12.4 kg, save.").parts

    assert [part.verb for part in parts] == ["login", "edit", "save"]
