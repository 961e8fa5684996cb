"""Several new things in one order, `one of …` and `one of …`; and a telephone number that nothing calls so."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal


def made(goal):
    parts = [part for part in read_goal(goal).parts if part.verb == "create"]
    return [" ".join(t.text for t in part.words if t.kind != "mark") for part in parts]


@pytest.mark.parametrize(
    ("goal", "things"),
    [
        (
            "Create two bills for Ada, one of 5 mugs and one of 3 cups",
            ["bills for Ada of 5 mugs", "bills for Ada of 3 cups"],
        ),
        ("Add 2 rooms: one called Oak and another called Elm", ["rooms called Oak", "rooms called Elm"]),
        (
            "Crea dos avisos para Rita, uno de 5 días y otro de 8 días",
            ["avisos para Rita de 5 días", "avisos para Rita de 8 días"],
        ),
        (
            "Add three tags: one called A1, one called B2 and one called C3",
            ["tags called A1", "tags called B2", "tags called C3"],
        ),
    ],
)
def test_each_is_made_by_itself_with_what_they_share(goal, things):
    assert made(goal) == things


@pytest.mark.parametrize(
    "goal",
    [
        "Create two bills for Ada, one of 5 mugs",
        "Create three bills for Ada, one of 5 mugs and one of 3 cups",
        "Create a bill for Ada, one of 5 mugs and one of 3 cups",
    ],
)
def test_they_stay_together_where_not_just_so_many_are_told_of(goal):
    assert len(made(goal)) == 1


def visit(*labels):
    built = Builder()
    built.text("New visit", role="heading")
    built.into("form")
    for label in labels:
        built.field(label)
    built.button("Save visit", selector="#save")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "number"),
    [
        ("Create a visit for Rita Paz (655 120 300)", "655 120 300"),
        ("Create a visit for Rita Paz, +34 655 120 300", "+34 655 120 300"),
        ("Crea una visita a nombre de Rita Paz (655-120-300)", "655-120-300"),
    ],
)
def test_a_number_that_is_written_like_one_of_a_telephone_goes_where_such_belongs(goal, number):
    assert ("fill", "#n3", number) in steps(plan(visit("Name", "Mobile phone", "Note"), goal))


@pytest.mark.parametrize(
    "goal", ["Create a visit for Rita Paz with 12 000 000 euros", "Create a visit for Rita Paz (655)"]
)
def test_another_number_does_not(goal):
    assert not any(selector == "#n3" for _, selector, _ in steps(plan(visit("Name", "Mobile phone", "Note"), goal)))


def test_it_goes_nowhere_where_two_could_take_it():
    goal = "Create a visit for Rita Paz (655 120 300)"

    assert not any(value == "655 120 300" for *_, value in steps(plan(visit("Phone", "Mobile phone"), goal)))
