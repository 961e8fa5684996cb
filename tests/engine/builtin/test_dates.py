"""Days are the same however they are written, in a goal and on a page."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.dates import says_day


@pytest.mark.parametrize(
    ("text", "said", "fits"),
    [
        ("due 2026-02-27, unpaid", "27 Feb 2026", True),
        ("due 2026-02-27, unpaid", "27 de febrero", True),
        ("27 February 2026", "2026-02-27", True),
        ("3 feb", "3 February", True),
        ("2026-02-27", "27 Feb 2025", False),
        ("2026-02-23", "3 February", False),
        ("06/05/2026", "6 May 2026", False),
        ("12 rolls", "12 May", False),
    ],
)
def test_a_day_is_the_same_in_any_notation_that_can_be_read_in_one_way(text, said, fits):
    assert says_day(text, said) is fits


def test_a_thing_is_found_by_its_day_however_that_is_written():
    built = Builder()
    for number, day in enumerate(("2026-05-03", "2026-05-05")):
        built.holder = -1
        built.into("row")
        built.text("Mill Lane", role="cell")
        built.text(day, role="cell")
        built.button("Edit", selector=f"#edit-{number}")

    goal = "Set the state of the bill of Mill Lane from 5 May 2026 to Paid"

    assert [p.step.selector for p in plan(built.page(), goal).steps] == ["#edit-1"]
