"""Cards with fields and buttons of their own: which one is pressed, what it keeps, and what only looks like it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

PLANTS = (("Boston Fern", "12"), ("Sword Fern", "7"))


def plants(*stocks, held="release"):
    """Cards with a stock each, under a search and beside a button for new ones."""
    built = Builder()
    built.text("Plants", role="heading")
    built.into("tabpanel", "Plants")
    panel = built.holder
    built.field("Find a plant", type="search", selector="#find")
    built.nodes[-1] = replace(built.nodes[-1], role="searchbox")
    built.select("Where", "Anywhere", "Bed 1")
    built.nodes[-1] = replace(built.nodes[-1], options=(Option("", "Anywhere", selected=True), Option("1", "Bed 1")))
    built.button("New plant", selector="#new")
    for (name, stock), now in zip(PLANTS, stocks or [s for _, s in PLANTS], strict=True):
        key = name.split()[0]
        built.into("article", name, parent=panel)
        built.text(name, role="heading")
        built.field("Stock", type="number", selector=f"#stock-{key}", value=now or stock)
        built.button("Update stock", selector=f"#update-{key}")
        built.button(f"Water {name}", selector=f"#water-{key}")
        if held == "release":
            built.button("Release", selector=f"#release-{key}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "done"),
    [
        ("Set the stock of Boston Fern to 9", [("fill", "#stock-Boston", "9"), ("click", "#update-Boston", None)]),
        ("Add a new plant called Mint", [("click", "#new", None)]),
        ("The Sword fern is well again. Release it", [("click", "#release-Sword", None)]),
        ("After releasing Sword Fern, its card should say Healthy", [("click", "#release-Sword", None)]),
    ],
)
def test_what_is_done_is_done_by_the_button_for_it(goal, done):
    assert steps(plan(plants(), goal))[: len(done)] == done


@pytest.mark.parametrize("goal", ["After releasing Sword Fern, its card should say Healthy", "Release Sword Fern"])
def test_no_other_button_of_the_entry_is_pressed_instead(goal):
    pressed = {selector for _, selector, _ in steps(plan(plants(held=""), goal))}

    assert not any(selector.startswith("#water") for selector in pressed if selector)


@pytest.mark.parametrize(("again", "met"), [("9", True), ("12", False)])
def test_what_a_field_of_a_card_holds_after_a_reload_is_said_by_the_card(again, met):
    goal = "Set the stock of Boston Fern to 9. The card should still show 9 after reloading."
    words = frozenset(range(40))
    typed = Planned(Step("fill", selector="#stock-Boston", value="9"), uses=words, part=0)
    kept = Planned(Step("click", selector="#update-Boston"), uses=words, part=1, commits=True, ends_part=True)
    past = (Tried(typed, True, before=plants()), Tried(kept, True, before=plants("9", "")))
    situation = Situation(goal, "http://app.test/", plants("9", ""), plants(), past)

    assert (BuiltinExaminer().examine(situation, plants(again, ""), ()).met is True) is met


def member(button="Cancel membership"):
    built = Builder()
    built.text("Ada Ray", role="heading")
    built.text("Membership: active")
    built.button(button, selector="#cancel")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "button", "pressed"),
    [
        ("Remove the membership of Ada Ray", "Remove membership", True),
        ("Remove the urgent flag from the ticket of Ada Ray", "Remove membership", False),
        ("Remove the customer Ada Ray", "Remove", True),
    ],
)
def test_nothing_else_of_a_thing_is_taken_away(goal, button, pressed):
    assert (("click", "#cancel", None) in steps(plan(member(button), goal))) is pressed


def entrance(*texts):
    built = Builder()
    built.text("Sign in", role="heading")
    built.into("form")
    built.field("User", selector="#user")
    built.field("Password", type="password", selector="#word")
    built.button("Enter", selector="#enter")
    built.out()
    for text in texts:
        built.text(text)
    return built.page()


@pytest.mark.parametrize(
    ("goal", "who"),
    [
        ("As the clerk, close invoice F-7", "clerk"),
        ("As the auditor, open invoice F-7", "auditor"),
    ],
)
def test_who_signs_in_is_the_one_of_those_offered_whom_the_goal_names(goal, who):
    page = entrance("To try: clerk / pass77, auditor / book88")

    assert [value for action, _, value in steps(plan(page, goal)) if action == "fill"][:1] == [who]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Open a ticket for Ada: subject Leak, priority High", ["create", "save"]),
        ("Search for fern so that I only see two of them", ["search", "expect"]),
        ("- pack G-303\n- G-303 is Packed", ["say", "save", "expect"]),
        ("Recarga 15 € a Ada Ray", ["say", "save"]),
        ("Recarga la página", ["reload"]),
        ("Marca F-7. En la página de Caja lo pendiente sigue siendo 215 €", ["check", "save", "expect"]),
        ("Lend a copy of Winter Birds. Its page should then say that 1 is lent out", ["say", "save", "expect"]),
    ],
)
def test_what_is_ordered_and_what_is_checked_of_such_things(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def test_what_was_typed_and_called_off_is_nowhere():
    goal = "Start adding a plant called Thyme, then think better of it with Cancel. Thyme must not be listed."
    words = frozenset(range(40))
    typed = Planned(Step("fill", selector="#name", value="Thyme"), uses=words, part=0)
    left = Planned(Step("click", selector="#no"), uses=words, part=1, ends_part=True)
    past = (Tried(typed, True, before=plants()), Tried(left, True, before=plants()))
    situation = Situation(goal, "http://app.test/", plants(), plants(), past)
    assert BuiltinExaminer().examine(situation, plants(), ()).met is True

    built = Builder()
    built.nodes = list(plants().nodes)
    built.into("article", "Thyme")
    built.text("Thyme", role="heading")
    kept = built.page()
    assert BuiltinExaminer().examine(replace(situation, page=kept), kept, ()).met is not True
