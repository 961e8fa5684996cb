"""What counts as a proof: the moment of a check, the column and the label that it names, the entry that was meant."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.lexicon import same
from ghostly.engine.builtin.questions import says, shows_value
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.page import Node, Option, Page
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target, Trouble
from ghostly.engine.steps import Step

WORDS = frozenset(range(40))
HEADS = ("No", "Customer", "Total", "Status", "Entered by")


def orders(*rows, heading="Orders", **extra):
    """A table of orders; a row is its cells."""
    built = Builder()
    built.text(heading, role="heading")
    table = built.add("holder", "table")
    for number, cells in enumerate((HEADS, *rows)):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if number else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * number, 90, 20))
        if number:
            built.button(f"Edit {cells[0]}", selector=f"#edit-{cells[0]}")
    built.out()
    for label, value in extra.items():
        built.text(label)
        built.text(value)
    return built.page()


OLD = ("ORD-1", "Textil Sur", "€640.00", "Open", "Dana Moreno")
NEW = ("ORD-2", "Casa Lienzo", "€319.60", "Open", "Oscar Thiele")


def examined(goal, before, now, *past, reloaded=None):
    situation = Situation(goal, "http://app.test/", now, before, past)
    return BuiltinExaminer().examine(situation, reloaded or now, ())


def created(before, value="Casa Lienzo", part=0):
    typed = Planned(Step("fill", selector="#customer", value=value), uses=WORDS, part=part)
    saved = Planned(Step("click", selector="#save"), uses=WORDS, part=part + 1, commits=True, ends_part=True)
    return Tried(typed, True, before=before), Tried(saved, True, before=before)


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("it is in the list with a total of 319,60 €", True),
        ("it is in the list with a total of €640.00", False),
        ("it is in the list with status Open", True),
        ("it is in the list with status Paid", False),
        ("it is in the list with Oscar Thiele under Entered by", True),
        ("it is in the list with Dana Moreno under Entered by", False),
        ("the list says Oscar Thiele for Casa Lienzo", True),
        ("the list says Dana Moreno for Casa Lienzo", False),
        ("the list says Oscar Thiele as the person who entered it", True),
        ("the list names Dana Moreno as the person who entered it", False),
    ],
)
def test_a_value_is_looked_for_in_the_column_and_the_entry_that_a_check_means(check, met):
    before, now = orders(OLD), orders(OLD, NEW)

    assert examined(f"Add an order for Casa Lienzo and check that {check}", before, now, *created(before)).met is met


def test_a_check_asks_how_things_are_before_what_the_goal_does_next():
    goal = "Check that ORD-1 is listed, then delete the order ORD-1"
    before = orders(OLD, NEW)
    deleting = Planned(
        Step("click", selector="#edit-ORD-1"), uses=WORDS, part=1, ends_part=True, target=Target("button", "", "")
    )

    assert examined(goal, before, orders(NEW), Tried(deleting, True, before=before)).met is True
    assert examined(goal, orders(NEW), orders(NEW), Tried(deleting, True, before=orders(NEW))).met is not True


def test_what_only_several_are_is_no_one_else():
    goal = "Search the orders for lienzo. Only ORD-1 and ORD-2 are listed"
    searched = Tried(Planned(Step("fill", selector="#q", value="lienzo"), uses=WORDS, ends_part=True), True)

    third = ("ORD-3", "Maison Fil", "€1.00", "Open", "Dana Moreno")
    assert examined(goal, orders(OLD, NEW, third), orders(OLD, NEW), searched).met is True
    assert examined(goal, orders(OLD, NEW, third), orders(OLD, NEW, third), searched).met is False


def test_a_value_beside_its_label_is_what_the_label_says():
    goal = "Check that the page shows assignee Ada Stone"

    assert examined(goal, orders(), orders(Assignee="Ada Stone")).met is True
    assert examined(goal, orders(), orders(Reporter="Ada Stone", Assignee="Bo Ray")).met is not True


def test_what_was_done_to_another_entry_than_the_named_one_is_no_success():
    goal = "Approve ORD-1 and check that Open is shown"
    before = orders(OLD, NEW)
    wrong = Planned(Step("click", selector="#edit-ORD-2"), uses=WORDS, ends_part=True)
    right = Planned(Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True)
    now = orders(OLD, NEW, Saved="yes")

    assert examined(goal, before, now, Tried(right, True, before=before)).met is True
    finding = examined(goal, before, now, Tried(wrong, True, before=before))
    assert (finding.met, "was acted on" in " ".join(fact.text for fact in finding.evidence)) == (None, True)


def test_a_drag_that_moves_nothing_is_no_success():
    goal = "Move ORD-1 to Done. The page must keep showing Orders"
    before = orders(OLD)
    dragged = Planned(
        Step("dragTo", selector="#edit-ORD-1"), uses=WORDS, ends_part=True, target=Target("button", "ORD-1", "")
    )

    finding = examined(goal, before, orders(OLD), Tried(dragged, True, before=before))

    assert finding.met is None
    assert "nothing on the page has changed" in finding.reason


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("Paella 19,50 €", "19.50", True),
        ("Paella 19,60 €", "19.50", False),
        ("due 06/12/2026", "2026-12-06", True),
        ("due 12/06/2026", "2026-12-06", True),
        ("due 12/07/2026", "2026-12-06", False),
        ("due 2026-12-16", "16/12/2026", True),
        ("due 2026-12-17", "16/12/2026", False),
        ("due 2026-12-06", "06/12/2026", False),
        ("Called Ada Stone", "ada stone", True),
    ],
)
def test_what_was_typed_is_shown_in_the_notation_of_the_page(text, value, shown):
    assert shows_value(text, value) is shown


@pytest.mark.parametrize(("said", "met"), [("3 open tickets", True), ("2 open tickets", False)])
def test_a_number_beside_its_label_is_how_many_there_are(said, met):
    assert examined(f"Check that the page shows {said}", orders(), orders(**{"Open tickets": "3"})).met is met


def test_the_named_place_is_gone_to_before_anything_is_done_there():
    built = Builder()
    built.text("Home", role="heading")
    built.link("Issues")
    built.add("control", "checkbox", "Select all", tag="input", type="checkbox")

    assert steps(plan(built.page(), "In Issues tick Select all")) == [("click", "#n1", None)]


def test_a_place_that_the_page_is_already_needs_no_way():
    built = Builder()
    built.text("Issues", role="heading")
    built.link("Issues")
    built.add("control", "checkbox", "Select all", tag="input", type="checkbox")

    assert steps(plan(built.page(), "In Issues tick Select all")) == [("check", "#n2", None)]


def test_whoever_is_shown_a_test_login_signs_in_with_it():
    built = Builder()
    built.text("Try it with ada@x.test / s3cret1")
    built.field("Email", type="email")
    built.field("Password", type="password")
    built.button("Sign in", type="submit")

    typed = steps(plan(built.page(), "Sign in with the test account and open Orders"))

    assert typed[:2] == [("fill", "#n1", "ada@x.test"), ("fill", "#n2", "s3cret1")]


def test_a_filter_of_the_list_is_no_way_to_change_a_thing():
    built = Builder()
    built.into("form")
    built.select("Status", "Open", "Paid")
    built.button("Filter")
    built.out()

    assert not plan(built.page(), "Set the status of ORD-7 to Paid").steps


def test_what_is_named_is_not_closed_by_what_closes_others():
    built = Builder()
    built.button("Close selected")

    draft = plan(built.page(), "Close ticket T-12")

    assert not draft.steps
    assert "T-12" in draft.unsure


def test_what_is_said_of_it_must_stand_in_its_own_entry():
    goal = "When ORD-1 is approved and I go back to the list, it should be listed as Paid"
    before, paid = orders(OLD, NEW), ("ORD-2", "Casa Lienzo", "€319.60", "Paid", "Oscar Thiele")
    pressed = Tried(Planned(Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True), True, before=before)

    right = ("ORD-1", "Textil Sur", "€640.00", "Paid", "Dana Moreno")
    assert examined(goal, before, orders(right, NEW), pressed).met is True
    assert examined(goal, before, orders(OLD, paid), pressed).met is False
    assert examined(goal, before, orders(paid), pressed).met is None


@pytest.mark.parametrize(
    "goal", ["Press Save", "Sign in", "Sign in and check that Sign in is shown", "Preview the profile", "Open notes"]
)
def test_a_goal_for_which_nothing_was_done_is_not_reached(goal):
    here = Page("http://app.test/", "Start", (Node(0, -1, "control", "button", "#in", tag="button", name="Sign in"),))
    finding = BuiltinExaminer().examine(Situation(goal, here.url, here, here), None, ())

    assert finding.met is None
    assert "Nothing was done" in finding.reason or "No step" in finding.reason


def test_a_new_alert_that_complains_speaks_against_a_goal_that_expects_none():
    button = Node(0, -1, "control", "button", "#run", tag="button", name="Run the job")
    said = [Node(1, -1, "text", "alert", "#a", text="Error: the job could not be run")]
    before, after = (Page("http://app.test/", "Jobs", (button, *each)) for each in ((), said))
    step = Planned(Step("click", selector="#run"), uses=frozenset(range(3)), ends_part=True)
    past = (Tried(step, True, before=before),)
    finding = BuiltinExaminer().examine(Situation("Run the job", before.url, after, before, past), None, ())

    assert (finding.met, "could not be run" in finding.reason) == (None, True)


@pytest.mark.parametrize("kind", ["exception", "unread"])
def test_that_the_page_changed_is_no_proof_where_something_failed_besides(kind):
    button = Node(0, -1, "control", "button", "#run", tag="button", name="Run the job")
    text = Node(1, -1, "text", "", "#t", text="Working")
    before, after = Page("http://app.test/", "Jobs", (button,)), Page("http://app.test/", "Jobs", (button, text))
    step = Planned(Step("click", selector="#run"), uses=frozenset(range(3)), ends_part=True)
    past = (Tried(step, True, before=before),)
    situation = Situation("Run the job", before.url, after, before, past)

    assert BuiltinExaminer().examine(situation, None, ()).met is True
    assert BuiltinExaminer().examine(situation, None, (Trouble(kind, "it broke"),)).met is None


def test_what_is_named_not_to_be_meant_is_not_acted_on():
    [part] = read_goal("Archive Sand but not Paint").parts[:1]

    assert [t.text for t in part.words] == ["Sand"]
    assert [t.text for t in part.excluded] == ["Paint"]


ROWS = (("ORD-1", "Ada", "€1", "Open", "Bo"), ("ORD-2", "Ada", "€2", "Open", "Cy"))
FILTERED = Tried(Planned(Step("selectOption", selector="#f", value="Open"), uses=WORDS, ends_part=True), True)
OTHER = ("ORD-3", "Eve", "€3", "Paid", "Bo")


@pytest.mark.parametrize(
    "check",
    [
        "all of them are Open",
        "every order is Open",
        "none of them has another status",
        "only orders with status Open are listed",
        "exactly two are listed: ORD-1 and ORD-2",
        "there are exactly 2",
    ],
)
def test_what_is_said_of_all_is_held_against_each(check):
    goal = f"Filter the orders by status Open and check that {check}"
    first = orders(*ROWS, OTHER)

    assert examined(goal, first, orders(*ROWS), FILTERED).met is True
    assert examined(goal, first, orders(*ROWS, OTHER), FILTERED).met is False


@pytest.mark.parametrize(
    "check",
    [
        "all of them are of Ada or Eve",
        "todos son de Eve o de Ada",
        "all of them are Open or Paid",
        "todos son Open o Paid",
    ],
)
def test_each_entry_may_say_one_of_what_is_said_of_all(check):
    goal = f"Search for €. Check that {check}"
    searched = Tried(Planned(Step("fill", selector="#q", value="€"), uses=WORDS, ends_part=True), True)
    another = ("ORD-4", "Ida", "€4", "Lost", "Bo")

    assert examined(goal, orders(*ROWS, OTHER, another), orders(*ROWS, OTHER), searched).met is True
    assert examined(goal, orders(*ROWS, OTHER, another), orders(*ROWS, another), searched).met is False


def test_what_is_said_of_all_of_one_or_another_is_said_of_each_of_them():
    goal = "Search for €. Check that all the orders of Ada or Eve are Open"
    searched = Tried(Planned(Step("fill", selector="#q", value="€"), uses=WORDS, ends_part=True), True)

    assert examined(goal, orders(*ROWS, OTHER), orders(*ROWS, OTHER), searched).met is not True


def test_a_check_without_a_subject_is_about_what_was_acted_on():
    goal = "Approve ORD-1 and check that it appears as Paid"
    pressed = Tried(
        Planned(Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True), True, before=orders(*ROWS, OTHER)
    )
    paid = (("ORD-1", "Ada", "€1", "Paid", "Bo"), ROWS[1], OTHER)

    assert examined(goal, orders(*ROWS, OTHER), orders(*paid), pressed).met is True
    assert examined(goal.replace("it ", ""), orders(*ROWS, OTHER), orders(*ROWS, OTHER), pressed).met is not True


def test_a_page_that_was_left_only_to_look_elsewhere_is_asked_what_was_said_of_it():
    goal = "Press Pay and check that ORD-2 is listed. The page must show €9"
    bill = replace(orders(NEW), url="http://app.test/bill")
    elsewhere = replace(orders(Sum="€9"), url="http://app.test/list")
    first = replace(orders(), url="http://app.test/bill")
    past = (
        Tried(Planned(Step("click", selector="#pay"), uses=WORDS, ends_part=True), True, before=first),
        Tried(Planned(Step("click", selector="#list"), part=2, explores=True), True, before=bill),
    )
    situation = Situation(goal, first.url, elsewhere, first, past)

    assert BuiltinExaminer().pages_left(situation) == ("http://app.test/bill",)
    again = replace(situation, revisited=(bill,))
    assert BuiltinExaminer().examine(again, elsewhere, ()).met is True
    lost = replace(situation, revisited=(first,))
    assert BuiltinExaminer().examine(lost, elsewhere, ()).met is False


def test_what_must_not_be_made_is_looked_for_in_the_list():
    goal = "Try to add an order for Casa Lienzo. The order must not be created"
    before = orders(OLD)

    assert examined(goal, before, before, *created(before)).met is True
    found = examined(goal, before, orders(OLD, NEW), *created(before))
    assert (found.met, found.app_bug) == (False, True)


def tabbed(count, *rows):
    page = orders(*rows)
    tabs = [
        Node(90 + at, -1, "control", "tab", name=f"{name} ({count})", selector=f"#{name}")
        for at, (name, count) in enumerate((("Open", count), ("Approved", 3)))
    ]
    return replace(page, nodes=(*page.nodes, *tabs))


@pytest.mark.parametrize(("count", "met"), [(3, True), (4, False)])
def test_how_many_a_tab_counts_is_read_from_that_tab(count, met):
    goal = "Approve ORD-1 and check that the Open tab counts 3"
    before = tabbed(4, OLD, NEW)
    pressed = Planned(
        Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True, target=Target("button", "Approve", "")
    )
    looked = Planned(Step("click", selector="#Open"), explores=True, target=Target("tab", "Open (4)", "#Open"))
    past = Tried(looked, True, before=before), Tried(pressed, True, before=before)

    assert (examined(goal, before, tabbed(count, NEW), *past).met is True) is met


@pytest.mark.parametrize(
    ("row", "met"), [(("ORD-1", "Ada", "Rejected: too late"), True), (("ORD-4", "Ann", "Old"), False)]
)
def test_the_name_of_the_tab_that_was_looked_under_is_no_proof_of_what_is_in_it(row, met):
    goal = "Reject ORD-1. It appears in the Rejected tab"
    before = tabbed(4, OLD, NEW)
    number = next(t.number for t in tokens_of(goal) if t.text == "Rejected")
    pressed = Planned(
        Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True, target=Target("button", "Reject", "")
    )
    looked = Planned(
        Step("click", selector="#Rejected"),
        part=2,
        uses=frozenset({number}),
        explores=True,
        target=Target("tab", "Rejected", "#Rejected"),
    )
    past = Tried(pressed, True, before=before), Tried(looked, True, before=before)
    rejected = Node(95, -1, "control", "tab", name="Rejected (3)", selector="#Rejected")
    now = orders(row)

    assert (examined(goal, before, replace(now, nodes=(*now.nodes, rejected)), *past).met is True) is met


@pytest.mark.parametrize(
    ("now", "met"),
    [
        (("ORD-1", "Ada", "€13"), True),
        (("ORD-1", "Ada", "€17"), False),
        (("ORD-1", "Ada", "€17", "€13"), False),
        (("ORD-1", "Ada", "€14"), False),
    ],
)
def test_what_goes_from_one_value_to_another_does_so_in_its_own_entry(now, met):
    goal = "Reduce ORD-1. Worth should go from €17 to €13"
    other = ("ORD-2", "Bob", "€13")
    before = orders(("ORD-1", "Ada", "€17"), other)
    pressed = Planned(
        Step("click", selector="#edit-ORD-1"), uses=WORDS, ends_part=True, target=Target("button", "Reduce", "")
    )

    assert (examined(goal, before, orders(now, other), Tried(pressed, True, before=before)).met is True) is met


@pytest.mark.parametrize(("typed", "left"), [((), ()), (("customer",), ("don't", "pick"))])
def test_a_field_that_is_not_to_be_filled_in_is_left_as_it_is(typed, left):
    goal = 'Create an order, don\'t pick a customer, and save. "Choose one" has to appear, no order created'
    before, now = orders(OLD), orders(OLD, Error="Choose one")
    said = frozenset(t.number for t in tokens_of(goal) if t.text in ("Create", "order"))
    saved = Planned(Step("click", selector="#save"), uses=said, part=0, commits=True, ends_part=True)
    filled = [
        Planned(Step("fill", selector=f"#{name}", value="x"), uses=said, target=Target("textbox", name, f"#{name}"))
        for name in typed
    ]
    past = [Tried(planned, True, before=before) for planned in (*filled, saved)]

    assert examined(goal, before, now, *past).unused == left


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("Check that ORD-1 of Ada is listed with the status Paid", True),
        ("Check that ORD-1 of Ada is listed with the status Open", False),
        ("Check that on the second page ORD-1 of Ada is listed", True),
        ("Check that ORD-1 has an amount of €5", True),
        ("Check that ORD-1 has a deposit of €5", False),
    ],
)
def test_what_is_chosen_in_the_list_of_an_entry_is_said_by_it(goal, met):
    built = Builder()
    built.into("listitem")
    built.text("ORD-1 of Ada, €5")
    built.add(
        "control", "combobox", "Status of ORD-1", options=(Option("o", "Open"), Option("p", "Paid")), value="Paid"
    )
    page = built.page()

    assert (examined(goal, page, page).met is True) is met


@pytest.mark.parametrize(("status", "met"), [("Open", True), ("Paid", False)])
def test_that_none_of_those_that_were_found_says_something_is_read_in_each(status, met):
    goal = "Filter by Ada and check that none of them has the status Paid"
    before, now = orders(OLD, NEW), orders(("ORD-1", "Ada", "€5", "Open"), ("ORD-2", "Ada", "€6", status))
    chosen = Planned(Step("selectOption", selector="#who", value="Ada"), uses=WORDS, ends_part=True)

    assert (examined(goal, before, now, Tried(chosen, True, before=before)).met is True) is met


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("The unpaid total should be €12", True),
        ("The unpaid total should be €13", False),
        ("The total should be €12", False),
        ("The paid total should be €12", False),
    ],
)
def test_a_total_of_something_is_what_stands_by_that(check, met):
    built = Builder()
    built.text("Bills", role="heading")
    built.text("Unpaid €12")
    page = built.page()

    assert (examined(check, page, page).met is True) is met


def test_what_is_not_recorded_is_neither_listed_nor_passed_over_in_silence():
    goal = "Add an order for Casa Lienzo. The order is not recorded"
    before = orders(OLD)

    assert examined(goal, before, before, *created(before)).met is True
    assert examined(goal, before, orders(OLD, NEW), *created(before)).met is False
    elsewhere = examined(goal, before, orders(Sum="€9"), *created(before))
    assert elsewhere.met is None


def test_a_deletion_that_is_to_be_refused_leaves_the_thing():
    goal = "Try to delete ORD-1. It should not let you"
    before = orders(*ROWS)
    pressed = Tried(Planned(Step("click", selector="#delete-ORD-1"), uses=WORDS, ends_part=True), True, before=before)

    assert examined(goal, orders(ROWS[1]), orders(ROWS[1]), pressed).met is not True


def test_none_of_those_that_are_listed_is_the_one_that_must_not_be():
    goal = "Press All. 2 orders must be listed, and ORD-9 cannot be among them"
    pressed = Tried(Planned(Step("click", selector="#all"), uses=WORDS, ends_part=True), True, before=orders(OLD))

    assert examined(goal, orders(*ROWS), orders(*ROWS), pressed).met is True
    more = orders(*ROWS, ("ORD-9", "Cy", "€1", "Open", "Bo"))
    assert examined(goal, more, more, pressed).met is False
    assert (
        examined(goal.replace("2 orders must be listed, and ", ""), orders(*ROWS), orders(*ROWS), pressed).met is None
    )


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Ada is listed with 3 rolls", True),
        ("Ada is listed as Open with 3 rolls", True),
        ("Ada is listed with 2 rolls", False),
        ("Ada is listed as Paid with 3 rolls", False),
        ("Bob has 2 rows", True),
    ],
)
def test_a_number_that_is_said_of_an_entry_is_read_in_it(check, met):
    built = Builder()
    for text in ("Ada 3 rolls Open", "Bob 2 rolls Paid", "Bob 5 rolls Paid"):
        built.holder = -1
        built.into("row")
        built.text(text, role="cell")
    page = built.page()

    assert (examined(f"Check that {check}", page, page).met is True) is met


@pytest.mark.parametrize(
    ("text", "goal", "said"),
    [
        ("Ada Sotos", "Check that Ada Soto is listed", False),
        ("Ada Soto", "Check that Ada Sotos is listed", False),
        ("Ada Soto", "Check that Ada Soto is listed", True),
        ("3 invoices", "Check that the Invoice is listed", True),
    ],
)
def test_a_name_is_no_plural_of_another(text, goal, said):
    token = next(t for t in reversed(tokens_of(goal)) if t.text[:1].isupper())

    assert says(text, token) is said


@pytest.mark.parametrize(("held", "blamed"), [("Call the mill", False), ("", True)])
def test_what_a_page_did_not_take_for_sent_is_no_fault_of_the_application(held, blamed):
    goal = 'Write a note "Call the mill" and check that it is listed'

    def notes(value):
        built = Builder()
        built.text("Notes", role="heading")
        built.field("Text", selector="#text", value=value)
        built.into("listitem")
        built.text("Ask Bob")
        return built.page()

    before = notes("")
    typed = Planned(Step("fill", selector="#text", value="Call the mill"), uses=WORDS)
    sent = Planned(Step("press", selector="#text", key="Enter"), uses=WORDS, commits=True, ends_part=True)
    past = (Tried(typed, True, before=before), Tried(sent, True, before=notes("Call the mill")))

    finding = examined(goal, before, notes(held), *past, reloaded=notes(""))

    assert (finding.met, finding.app_bug) == (False, blamed)


@pytest.mark.parametrize(
    ("check", "shown", "met"),
    [
        ("all values are on the review page", ("Bo Ray", "Faro"), True),
        ("both rows show all two values", ("Bo Ray", "Faro"), False),
        ("all two values are on the review page", ("Bo Ray", "Faro"), True),
        ("all three values are on the review page", ("Bo Ray", "Faro"), False),
        ("all values are on the review page", ("Bo Ray", "Porto"), False),
    ],
)
def test_all_that_was_filled_in_is_read_on_the_page_that_is_named(check, shown, met):
    built = Builder()
    built.text("3. Review", role="heading")
    for text in shown:
        built.text(text)
    asks, review = Builder(), built.page()
    asks.field("Name")
    asks.field("City")
    typed = [
        Tried(Planned(Step("fill", selector=f"#n{i}", value=v), uses=WORDS), True, before=asks.page())
        for i, v in enumerate(("Bo Ray", "Faro"))
    ]
    goal = f"Fill in Bo Ray and Faro and check that {check}"

    assert examined(goal, asks.page(), review, *typed).met is met


def test_what_a_check_went_elsewhere_to_look_for_is_not_gone_there():
    goal = "Search the orders for Ada and check that B-2 is not listed"
    before = orders(("B-1", "Ada", "5", "Open", "Bo"), ("B-2", "Ada", "5", "Open", "Bo"))
    other = replace(orders(heading="Remarks"), url="http://app.test/remarks")
    sought = Planned(Step("fill", selector="#q", value="Ada"), uses=WORDS, ends_part=True)
    went = Planned(Step("click", selector="#remarks"), uses=WORDS, part=1, explores=True)
    past = (Tried(sought, True, before=before), Tried(went, True, before=before))

    assert BuiltinExaminer().examine(Situation(goal, before.url, other, before, past), None, ()).met is not True


def test_many_notes_are_not_what_a_denial_says():
    assert same("note", "notes")
    assert not same("not", "notes")


@pytest.mark.parametrize("told", ["B-2 has to go too", "B-2 must go as well"])
def test_what_has_to_go_is_said_to_be_gone(told):
    parts = read_goal(f"Delete order B-1. {told}. Check that B-1 is gone.").parts

    assert any(p.negated and any(t.text == "B-2" for t in p.words) for p in parts)
