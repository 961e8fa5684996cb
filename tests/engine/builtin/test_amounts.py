"""How many of a thing something is done to: told before or with the order, and typed beside the button that does it."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Situation


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in read_goal(goal).parts]


def shelves(linen="9", fields=1):
    built = Builder()
    for name, stock in (("Wool", "4"), ("Linen", linen)):
        built.holder = -1
        built.into("row")
        built.text(name, role="cell")
        built.text(stock, role="cell")
        for number in range(fields):
            built.field(f"Pcs. {number}", type="number", selector=f"#{name}-{number}")
        built.button("Restock", selector=f"#restock-{name}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("We have received 15 units of Linen. Restock them.", "them 15 units of Linen"),
        ("15 units of Linen have arrived in Porto. Restock them.", "them 15 units of Linen"),
        ("Han llegado 15 unidades del lino. Repónlas en Tejidos.", "en Tejidos 15 unidades del lino"),
        ("Han traído 15 rollos de lino. Repónlos.", "15 rollos de lino"),
    ],
)
def test_an_order_on_what_was_told_of_is_for_as_many_as_that(goal, thing):
    assert read(goal)[0] == ("say", thing)


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        ("Busca a Ada Ray y avísala", [("search", "a Ada Ray"), ("say", "a Ada Ray")]),
        ("Ángela Ruiz ha llamado. Borra su cita", [("delete", "su cita Ángela Ruiz")]),
        ("Capítulo 7: bórralo", [("delete", "")]),
        ("Símbolo nuevo: nombre Alfa", [("create", "símbolo nombre Alfa")]),
    ],
)
def test_a_word_with_an_accent_orders_something_where_it_ends_in_what_is_meant(goal, first):
    assert read(goal)[: len(first)] == first


@pytest.mark.parametrize(
    ("goal", "amount"),
    [
        ("Restock 15 units of Linen", "15"),
        ("Restock three rolls of Linen", "3"),
        ("We have received 15 units of Linen. Restock them.", "15"),
    ],
)
def test_the_amount_is_typed_beside_the_button_of_the_thing(goal, amount):
    made = plan(shelves(), goal)

    assert steps(made)[:2] == [("fill", "#Linen-0", amount), ("click", "#restock-Linen", None)]
    assert made.steps[1].commits


@pytest.mark.parametrize(
    ("goal", "fields"),
    [("Restock Linen", 1), ("Restock 15 units of Linen", 2), ("Restock 15 units of Linen", 0)],
)
def test_where_no_amount_is_told_or_no_one_field_is_for_it_nothing_is_typed(goal, fields):
    made = plan(shelves(fields=fields), goal)

    assert all(action != "fill" for action, _, _ in steps(made))


@pytest.mark.parametrize(("now", "met"), [("24", True), ("9", False), ("15", False)])
def test_what_was_typed_and_sent_in_an_entry_is_judged_by_what_that_says(now, met):
    goal, before, after = "Restock 15 units of Linen. Linen should show 24.", shelves(), shelves(now)
    past = (
        tried("fill", "#Linen-0", before, 0, value="15"),
        tried("click", "#restock-Linen", before, 0, commits=True, ends_part=True),
    )

    assert BuiltinExaminer().examine(Situation(goal, after.url, after, before, past), after, ()).met is met


def club(*fields, type="email"):
    built = Builder()
    built.into("region", "Club")
    for number, label in enumerate(fields):
        built.field(label, type=type, selector=f"#f{number}")
    built.button("Join", selector="#join")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "value"),
    [
        ("Join the club with no-such-place", "no-such-place"),
        ('Join the club with "Ada"', "Ada"),
        ("Join our club using no-such-place", "no-such-place"),
    ],
)
def test_a_value_that_an_act_ends_with_is_typed_beside_its_button(goal, value):
    made = plan(club("Your address"), goal)

    assert steps(made)[:2] == [("fill", "#f0", value), ("click", "#join", None)]
    assert made.steps[1].commits


@pytest.mark.parametrize("goal", ["Join the club with friends", "Join the club with no-such-place at noon"])
def test_what_an_act_is_done_with_is_no_value_where_it_is_a_word_or_more_follows(goal):
    assert ("fill", "#f0") not in [step[:2] for step in steps(plan(club("Your address"), goal))]


def test_a_value_for_one_of_several_fields_is_not_guessed_by_their_button():
    made = steps(plan(club("Your address", "Your sponsor"), "Join the club with no-such-place"))

    assert made[:1] == [("click", "#join", None)]


def desk(name, *fields):
    built = Builder()
    built.field("Search", selector="#search")
    built.into("region", name)
    for number, label in enumerate(fields):
        built.field(label, selector=f"#f{number}")
    built.button("Hand in", selector="#hand-in")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        'Ask "Is it open?" in the Porter box',
        'Whisper "Is it open?" into the Porter section',
        'Susurra "Is it open?" en el apartado Porter',
    ],
)
def test_what_is_quoted_goes_into_the_one_field_of_the_box_that_is_named(goal):
    made = plan(desk("Porter", "Your words"), goal)

    assert steps(made) == [("fill", "#f0", "Is it open?"), ("click", "#hand-in", None)]
    assert made.steps[1].commits


@pytest.mark.parametrize(
    ("page", "goal"),
    [
        (desk("Porter", "Your words", "Your name"), 'Ask "Is it open?" in the Porter box'),
        (desk("Kitchen", "Your words"), 'Ask "Is it open?" in the Porter box'),
        (desk("Porter", "Your words"), 'Ask Bo "Is it open?" and "Is it late?" in the Porter box'),
    ],
)
def test_what_is_quoted_is_not_put_where_the_box_or_its_field_could_be_another(page, goal):
    assert ("click", "#hand-in") not in [step[:2] for step in steps(plan(page, goal))]
