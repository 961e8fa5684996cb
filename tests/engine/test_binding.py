"""Which part of the goal a model's step carries out: what the page and the step say counts, not what the model says."""

import pytest
from engine.test_modelled import FakeModel
from fakes import FakePlanner

from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.modelled.planner import ModelPlanner
from ghostly.engine.page import Node, Page
from ghostly.engine.planning import Situation

GOAL = "Sign in as ana@shop.test. Create an order for Textil Sur with quantity 7, then archive the order ORD-9"
META = "Entra como ana@shop.test. Crea un pedido para Textil Sur con cantidad 7 y archiva el pedido ORD-9"


def control(number, role, name):
    tag = {"textbox": "input", "combobox": "select", "button": "button"}[role]
    return Node(
        number, -1, "control", role, f"#n{number}", tag=tag, name=name, label=name, box=(0, 30 * number, 90, 20)
    )


NAMES = [("textbox", "Email"), ("button", "Sign in"), ("combobox", "Customer"), ("textbox", "Quantity")]
NAMES += [("button", "Save order"), ("button", "Archive order ORD-9"), ("button", "Help")]
PAGE = Page("http://app.test/", "Shop", tuple(control(number, *name) for number, name in enumerate(NAMES)))
REFS = {name: f"e{number}" for number, (_, name) in enumerate(NAMES)}


def bound(goal, *given):
    """The steps as the planner gives them: (part, the words of the goal that it uses)."""
    steps = [{"action": action, "ref": REFS[name], "value": value, **more} for action, name, value, more in given]
    model = FakeModel({"steps": steps, "hasMore": True})
    draft = ModelPlanner(model, FakePlanner()).plan(Situation(goal, "http://app.test/", PAGE, PAGE, (), 9))
    words = {token.number: token.text for token in goal_of(goal).tokens}
    return [(step.part, {words[n] for n in step.uses if n in words}) for step in draft.steps], model


def part_of(goal, word):
    return next(part.number for part in goal_of(goal).parts if word in [t.text for t in part.words])


@pytest.mark.parametrize("goal", [GOAL, META])
@pytest.mark.parametrize("claims", [True, False], ids=["told", "not told"])
def test_steps_go_to_the_part_that_says_them(goal, claims):
    given = [
        ("fill", "Email", "ana@shop.test", 1),
        ("click", "Sign in", "", 1),
        ("selectOption", "Customer", "Textil Sur", 2),
        ("fill", "Quantity", "7", 2),
        ("click", "Save order", "", 2),
        ("click", "Archive order ORD-9", "", 3),
    ]
    found, _ = bound(goal, *((a, n, v, {"part": part} if claims else {}) for a, n, v, part in given))

    login, create, archive = (part_of(goal, word) for word in ("ana@shop.test", "Textil", "ORD-9"))
    following = goal_of(goal).parts[create + 1]
    saving = following.number if following.implied else create
    assert [part for part, _ in found] == [login, login, create, create, saving, archive]
    assert {"Textil", "Sur"} <= found[2][1]
    assert "7" in found[3][1]
    assert "ORD-9" in found[5][1]
    assert {"archive", "archiva"} & found[5][1]


@pytest.mark.parametrize("part", [0, -1, 99, True, 3])
def test_a_part_that_is_not_there_or_that_the_step_does_not_speak_for_is_not_taken(part):
    [(number, _)], _ = bound(GOAL, ("fill", "Quantity", "7", {"part": part}))

    assert number == part_of(GOAL, "Textil")


@pytest.mark.parametrize("claim", [{}, {"part": 3}])
def test_what_sends_one_thing_does_not_do_another_whose_kind_it_names(claim):
    given = [("selectOption", "Customer", "Textil Sur", {}), ("fill", "Quantity", "7", {})]
    found, _ = bound(GOAL, *given, ("click", "Save order", "", claim))

    assert not any({"archive", "ORD-9"} & words for _, words in found)


def test_what_the_model_says_of_a_step_vouches_for_no_value_no_name_and_no_deed():
    why = "archive the order ORD-9 for Textil Sur, quantity 7"
    [(_, words)], _ = bound(GOAL, ("click", "Help", "", {"part": 3, "why": why}))

    assert not words & {"archive", "ORD-9", "Textil", "Sur", "7"}


def test_the_model_is_told_the_parts_without_their_secrets():
    goal = "Sign in as ana@shop.test with password hunter22, then archive the order ORD-9"
    _, model = bound(goal, ("click", "Help", "", {}))

    [question] = model.asked
    assert "1. Sign in as ana@shop.test with password {{GOAL_SECRET_1}}\n2. archive the order ORD-9" in question.user
    assert "hunter22" not in question.user
