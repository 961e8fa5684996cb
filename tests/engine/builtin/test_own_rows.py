"""What is pressed in an entry is judged by that entry: by what it says now, and after a reload."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.evidence import leaves_out_subject
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

PRESS = "Take back the Sander"


def loans(sander="Late", drill="Lent"):
    """A table of loans under a button that is called like a state."""
    built = Builder()
    built.button("Returned")
    for tool, state in (("Drill", drill), ("Sander", sander)):
        built.holder = -1
        built.into("row")
        built.text(f"{tool} of the workshop", role="cell")
        built.text(state, role="cell")
        built.add("control", "button", "Take back", selector=f"#back-{tool}")
    built.out()
    return built


def judged(goal, now, again):
    before = loans().page()
    pressed = Planned(Step("click", selector="#back-Sander"), uses=frozenset(range(9)), ends_part=True)
    past = (Tried(pressed, True, before=before),)
    situation = Situation(goal, "http://app.test/", now.page(), before, past)
    return BuiltinExaminer().examine(situation, again.page() if again else None, ())


@pytest.mark.parametrize(
    ("check", "sander", "met"),
    [
        ("its row says Returned", "Returned", True),
        ("its row says Returned", "Late", False),
        ("its row says Late", "Returned", False),
        ("the row shows Lent", "Returned", False),
        ("its state turns to Returned", "Returned", True),
        ("its state turns to Lent", "Late", False),
        ("it goes over to Lent", "Returned", False),
        ("su estado cambia a Lent", "Returned", False),
        ("the list shows Returned for it", "Returned", True),
        ("the list shows Returned for it", "Late", False),
        ("the list shows Lent for it", "Returned", False),
        ("la lista muestra Returned para ella", "Returned", True),
        ("la lista muestra Lent para ella", "Returned", False),
    ],
)
def test_what_its_row_says_is_looked_for_in_no_other_place(check, sander, met):
    page = loans(sander)

    assert judged(f"{PRESS} and check that {check}", page, page).met is met


def test_an_entry_that_is_as_it_was_after_a_reload_has_not_been_changed():
    finding = judged(PRESS, loans("Returned"), loans("Late"))

    assert (finding.met, finding.app_bug) == (False, True)


def test_a_message_beside_an_entry_that_is_as_it_was_proves_nothing():
    now = loans("Late")
    now.text("Sander is back.", role="status")

    assert judged(PRESS, now, loans("Late")).met is None
    assert judged(PRESS, loans("Returned"), loans("Returned")).met is True


def exams(**results):
    """A list of exams, each with a list for its result and a button of its own."""
    built = Builder()
    for name, result in ({"Ada": "Passed", "Bob": "Pending", "Cyd": "Pending"} | results).items():
        built.holder = -1
        row = built.add("holder", "row")
        for text in (f"{name} Ray", "Theory", result):
            built.add("text", "cell", text=text, parent=row)
        form = built.add("holder", "form", parent=row)
        options = tuple(Option(said, said) for said in ("Pending", "Passed"))
        built.add("control", "combobox", "Result", label="Result", options=options, selector=f"#{name}", parent=form)
        built.add("control", "button", "Save", selector=f"#save-{name}", parent=form)
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("The results came in and Bob Ray has passed. Set the result to Passed", ["#Bob", "#save-Bob"]),
        ("We received the exam of Cyd, so set the result to Passed and save", ["#Cyd"]),
        ("Ayer salieron las notas y Bob Ray aprobó. Pon el resultado en Passed", ["#Bob", "#save-Bob"]),
        ("The results came in and the Rays have passed. Set the result to Passed", []),
        ("Set the result to Passed", []),
    ],
)
def test_a_field_that_each_entry_has_is_filled_in_where_the_goal_tells_of(goal, pressed):
    assert [p.step.selector for p in plan(exams(), goal).steps][: len(pressed) or 1] == pressed


@pytest.mark.parametrize(("name", "met"), [("Bob", True), ("Cyd", None)])
def test_what_was_set_in_another_entry_than_the_goal_tells_of_is_no_success(name, met):
    goal = "The results came in and Bob Ray has passed. Set the result to Passed and check that it is Passed"
    before = exams()
    chosen = Planned(
        Step("selectOption", selector=f"#{name}", value="Passed"), uses=frozenset(range(20)), ends_part=True
    )
    now = exams(**{name: "Passed"})
    situation = Situation(goal, "http://app.test/", now, before, (Tried(chosen, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is met


@pytest.mark.parametrize(
    ("rows", "met"),
    [
        ({"T-1": "Urgent", "T-2": "Low"}, True),
        ({"T-1": "Low", "T-2": "Urgent"}, False),
        ({"T-2": "Urgent"}, None),
    ],
)
def test_the_ticket_is_the_one_that_was_named_before(rows, met):
    goal = "Set the priority of ticket T-1 to Urgent. Verify that the ticket shows Urgent"

    def page(rows):
        built = Builder()
        for code, priority in rows.items():
            built.holder = -1
            built.into("row")
            built.text(code, role="cell")
            built.text(priority, role="cell")
        return built.page()

    chosen = Planned(
        Step("selectOption", selector="#priority", value="Urgent"), uses=frozenset(range(20)), ends_part=True
    )
    before, now = page({"T-1": "Low", "T-2": "Low"}), page(rows)
    situation = Situation(goal, "http://app.test/", now, before, (Tried(chosen, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is met


BOATS = {"Heron": "Afloat", "Teal": "Docked"}


def boats(**states):
    """A table of boats with a head to each column, under a heading that is called as they are."""
    built = Builder()
    built.text("Boats", role="heading")
    built.into("row")
    for at, head in enumerate(("Boat", "State")):
        built.add("text", "columnheader", text=head, box=(200 * at, 10, 100, 20))
    for number, entry in enumerate((BOATS | states).items(), 2):
        built.holder = -1
        built.into("row")
        for at, said in enumerate(entry):
            built.add("text", "cell", text=said, box=(200 * at, 10 * number, 100, 10))
        built.add("control", "button", "Dock", selector=f"#dock-{entry[0]}")
    return built.page()


def test_a_filter_that_is_called_like_a_column_does_not_say_how_an_entry_is():
    built = Builder()
    built.nodes = list(boats(Heron="Docked", Teal="Afloat").nodes)
    built.select("State", "All states", "Afloat", "Docked")

    assert docked("the state is Docked", built.page()).met is True
    assert docked("the state is Afloat", built.page()).met is False


def docked(check, now):
    """What the examiner makes of a goal whose button was pressed in the row of the Heron."""
    pressed = Planned(Step("click", selector="#dock-Heron"), uses=frozenset(range(4)), ends_part=True)
    past = (Tried(pressed, True, before=boats()),)
    goal = f"Dock the boat Heron and check that {check}"
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, boats(), past), now, ())


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("the state is Docked", True),
        ("the state changes to Docked", True),
        ("the state is Afloat", False),
        ("the boat is in the list", True),
        ("the boat is listed as Docked", True),
        ("the boat is listed as Afloat", False),
    ],
)
def test_the_state_is_that_of_the_entry_in_which_something_was_pressed(check, met):
    assert docked(check, boats(Heron="Docked", Teal="Afloat")).met is met


def test_the_name_of_a_list_does_not_show_that_something_is_in_it():
    gone = replace(boats(), nodes=tuple(n for n in boats().nodes if n.text != "Heron"))

    assert docked("the boat is in the list", gone).met is not True


@pytest.mark.parametrize("check", ["the state is Docked", "Docked is shown", "the boat Teal is Docked"])
def test_what_another_entry_said_before_a_press_that_did_nothing_proves_nothing(check):
    assert docked(check, boats()).met is not True


@pytest.mark.parametrize("check", ["Heron is still Afloat", "the boat is still listed", "the state is not Docked"])
def test_that_a_press_does_nothing_may_be_what_the_goal_says(check):
    assert docked(check, boats()).met is True


@pytest.mark.parametrize(
    ("check", "kept", "met"),
    [
        ("the boat is in the list", True, True),
        ("the boat is in the list", False, False),
        ("the boat shows up", False, False),
        ("el barco debe seguir en la lista", False, False),
    ],
)
def test_what_was_filled_in_step_by_step_and_saved_has_to_be_there(check, kept, met):
    form = Builder()
    form.field("Boat name", selector="#name")
    form.button("Store boat", selector="#store")
    opened = form.page()
    steps = [
        Planned(Step("click", selector="#new"), part=0, uses=frozenset(range(3)), ends_part=True),
        Planned(Step("fill", selector="#name", value="Curlew"), part=1, uses=frozenset(range(10)), ends_part=True),
        Planned(Step("click", selector="#store"), part=2, uses=frozenset(range(20)), commits=True, ends_part=True),
    ]
    before = (boats(), opened, opened)
    past = tuple(Tried(step, True, before=page) for step, page in zip(steps, before, strict=True))
    now = boats(Curlew="Afloat") if kept else boats()
    goal = f"Click New, type Curlew as the boat name and press Store boat. After a reload {check}"
    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, boats(), past), now, ())

    assert finding.met is met


@pytest.mark.parametrize(("listed", "met"), [("Heron", True), ("Teal", False)])
def test_what_is_listed_under_a_tab_is_what_was_acted_on_and_no_message_that_says_so(listed, met):
    built = Builder()
    built.link("Afloat (1)")
    built.add("control", "link", "Docked (1)", href="/docked", states={"current": "page"})
    built.into("row")
    built.text(listed, role="cell")
    built.text("Docked", role="cell")
    built.out()
    looked = Planned(
        Step("click", selector="#docked"), part=1, explores=True, target=Target("link", "Docked (1)", "#docked")
    )
    pressed = Planned(Step("click", selector="#dock-Heron"), uses=frozenset(range(4)), ends_part=True)
    past = (Tried(pressed, True, before=boats()), Tried(looked, True, before=boats(Heron="Docked")))
    goal = "Dock the boat Heron and make sure it is listed under Docked"
    finding = BuiltinExaminer().examine(
        Situation(goal, "http://app.test/", built.page(), boats(), past), built.page(), ()
    )

    assert finding.met is met


@pytest.mark.parametrize(("again", "met"), [({"Curlew": "Afloat"}, True), ({}, False)])
def test_what_was_new_before_the_goal_loads_the_page_again_has_to_be_there_afterwards(again, met):
    form = Builder()
    form.field("Boat name", selector="#name")
    form.button("Save boat", selector="#save")
    steps = [
        Planned(Step("click", selector="#new"), part=0, uses=frozenset(range(9))),
        Planned(Step("fill", selector="#name", value="Curlew"), part=0, uses=frozenset(range(9)), ends_part=True),
        Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True),
        Planned(Step("goto", url="http://app.test/"), part=3, uses=frozenset(range(40)), ends_part=True),
    ]
    before = (boats(), form.page(), form.page(), boats(Curlew="Afloat"))
    past = tuple(Tried(step, True, before=page) for step, page in zip(steps, before, strict=True))
    goal = (
        "Create a boat called Curlew, check that it is in the list and that it is still there after reloading the page"
    )
    situation = Situation(goal, "http://app.test/", boats(**again), boats(), past)

    assert BuiltinExaminer().examine(situation, boats(**again), ()).met is met


@pytest.mark.parametrize(
    ("check", "leaves_out"),
    [
        ("it is listed. Sigue apareciendo como Docked", True),
        ("it is listed. Keeps showing as Docked", False),
        ("it is listed. In the list is still appearing as Docked", False),
        ("it is listed. B-110 must show Ada Ray there", False),
        ("it is listed. Aparece como Docked", True),
        ("it is listed. En la tabla sigue Afloat", True),
        ("it is listed. En la pizarra sale como Docked", True),
        ("it is listed. En la pizarra sale Curlew", False),
    ],
)
def test_a_check_that_names_what_it_is_about_leaves_nothing_out(check, leaves_out):
    part = read_goal(f"Dock the boat Heron and check that {check}").parts[-1]

    assert leaves_out_subject(part) is leaves_out


@pytest.mark.parametrize(
    ("check", "heron", "met"),
    [
        ("en la tabla sigue Afloat", "Docked", False),
        ("on the boats page it appears as Afloat", "Docked", False),
        ("en la lista sale como Docked", "Docked", True),
        ("en la tabla aparece Docked", "Docked", True),
    ],
)
def test_what_a_table_says_is_said_of_the_entry_that_was_changed(check, heron, met):
    assert docked(check, boats(Heron=heron, Teal="Afloat")).met is met


@pytest.mark.parametrize("check", ["it is still listed as Afloat", "sigue apareciendo como Afloat"])
def test_what_was_deleted_is_not_still_so(check):
    pressed = Planned(
        Step("click", selector="#dock-Heron"), uses=frozenset(range(9)), ends_part=True, commits=True,
        target=Target("button", "Dock", "#dock-Heron"),
    )  # fmt: skip
    before, now = boats(Teal="Afloat"), boats(Teal="Afloat")
    now = replace(now, nodes=tuple(n for n in now.nodes if n.parent != 3 and n.number != 3))
    goal = f"Delete the boat Heron and check that {check}"
    past = (Tried(pressed, True, before=before),)

    assert BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), now, ()).met is False


@pytest.mark.parametrize(
    ("check", "state", "met"),
    [
        ("its state is In dock", "In dock", True),
        ("its state is In dock", "Afloat", False),
        ("its state must be Out of use", "In dock", False),
        ("su estado es En dique", "Afloat", False),
    ],
)
def test_a_state_of_several_words_is_said_by_the_entry_itself(check, state, met):
    now = boats(Heron=state, Teal="In dock", Coot="En dique", Rail="Out of use")

    assert docked(check, now).met is met


def visits(bo="Arrived", ada="Not arrived"):
    built = Builder()
    for name, state in (("Ada Ray", ada), ("Bo Gil", bo)):
        built.holder = -1
        built.into("article")
        built.text(name)
        built.text(state)
        built.add("control", "button", "Undo arrival" if state == "Arrived" else "Arrive", selector=f"#undo-{name[:2]}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Undo the arrival of Bo Gil",
        "Revert the arrival of Bo Gil",
        "Deshaz el arrival de Bo Gil, se marcó por error.",
        "Undo the arrival of Bo Gil, it was ticked by mistake.",
    ],
)
def test_what_is_undone_is_pressed_in_its_entry_whatever_the_reason_is(goal):
    assert [p.step.selector for p in plan(visits(), goal).steps] == ["#undo-Bo"]


@pytest.mark.parametrize(
    "check",
    [
        "He should be shown as not arrived again.",
        "His card says Not arrived.",
        "Check that he shows as Not arrived.",
        "Debe salir como Not arrived",
        "Comprueba que vuelve a salir como no llegado.",
    ],
)
def test_a_state_that_denies_something_is_looked_for_in_its_own_entry(check):
    def found(now):
        pressed = Planned(Step("click", selector="#undo-Bo"), uses=frozenset(range(6)), ends_part=True)
        goal = f"Undo the arrival of Bo Gil. {check}"
        past = (Tried(pressed, True, before=visits()),)
        return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, visits(), past), now, ()).met

    assert found(visits(bo="Not arrived")) is True
    assert found(visits()) is not True
    assert found(visits(bo="Away")) is not True
