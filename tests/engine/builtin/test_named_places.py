"""A check may name the place where it is to be looked for; what was chosen by name must all be there."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.page import Node, Page
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

GOAL = "Add Honey and Ginger cookies to the cart. The cart must list both"


def page(path, *texts, links=()):
    nodes = [Node(i, -1, "text", "", f"#t{i}", text=said) for i, said in enumerate(texts)]
    nodes += [
        Node(50 + i, -1, "control", "link", f"#l{i}", tag="a", name=name, href=href)
        for i, (name, href) in enumerate(links)
    ]
    return Page(f"http://shop.test{path}", "Shop", tuple(nodes))


CATALOGUE = page("/", "Honey", "Ginger cookies", links=[("Cart (2)", "/cart"), ("About", "/about")])
ADDED = Tried(
    Planned(Step("click", selector="#add"), uses=frozenset(range(8)), ends_part=True, part=1), True, before=CATALOGUE
)
OPENED = Tried(
    Planned(Step("click", selector="#l0"), part=2, explores=True, target=Target("link", "Cart (2)", "#l0")),
    True,
    before=CATALOGUE,
)


def situation(goal, shown, past=(ADDED,)):
    return Situation(goal, "http://shop.test/", shown, CATALOGUE, past)


@pytest.mark.parametrize(
    ("goal", "opens"),
    [
        (GOAL, "#l0"),
        ("Add Honey to the cart and check that the cart contains it", "#l0"),
        ("Add Honey to the cart and check that the list contains it", None),
        ("Add Honey to the cart and check that Honey is shown", None),
    ],
)
def test_the_place_that_a_check_names_is_opened(goal, opens):
    draft = BuiltinPlanner().plan(situation(goal, CATALOGUE))

    assert [planned.step.selector for planned in draft.steps] == ([opens] if opens else [])


@pytest.mark.parametrize(
    ("check", "opens"),
    [
        ("The Sums page should show the total", "#l1"),
        ("The total of the Sums page must be 9", "#l1"),
        ("El total de la página Sums debe ser 9", "#l1"),
        ("The Sums should show the total", None),
        ("The total of the Honey must be 9", None),
    ],
)
def test_a_page_that_is_named_by_its_own_name_is_opened(check, opens):
    shop = page("/", "Honey", links=[("Cart (2)", "/cart"), ("Sums", "/sums")])
    draft = BuiltinPlanner().plan(situation(f"Add Honey to the cart. {check}", shop))

    assert [planned.step.selector for planned in draft.steps] == ([opens] if opens else [])


def test_a_place_that_could_be_two_is_not_opened():
    two = page("/", links=[("Cart", "/cart"), ("Old cart", "/old")])

    assert BuiltinPlanner().plan(situation(GOAL, two)).steps == ()


@pytest.mark.parametrize(
    ("shown", "met"),
    [
        (("Honey 1", "Ginger cookies 1"), True),
        (("Honey 1",), False),
        (("Honey 1", "Ginger tea 1"), False),
        ((), False),
    ],
)
def test_all_that_was_chosen_must_be_there(shown, met):
    finding = BuiltinExaminer().examine(
        situation(GOAL, page("/cart", *shown), (ADDED, OPENED)), page("/cart", *shown), ()
    )

    assert finding.met is met


def test_what_the_same_page_showed_before_is_no_sign():
    finding = BuiltinExaminer().examine(situation(GOAL, CATALOGUE, (ADDED, OPENED)), CATALOGUE, ())

    assert (finding.met, "before the change" in finding.reason) == (False, True)


@pytest.mark.parametrize(
    ("goal", "opens"),
    [
        ("On the Cart page, drag Honey to Ginger cookies", "#l0"),
        ("In the cart, move Honey to the column Later", "#l0"),
        ("En Cart, arrastra Honey a Ginger cookies", "#l0"),
        ("On this page, drag Honey to Ginger cookies", None),
    ],
)
def test_what_is_dragged_in_a_place_is_dragged_there(goal, opens):
    (step, *_) = BuiltinPlanner().plan(situation(goal, CATALOGUE, past=())).steps

    assert (step.step.selector if step.explores else None) == opens


@pytest.mark.parametrize(
    ("goal", "reloads"),
    [
        ("Move the ticket T-13 to the column Done", True),
        ("Mueve la tarea T-13 a la columna Hecho y comprueba que queda en esa columna", True),
        ("Drag the red circle into the box", False),
        ("Check that T-13 is in the column Done", False),
    ],
)
def test_what_has_a_number_of_its_own_has_to_stay_where_it_was_moved(goal, reloads):
    assert BuiltinExaminer().wants_reload(goal) is reloads


@pytest.mark.parametrize(
    ("heading", "goal"),
    [
        ("Préstamos", "On the loan list, open the tab for returned loans (Devueltos)"),
        ("Loans", "En la lista de préstamos, abre la pestaña Devueltos"),
        ("Trabajos", "On the job list, open the tab for finished jobs (Devueltos)"),
        ("Alumnos", "On the student list, open the tab Devueltos"),
    ],
)
def test_a_list_is_known_by_its_name_in_the_other_language(heading, goal):
    built = Builder()
    built.text(heading, role="heading")
    built.link("Todos (9)")
    back = built.link("Devueltos (2)")
    page = built.page()

    (step,) = plan(page, goal).steps

    assert (step.step.selector, step.explores) == (page.nodes[back].selector, False)


FRONT = page("/", "Home", links=[("Letters", "/letters"), ("Parcels", "/parcels")])
EMPTY = page("/letters", "Nothing came.", links=[("Letters", "/letters")])
SIGNED = Tried(Planned(Step("click", selector="#t0"), uses=frozenset(range(20)), ends_part=True), True, before=FRONT)


@pytest.mark.parametrize(
    ("check", "opens"),
    [
        ('Their Letters page must say "Nothing came."', "#l0"),
        ('The Letters page reads "Nothing came."', "#l0"),
        ('Su página de Letters debe decir "Nothing came."', "#l0"),
        ('La página Letters pone "Nothing came."', "#l0"),
        ('The page must say "Nothing came." under Home', None),
    ],
)
def test_a_page_that_a_check_names_by_what_it_says_is_gone_to(check, opens):
    draft = BuiltinPlanner().plan(situation(check, FRONT, ()))

    assert [planned.step.selector for planned in draft.steps] == ([opens] if opens else [])


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Open the letters. Ada shouldn't see Bo's letters: the page must say \"Nothing came.\"", True),
        ("Open the letters. Ada shouldn't see Bo's letters: the page must say \"All gone.\"", False),
        ('Abre las cartas. Ada no debe ver las cartas de Bo: la página debe decir "Nothing came."', True),
        ("Open the letters. The page must say \"Nothing came.\" Ada shouldn't see Bo's letters.", None),
    ],
)
def test_what_is_not_to_be_seen_is_told_after_a_colon(check, met):
    finding = BuiltinExaminer().examine(situation(check, EMPTY, (SIGNED,)), EMPTY, ())

    assert finding.met is met
