"""What is deleted is deleted for good, and only that: questions on pages of their own, and lists of several pages."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Node
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

GOAL = "Delete the order ORD-9 and check that ORD-9 is not listed any more"
PRESSED = Planned(
    Step("click", selector="#n2"), uses=frozenset(range(20)), target=Target("link", "Delete order", "#n2")
)


def order_page():
    built = Builder()
    built.text("Order ORD-9", role="heading")
    built.link("All orders")
    built.link("Delete order")
    return replace(built.page(), url="http://app.test/orders/9")


def orders(*numbers, url="http://app.test/orders"):
    built = Builder()
    built.text("Orders", role="heading")
    for number in numbers:
        built.out()
        built.into("row")
        built.text(number, role="cell")
        built.text("Open", role="cell")
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    ("question", "button"), [("Delete ORD-9?", "Delete"), ("It is removed for good.", "Yes, delete"), ("Sure?", "OK")]
)
def test_the_page_that_asks_before_it_deletes_is_answered(question, button):
    asking = Builder()
    asking.text(question, role="heading")
    asking.link("No, go back")
    sure = asking.button(button)

    draft = plan(asking.page(), GOAL, Tried(PRESSED, True, before=order_page()))

    assert steps(draft)[:1] == [("click", f"#n{sure}", None)]


def test_what_deletes_other_things_is_no_answer():
    listed = Builder()
    listed.text("ORD-9 was deleted")
    listed.button("Delete selected")
    listed.button("Confirm purchase")
    listed.into("row")
    listed.text("ORD-1", role="cell")
    listed.button("Delete")

    draft = plan(listed.page(), GOAL, Tried(PRESSED, True, before=order_page()))

    assert not [step for step in steps(draft) if step[0] == "click"]


@pytest.mark.parametrize(("second", "met"), [((), None), (("ORD-8", "ORD-9"), False), (("ORD-8",), True)])
def test_a_page_of_a_list_that_never_showed_a_thing_does_not_prove_that_it_is_gone(second, met):
    first = orders("ORD-1", "ORD-2")
    later = orders("ORD-8", "ORD-9", url="http://app.test/orders?page=2")
    looked = Planned(Step("click", selector="#next"), explores=True)
    pressed = replace(PRESSED, ends_part=True)
    past = (
        Tried(looked, True, before=first),
        Tried(looked, True, before=later),
        Tried(pressed, True, before=order_page()),
    )
    situation = Situation(GOAL, "http://app.test/", first, first, past)
    examiner = BuiltinExaminer()
    assert examiner.pages_left(situation) == (later.url,)
    revisited = (replace(orders(*second), url=later.url),) if second else ()

    finding = examiner.examine(replace(situation, revisited=revisited), first, ())

    assert finding.met is met


def deletable(*numbers, url):
    listed = orders(*numbers, url=url)
    rows = [(n.number, f"#delete-{number}") for n, number in zip(rows_of(listed), numbers, strict=True)]
    count = len(listed.nodes)
    buttons = [
        Node(count + at, row, "control", "button", selector, tag="button", name="Delete")
        for at, (row, selector) in enumerate(rows)
    ]
    return replace(listed, nodes=(*listed.nodes, *buttons))


def rows_of(page):
    return [n for n in page.nodes if n.role == "row"]


@pytest.mark.parametrize(("second", "met"), [(("ORD-9", "ORD-10"), False), (("ORD-8", "ORD-10"), True)])
def test_what_was_deleted_from_the_row_of_a_later_page_has_to_be_gone_from_that_page(second, met):
    first, url = orders("ORD-1", "ORD-2"), "http://app.test/orders?page=2"
    later = deletable("ORD-8", "ORD-9", url=url)
    pressed = Planned(
        Step("click", selector="#delete-ORD-9"), uses=frozenset(range(20)), ends_part=True, commits=True,
        target=Target("button", "Delete", "#delete-ORD-9"),
    )  # fmt: skip
    looked = Planned(Step("click", selector="#next"), explores=True)
    past = (Tried(looked, True, before=first), Tried(pressed, True, before=later))
    goal = "Delete the order ORD-9 and check that it has gone from the list"
    revisited = (deletable(*second, url=url),)
    situation = Situation(goal, "http://app.test/", first, first, past, revisited=revisited)

    assert BuiltinExaminer().examine(situation, first, ()).met is met


def test_the_value_of_a_field_is_no_word_of_the_link_that_opens_the_form():
    built = Builder()
    built.text("Incidencias", role="heading")
    opener = built.link("Nueva incidencia")

    draft = plan(built.page(), 'Registra una incidencia nueva: "Gotera", prioridad Alta')

    [pressed] = [planned for planned in draft.steps if planned.step.selector == f"#n{opener}"]
    assert 6 not in pressed.uses


def named(title, *entries, url):
    """A list under a heading; each entry has a button that takes it off."""
    built = Builder()
    built.text(title, role="heading")
    for entry in entries:
        built.out()
        built.into("row")
        built.text(entry, role="cell")
        built.button("Remove", selector=f"#remove-{entry.split()[-1]}")
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    ("goal", "products", "met"),
    [
        ("Delete the product Hand fork and check that it is gone", ("Hand fork", "Hand trowel"), False),
        ("Delete the product Hand fork and check that it is gone", ("Hand trowel",), True),
        ("Remove Hand fork from the reorder list and check that it is gone", ("Hand fork",), True),
    ],
)
def test_what_is_taken_off_another_list_is_not_deleted(goal, products, met):
    listed = named("Products", "Hand fork", "Hand trowel", url="http://app.test/products")
    reorder = named("Reorder list", "Hand fork", "Dibber", url="http://app.test/reorder")
    looked = Planned(Step("click", selector="#reorder"), explores=True)
    removed = Planned(
        Step("click", selector="#remove-fork"), uses=frozenset(range(20)), ends_part=True, commits=True,
        target=Target("button", "Remove", "#remove-fork"),
    )  # fmt: skip
    past = (Tried(looked, True, before=listed), Tried(removed, True, before=reorder))
    now = named("Reorder list", "Dibber", url=reorder.url)
    situation = Situation(goal, "http://app.test/", now, listed, past)
    asked = BuiltinExaminer().pages_left(situation)
    again = named("Products", *products, url=listed.url)
    finding = BuiltinExaminer().examine(replace(situation, revisited=(again,) if asked else ()), now, ())

    assert finding.met is met


@pytest.mark.parametrize(("shown", "met"), [(("ORD-8", "ORD-9"), False), (("ORD-8",), True)])
def test_an_address_that_came_with_the_deletion_does_not_prove_it(shown, met):
    listed = orders("ORD-8", "ORD-9")
    after = orders("ORD-8", url="http://app.test/orders?gone=9")
    opened = Planned(Step("click", selector="#ord-9"), explores=True)
    pressed = replace(PRESSED, ends_part=True, commits=True)
    past = (Tried(opened, True, before=listed), Tried(pressed, True, before=order_page()))
    situation = Situation(GOAL, "http://app.test/", after, listed, past)
    assert BuiltinExaminer().pages_left(situation) == (listed.url,)

    finding = BuiltinExaminer().examine(replace(situation, revisited=(orders(*shown),)), after, ())

    assert finding.met is met


def visit(asked=False, state="Planned"):
    built = Builder()
    built.text("Visit V-31" if not asked else "Cancel visit V-31", role="heading")
    if asked:
        built.text("The visit of 3 May is cancelled for good.")
        built.add("control", "textbox", "Reason", label="Reason", tag="textarea", selector="#why")
        built.button("Yes, cancel the visit")
        built.link("Keep it")
    else:
        built.into("item")
        built.text("State")
        built.text(state)
        built.text("Vet")
        built.text("Dr. Oda")
        built.link("Cancel visit")
    return replace(built.page(), url=f"http://app.test/visits/31{'/cancel' if asked else ''}")


CANCELS = Planned(
    Step("click", selector="#n6"), uses=frozenset(range(20)), target=Target("link", "Cancel visit", "#n6")
)


@pytest.mark.parametrize(
    "goal",
    [
        'Cancel the visit V-31 with the reason "The dog is well"',
        "Cancel visit V-31, reason: The dog is well",
        'Cancel the visit V-31 giving as the reason "The dog is well"',
        "Cancela la visita V-31 con el motivo «The dog is well»",
        "Cancela la visita V-31 por el motivo «The dog is well»",
    ],
)
def test_why_something_is_called_off_is_said_where_the_page_asks_for_it(goal):
    opened, asked = visit(), visit(asked=True)
    begun = Tried(CANCELS, True, before=opened)
    told = plan(asked, goal, begun)

    assert [s[0] for s in steps(plan(opened, goal))] == ["click"]
    assert steps(told) == [("fill", "#why", "The dog is well")]
    given = Tried(told.steps[0], True, before=asked)
    assert [s[0] for s in steps(plan(asked, goal, begun, given))] == ["click"]


@pytest.mark.parametrize("goal", ["Cancel the visit V-31", "Anula la visita V-31"])
def test_a_page_that_only_asks_whether_it_is_meant_shows_no_deletion(goal):
    past = (Tried(replace(CANCELS, ends_part=True, commits=True), True, before=visit()),)
    asked = visit(asked=True)
    done = visit(state="Cancelled")

    assert BuiltinExaminer().examine(Situation(goal, asked.url, asked, visit(), past), asked, ()).met is not True
    assert BuiltinExaminer().examine(Situation(goal, done.url, done, visit(), past), done, ()).met is True


def pumps(*names):
    built = Builder()
    built.text("Pumps", role="heading")
    for name, count in names:
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.text(count, role="cell")
        built.button("Edit", selector=f"#edit-{name}")
        built.button("Delete", selector=f"#delete-{name}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "names", "selector"),
    [
        ("Delete the pump Nile 2", [("Nile 2", "9"), ("Nile 2 spare", "4")], "#delete-Nile 2"),
        ("Borra la bomba Nile 2", [("Nile 2 spare", "9"), ("Nile 2", "4")], "#delete-Nile 2"),
        ("Change the count of Nile 2 to 5", [("Nile 2", "9"), ("Nile 2 spare", "4")], "#edit-Nile 2"),
        ("Delete Nile", [("Nile 2", "9"), ("Nile 3", "4")], None),
        ("Delete Nile 2", [("Nile 2 old", "2"), ("Nile 2 spare", "4")], None),
    ],
)
def test_what_is_called_just_so_is_meant_and_not_what_is_called_more(goal, names, selector):
    assert [p.step.selector for p in plan(pumps(*names), goal).steps] == ([selector] if selector else [])


@pytest.mark.parametrize(
    ("goal", "deletes"),
    [
        ("Saca a Ada Ray de la lista", True),
        ("Saca el artículo «Tijeras» del pedido P-7", True),
        ("Take Ada Ray off the Friday list", True),
        ("Saca la hoja del pedido P-7", False),
        ("Quiero sacar un listado de la reserva R-5", False),
        ("Take the photo off the profile of Ada Ray", False),
    ],
)
def test_what_is_taken_out_of_a_thing_is_not_that_thing(goal, deletes):
    assert any(part.verb == "delete" for part in read_goal(goal).parts) is deletes
