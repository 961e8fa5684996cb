"""What is changed of a thing that is told by its code: the words name the field, the thing and the value."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Tried
from ghostly.engine.ports import Target


def samples(form=False, **field):
    """A list of samples with their fees, and the form that opens under it."""
    built = Builder()
    for code in ("WS-5", "WS-7"):
        built.holder = -1
        built.into("article")
        built.text(code, role="heading")
        built.text("Mill Baths, fee £35")
        built.add("control", "button", "Edit", selector=f"#edit-{code}")
    built.out()
    if form:
        built.into("form")
        built.field("Fee", value="35", selector="#fee", **field)
        built.button("Save", selector="#save")
        built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Change the fee of WS-7 to 40",
        "Change the fee of WS-7 from 35 to 40",
        "Cambia el fee de WS-7 a 40",
        "Cambia el fee de WS-7 de 35 a 40",
    ],
)
@pytest.mark.parametrize("kind", [{}, {"type": "number"}])
def test_the_value_is_what_the_field_is_changed_to(goal, kind):
    [opened] = plan(samples(), goal).steps
    assert opened.step.selector == "#edit-WS-7"
    pressed = Tried(replace(opened, target=Target("button", "Edit", "#edit-WS-7")), True, before=samples())

    filled = steps(plan(samples(form=True, **kind), goal, pressed))

    assert filled == [("fill", "#fee", "40"), ("click", "#save", None)]
