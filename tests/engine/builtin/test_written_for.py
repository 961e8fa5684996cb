"""What is quoted for a field is typed, and not the verb that leads to it: `in the remarks put "Ring twice"`."""

import pytest
from engine.builtin.test_planner import Builder, plan


def form(remarks="Remarks"):
    built = Builder()
    built.text("New visit", role="heading")
    built.into("form")
    built.field("Guest")
    built.field(remarks)
    built.button("Save")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "remarks"),
    [
        ('Create a visit with guest Ada Ray, in the remarks put "Ring twice"', "Remarks"),
        ('Create a visit with guest Ada Ray and in the remarks write the text "Ring twice"', "Remarks"),
        ('Crea una visita con guest Ada Ray, en las observaciones pon "Ring twice"', "Observaciones"),
        ('Crea una visita con guest Ada Ray y observaciones "Ring twice"', "Observaciones"),
    ],
)
def test_only_what_is_quoted_is_typed(goal, remarks):
    steps = [p.step for p in plan(form(remarks), goal).steps]

    assert [s.value for s in steps if s.selector == "#n3"] == ["Ring twice"]


def test_a_name_with_a_quoted_part_is_typed_whole():
    steps = [p.step for p in plan(form(), 'Fill in the remarks with Ada "Ace" Ray').steps]

    assert [s.value for s in steps if s.selector == "#n3"] == ['Ada "Ace" Ray']
