"""What stands below a line that says to check it is to be seen, and typed nowhere."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    "head",
    [
        "Then check:",
        "Check the following:",
        "Verify:",
        "Check that:",
        "Luego comprueba:",
        "Después verifica lo siguiente:",
    ],
)
def test_a_line_below_is_a_check(head):
    goal = f"Open the lamp L-7.\n{head}\n- Price: 90\n- Status: Active\n- the owner is Ada"

    assert read(goal)[1:] == [("expect", "Price : 90"), ("expect", "Status : Active"), ("expect", "the owner is Ada")]


def test_what_is_made_before_it_takes_none_of_its_lines():
    made, *checks = read("Add a lamp named Oak, then check:\n- Name: Oak\n- Room: Hall")

    assert made == ("create", "a lamp named Oak")
    assert checks == [("expect", "Name : Oak"), ("expect", "Room : Hall")]


def test_an_order_ends_the_list():
    assert read("Verify:\n- Price: 90\nDelete the lamp L-8")[1:] == [("delete", "the lamp L-8")]


def test_a_label_behind_the_colon_is_one_too():
    assert read("Press Pay. Then check: Status: Paid")[1:] == [("expect", "Status : Paid")]


@pytest.mark.parametrize(
    "goal",
    ["Check:\n- Newsletter\n- Dark mode", "Fill in the form:\n- Name: Ada\n- Room: 4", "Settings: check Newsletter"],
)
def test_what_is_to_be_ticked_or_typed_is_no_list_of_checks(goal):
    assert "expect" not in [verb for verb, _ in read(goal)]
