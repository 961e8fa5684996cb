"""Each value goes into the field that it is told for, whether that is named before it or after it."""

import pytest
from engine.builtin.test_planner import Builder, plan, typed

from ghostly.engine.builtin.grammar import read_goal


@pytest.fixture
def form():
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    for label in ("Sender", "Shade", "Locker", "Weight (kg)"):
        built.field(label)
    built.button("Save", type="submit")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Enter Tall tree for the sender and red for the shade. Save.",
        "Enter red for the shade and Tall tree for the sender. Save.",
        "Enter red in the Shade field and Tall tree in the Sender field and save",
        "Type red into the field Shade and Tall tree into the field Sender, then save",
        "Introduce rojo en el campo Shade y Tall tree en el campo Sender y guarda",
        "Create a parcel with red as the shade and Tall tree as the sender.",
    ],
)
def test_what_follows_a_field_may_be_told_for_the_next_one(form, goal):
    assert typed(form, goal) == {"Sender": "Tall tree", "Shade": "rojo" if "rojo" in goal else "red"}


@pytest.mark.parametrize(
    "goal",
    [
        "Fill in the sender with Tall tree and the shade with red",
        "Sender: Tall tree, shade: red. Save",
        "Fill in Tall tree in the sender Bo and the shade with red",
    ],
)
def test_what_follows_a_field_is_its_value_otherwise(form, goal):
    assert typed(form, goal)["Shade"] == "red"


def test_a_value_that_no_field_on_the_page_is_named_for_is_not_that_of_the_one_before(form):
    found = typed(form, "Escribe rojo en el campo Shade y 12 lilas en el ramo. Guarda.")

    assert found.get("Shade") in ("rojo", None)


@pytest.mark.parametrize(
    "goal", ["Enter 12 in the Weight (kg) field and red in the Shade field", "Weight (kg): 12\nShade: red"]
)
def test_what_stands_in_brackets_belongs_to_the_label(form, goal):
    assert typed(form, goal) == {"Weight (kg)": "12", "Shade": "red"}


@pytest.mark.parametrize(
    "goal",
    [
        "Add the parcel Tall tree with shade red",
        "Create a parcel called Tall tree whose shade is red",
        "Add the parcel Tall tree, shade red. It should be in the list.",
    ],
)
def test_a_name_may_go_on_in_small_letters(goal):
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    for label in ("Name", "Shade", "Locker"):
        built.field(label)
    built.button("Save", type="submit")

    assert typed(built.page(), goal) == {"Name": "Tall tree", "Shade": "red"}


@pytest.mark.parametrize("goal", ["Add the parcel Ada based in Porto", "Add the parcel Ada tomorrow"])
def test_what_tells_more_of_a_name_is_no_part_of_it(form, goal):
    assert not any(value.startswith("Ada ") for value in typed(form, goal).values())


@pytest.mark.parametrize("value", ["about five", "plenty"])
def test_the_label_of_a_field_is_typed_nowhere(value):
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    built.field("Name")
    built.field("Weight", type="number")
    built.field("Locker")
    built.button("Save", type="submit")

    assert "Weight" not in typed(built.page(), f"Create a parcel:\n- Name: Bo\n- Weight: {value}\nSave it").values()


@pytest.mark.parametrize(
    "goal",
    [
        "Set the shade to red, set the sender to Tall tree and press Save",
        "Set the weight to three, set the sender to Bo and save",
        "Pon la altura a tres, pon el nombre a Bo y guarda",
    ],
)
def test_an_order_is_not_left_out_because_the_next_one_names_more(goal):
    assert len([part for part in read_goal(goal).parts if part.verb in ("fill", "edit")]) == 2


def test_an_order_that_only_says_what_is_wanted_is_one_with_the_next():
    goal = "I want to archive finished projects. Archive the project Brand guide"

    assert len([part for part in read_goal(goal).parts if part.verb_words]) == 1


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Enter red for the shade", "fill"),
        ("Enter Tall tree for the sender and red for the shade", "fill"),
        ("Enter the Reports page for the team", "open"),
        ("Enter Settings for the team", "open"),
    ],
)
def test_what_is_entered_for_a_field_is_typed(goal, verb):
    assert read_goal(goal).parts[0].verb == verb


@pytest.fixture
def board():
    built = Builder()
    built.text("New card", role="heading")
    built.into("form")
    built.field("Name")
    built.field("Email", type="email")
    built.select("Stage", "Paid", "Half paid", "Done", "Not done")
    built.add("control", "textbox", "Notes", label="Notes", tag="textarea")
    built.field("Locker")
    built.button("Save", type="submit")
    return built.page()


@pytest.mark.parametrize("stage", ["Paid", "Half paid", "done", "not done"])
@pytest.mark.parametrize(
    "goal", ["Create a card Tall tree with stage {}", "Create a card:\n- Name: Tall tree\n- Stage: {}\nand save it"]
)
def test_an_option_may_be_called_by_a_small_word(board, stage, goal):
    found = {p.target.name: p.step.value for p in plan(board, goal.format(stage)).steps if p.step.value}

    assert found == {"Name": "Tall tree", "Stage": stage.capitalize()}


@pytest.mark.parametrize("goal", ["Create a card Tall tree with stage Lost", "Create a card with name Bo, stage: Lost"])
def test_an_option_that_is_not_there_is_typed_into_no_other_field(board, goal):
    draft = plan(board, goal)

    assert "Lost" not in [p.step.value for p in draft.steps]
    assert "Lost" in draft.unsure


def test_a_name_may_say_what_a_field_is_called(board):
    found = typed(board, "Create a card named Email Ada with email ada@x.test")

    assert found == {"Name": "Email Ada", "Email": "ada@x.test"}
