"""Drawings: figures are described, counted, dragged, drawn and put in order."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.figures import described, figures_of
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.matching import Reading
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Point, Step

RED, BLUE, BLACK = "rgb(255, 0, 0)", "rgb(0, 0, 255)", "rgb(0, 0, 0)"


def shape(built, tag, box, color=RED, painted=True, points=()):
    return built.add("shape", "img", tag=tag, box=box, color=color, painted=painted, points=points)


def drawing():
    built = Builder()
    built.holder = built.add("surface", "", tag="svg", box=(0, 0, 300, 200))
    shape(built, "circle", (10, 10, 40, 40))
    shape(built, "circle", (100, 20, 20, 20), BLUE)
    shape(built, "polygon", (150, 100, 20, 20), points=((150, 120), (160, 100), (170, 120)))
    built.add("text", "", text="7", tag="text", box=(60, 100, 20, 20), color=BLUE)
    built.add("text", "", text="k", tag="text", box=(80, 100, 40, 40), color=RED)
    built.out()
    return built


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("the red circle", [1]),
        ("red shapes", [1, 3]),
        ("large items", [1, 5]),
        ("the triangle", [3]),
        ("a digit", [4]),
        ("the blue digit", [4]),
        ("letters", [5]),
        ("the smaller circle", [2]),
        ("the leftmost circle", [1]),
        ("el círculo azul", [2]),
        ("los triángulos rojos", [3]),
        ("green circles", []),
        ("the hexagon", []),
    ],
)
def test_figures_are_found_by_how_they_are_described(words, numbers):
    figures = figures_of(Reading(drawing().page()))

    found = described(figures, read_goal(f"Click {words}").parts[0].words)

    assert [figure.node.number for figure in found.figures] == numbers
    assert bool(found.unknown) is not bool(numbers)


@pytest.mark.parametrize(
    ("goal", "answer"),
    [
        ("How many circles are there?", "2"),
        ("How many red items are there?", "3"),
        ("¿Cuántos triángulos hay?", "1"),
        ("How many yellow circles are there?", "0"),
        ("Press the button that says how many sides the shape has", None),
    ],
)
def test_a_question_for_a_number_is_answered_by_what_offers_it(goal, answer):
    built = drawing()
    for number in range(4):
        built.button(str(number))

    clicked = steps(plan(built.page(), goal))

    assert clicked == ([("click", f"#n{6 + int(answer)}", None)] if answer else [])


def test_the_sides_of_the_only_shape_are_counted():
    built = Builder()
    built.holder = built.add("surface", "", tag="svg", box=(0, 0, 300, 200))
    shape(built, "polygon", (0, 0, 50, 50), points=((0, 10), (20, 0), (50, 10), (40, 50), (10, 50)))
    built.out()
    built.button("4")
    built.button("5")

    assert steps(plan(built.page(), "Press the button that tells how many sides the shape has")) == [
        ("click", "#n3", None)
    ]


def test_what_nobody_knows_how_to_count_is_not_guessed():
    built = drawing()
    built.button("2")

    assert "unicorns" in plan(built.page(), "How many unicorns are there?").unsure


def boxes():
    built = Builder()
    built.holder = built.add("surface", "", tag="svg", box=(0, 0, 300, 200))
    shape(built, "rect", (10, 10, 100, 60), BLACK, painted=False)
    shape(built, "rect", (180, 10, 100, 60), BLACK, painted=False)
    shape(built, "circle", (20, 120, 20, 20))
    shape(built, "circle", (60, 120, 20, 20), BLUE)
    shape(built, "circle", (200, 30, 20, 20), BLUE)
    built.out()
    return built


def ends(planned):
    first, last = planned.step.path
    x, y = 10, 10
    assert first == Point(x, y)
    return last.x - x, last.y - y


def test_all_of_a_kind_are_dragged_into_their_boxes_and_lie_side_by_side():
    goal = "Drag all red shapes into the left box and everything else into the right box"

    draft = plan(boxes().page(), goal)

    assert [planned.step.selector for planned in draft.steps] == ["#n3", "#n4"]
    assert [ends(planned) for planned in draft.steps] == [(30, -90), (185, -90)]


def test_a_figure_is_dragged_some_way_without_leaving_what_it_is_drawn_on():
    (left,) = plan(drawing().page(), "Drag the triangle to the right").steps

    assert left.step.selector == "#n3"
    assert ends(left)[0] > 0
    assert 170 + ends(left)[0] <= 300
    assert ends(left)[1] == 0


@pytest.mark.parametrize(
    ("goal", "across", "down"),
    [
        ("Draw a horizontal line through the dot", True, False),
        ("Draw a vertical line that runs through the dot", False, True),
        ("Dibuja una línea vertical por el punto", False, True),
        ("Draw a circle around the dot", True, True),
    ],
)
def test_lines_and_circles_are_drawn_about_a_point(goal, across, down):
    built = Builder()
    built.holder = built.add("surface", "", tag="canvas", box=(50, 50, 200, 100))
    shape(built, "circle", (146, 86, 8, 8))
    built.out()

    (drawn,) = plan(built.page(), goal).steps
    xs, ys = [at.x for at in drawn.step.path], [at.y for at in drawn.step.path]

    assert drawn.step.selector == "#n0"
    assert (max(xs) - min(xs) > 20, max(ys) - min(ys) > 20) == (across, down)
    assert 0 <= min(xs) <= max(xs) <= 200
    assert 0 <= min(ys) <= max(ys) <= 100
    assert min(xs) <= 100 <= max(xs)
    assert min(ys) <= 40 <= max(ys)


def test_a_line_without_a_direction_is_not_drawn():
    built = Builder()
    built.holder = built.add("surface", "", tag="canvas", box=(50, 50, 200, 100))
    shape(built, "circle", (146, 86, 8, 8))

    assert "horizontal or vertical" in plan(built.page(), "Draw a line through the dot").unsure


def test_an_angle_is_halved_from_its_tip():
    built = Builder()
    built.holder = built.add("surface", "", tag="svg", box=(0, 0, 200, 200))
    shape(built, "line", (20, 20, 100, 1), BLACK, points=((20, 20), (120, 20)))
    shape(built, "line", (20, 20, 1, 100), BLACK, points=((20, 120), (20, 20)))
    built.out()

    (drawn,) = plan(built.page(), "Draw a line that bisects the angle").steps
    tip, end = drawn.step.path

    assert tip == Point(20, 20)
    assert end.x - 20 == end.y - 20 > 0


def numbers(*order):
    built = Builder()
    for place, number in enumerate(order):
        built.add("text", "", text=str(number), tag="li", box=(10, 10 + 30 * place, 80, 20))
    return built.page()


def test_a_list_is_put_in_order_by_dragging_what_is_wrong_first():
    (moved,) = plan(numbers(5, -2, 9, 1), "Sort the numbers in ascending order").steps
    assert (moved.step.action, moved.step.selector) == ("dragTo", "#n1")
    assert moved.step.path[1].y - moved.step.path[0].y < -30

    (moved,) = plan(numbers(-2, 5, 9, 1), "Sort the numbers in descending order").steps
    assert moved.step.selector == "#n2"
    assert plan(numbers(1, 2, 3), "Sort the numbers in ascending order").steps == ()


def test_a_number_that_has_vanished_is_clicked_where_it_was():
    built = Builder()
    built.holder = built.add("surface", "", tag="svg", box=(0, 0, 200, 200))
    for number, place in ((2, 30), (1, 90)):
        built.add("text", "", text=str(number), tag="text", box=(place, 50, 20, 20))
    before = built.page()
    built.nodes[1:] = []
    goal = "Click the numbers in ascending order"
    done = Planned(Step("click", selector="#n2"), part=0, target=Target("", "1", "#n2"))

    (clicked,) = plan(built.page(), goal, Tried(done, True, before=before)).steps

    assert (clicked.step.selector, clicked.step.position) == ("#n0", Point(40, 60))
    assert "where 2 was" in clicked.why
