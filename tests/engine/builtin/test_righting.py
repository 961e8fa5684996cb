"""What should be otherwise than it is, and an order that only says to put that right."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def edits(goal):
    return [" ".join(t.text for t in p.words if t.kind != "mark") for p in read_goal(goal).parts if p.verb == "edit"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("LN-4 should have been Oak, not Pine. Correct it.", "LN-4 from Pine to Oak"),
        ("The width of LN-4 should be 90 instead of 80. Change it.", "width of LN-4 from 80 to 90"),
        ("LN-4 was meant to be Oak, not Pine. Fix it, please.", "LN-4 from Pine to Oak"),
        ("LN-4 debería ser Roble, no Pino. Corrígelo.", "LN-4 from Pino to Roble"),
        (
            "Ha llamado Sara Gil: serán 6 sillas en vez de 5. Cámbialo en su encargo.",
            "encargo of Sara Gil from 5 to 6 sillas",
        ),
        (
            "Sara Gil called: it will be 6 chairs instead of 5. Change it in her file.",
            "file of Sara Gil from 5 to 6 chairs",
        ),
    ],
)
def test_an_order_to_put_it_right_changes_the_old_value_to_the_new_one(goal, told):
    assert edits(goal) == [told]


@pytest.mark.parametrize(
    "goal",
    [
        "LN-4 should be Oak, not Pine.",
        "LN-4 should be Oak, not Pine. Change LN-5 to Oak.",
        "LN-4 should be listed, not hidden. Check it.",
    ],
)
def test_a_check_alone_changes_nothing(goal):
    assert not any("from" in told for told in edits(goal))


def shelf(value):
    built = Builder()
    built.text("Sara Gil", role="heading")
    built.into("form")
    built.field("Chairs", type="number", selector="#chairs", value=value)
    built.button("Save order", selector="#save")
    built.out()
    return built.page()


GOAL = "Sara Gil called: it will be 6 chairs instead of 5. Change it in her order."


def test_it_is_changed_where_the_field_holds_the_old_value():
    assert [(p.step.action, p.step.selector, p.step.value) for p in plan(shelf("5"), GOAL).steps][:1] == [
        ("fill", "#chairs", "6")
    ]


def test_nothing_is_changed_where_it_holds_another_one():
    assert plan(shelf("4"), GOAL).steps == ()


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("V-4 wasn't coffee but green tea, same weight. Correct it.", "V-4 from coffee to green tea"),
        ("Voucher V-4 was not for Ada but for Bo. Sign in as a@x.test / s3cret1 and fix it", "V-4 from Ada to Bo"),
        ("The price of V-4 is not 5 but 6: correct it", "price of V-4 from 5 to 6"),
        ("El vale V-4 no era de café sino de té verde, el mismo peso. Corrígelo.", "V-4 from café to té verde"),
        ("El precio de V-4 no es 5 sino 6: corrígelo.", "precio de V-4 from 5 to 6"),
        ("El vale V-4 no debía ser de Ada sino de Bo. Cámbialo.", "V-4 from Ada to Bo"),
    ],
)
def test_what_is_not_so_but_otherwise_is_changed_from_the_one_to_the_other(goal, order):
    edit = next(part for part in read_goal(goal).parts if part.verb == "edit")

    assert " ".join(t.text for t in edit.words if t.kind != "mark").endswith(order)


@pytest.mark.parametrize(
    "goal", ["V-4 was not paid but it is open", "V-4 was not coffee but tea, and 3 kg. Correct it"]
)
def test_what_tells_more_than_a_contrast_is_no_change(goal):
    assert not any({"from", "to"} <= {t.norm for t in part.words} for part in read_goal(goal).parts)


def vouchers(holds):
    built = Builder()
    built.into("form")
    options = (Option("c", "Coffee beans"), Option("g", "Green tea"), Option("b", "Black tea"))
    built.add("control", "combobox", "Drink", label="Drink", options=options, value=holds)
    built.add("control", "combobox", "Size", label="Size", options=(Option("s", "Small"),), value="Small")
    built.button("Save", selector="#save")
    return built.page()


def planned(goal, holds="Coffee beans"):
    page = vouchers(holds)
    opened = Planned(Step("click", selector="#edit"), part=0, target=Target("button", "Edit", "#edit"))
    built = Builder()
    built.button("Edit", selector="#edit")
    return plan(page, goal, Tried(opened, True, before=built.page()))


def test_the_list_that_holds_the_old_value_takes_the_one_option_that_says_the_new():
    assert steps(planned("Change V-4 from coffee to green"))[0] == ("selectOption", "#n1", "Green tea")


@pytest.mark.parametrize(
    ("goal", "holds"),
    [
        ("Change V-4 from coffee to tea", "Coffee beans"),
        ("Change V-4 from coffee to green", "Black tea"),
        ("Change V-4 from coffee to cocoa", "Coffee beans"),
    ],
)
def test_no_list_is_set_that_holds_something_else_or_offers_several(goal, holds):
    assert not any(action == "selectOption" for action, *_ in steps(planned(goal, holds)))


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("Bill B-4 was put on the wrong account: it belongs to Ash & Elm, not to Bo Lind. Put that right", "Ash & Elm"),
        ("Bill B-4 belongs to Ash & Elm, not to Bo Lind. Set it straight, please.", "Ash & Elm"),
        ("B-4 is for Ada Ray, not for Bo Lind. Make it right.", "Ada Ray"),
        ("La cuota B-4 es de Ada Ray, no de Bo Lind. Ponlo bien, por favor.", "Ada Ray"),
        ("Hay un error en la cuota B-4: pertenece a Ada Ray y no a Bo Lind. Arréglalo.", "Ada Ray"),
        ("La cuota B-4 se cargó a otra cuenta: corresponde a Ada Ray, no a Bo Lind. Rectifícalo.", "Ada Ray"),
    ],
)
def test_what_belongs_to_one_and_not_to_another_goes_from_that_to_this(goal, order):
    edit = next(part for part in read_goal(goal).parts if part.verb == "edit")

    assert " ".join(t.text for t in edit.words).endswith(f"B-4 from Bo Lind to {order}")


@pytest.mark.parametrize(
    "goal", ["Put the shelf right of the door", "Set it to Right", "Put the bill right", "Make it bigger"]
)
def test_what_else_is_put_somewhere_is_no_order_to_put_it_right(goal):
    assert not any(part.verb_words[1:] for part in read_goal(goal).parts)


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("The date of B-4 is wrong, it should be 9 May 2025. Please correct it.", "date of B-4 to 9 May 2025"),
        ("The phone of Ada Ray is wrong: it should read 600 123 123. Fix it.", "phone of Ada Ray to 600 123 123"),
        ("La fecha de la cuota B-4 está mal, tendría que ser el 9 de mayo. Corrígela.", "B-4 to el 9 de mayo"),
        ("El teléfono de Ada Ray no es correcto; debe ser 600123123. Corrígelo", "de Ada Ray to 600123123"),
    ],
)
def test_what_is_wrong_is_changed_to_what_it_should_be(goal, order):
    edit = next(part for part in read_goal(goal).parts if part.verb == "edit")

    assert " ".join(t.text for t in edit.words).endswith(order)


@pytest.mark.parametrize(
    "goal", ["The total is wrong, it should be 5. Check it", "The date of B-4 is wrong. Delete it."]
)
def test_what_is_wrong_is_changed_only_where_that_is_ordered(goal):
    assert not any(part.verb == "edit" for part in read_goal(goal).parts)
