"""What a goal warns of is left out where something is done, and asks for nothing by itself."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


@pytest.mark.parametrize(
    ("goal", "spared"),
    [
        ("Delete the visit of Ada Ray (careful: not the one of Ada Roy)", "the one of Ada Roy"),
        ("Borra la visita de Ada Ray (ojo, no la de Ada Roy)", "la de Ada Roy"),
        ("Borra la visita de Ada Ray (la del patio; ojo, no la de Ada Roy)", "la de Ada Roy"),
        ("Change the price of Nuts to 5. Don't touch the Bolts and Rings.", "the Bolts and Rings"),
        ("Change the price of Nuts to 5 without changing that of Bolts, and save", "that of Bolts"),
        ("Cambia el precio de Clavos a 5 sin tocar el de Tornillos y guarda", "el de Tornillos"),
        ("Do not edit the Bo ones: change the city of Ada to Lugo", "the Bo ones"),
        ("Mark invoice F-3 as paid, but don't change the others", ""),
        ("Add a note: not before noon", ""),
    ],
)
def test_what_is_not_to_be_touched_is_left_out(goal, spared):
    [acting] = [part for part in read_goal(goal).parts if part.verb in ("edit", "delete", "create")]

    assert " ".join(t.text for t in acting.excluded) == spared
    assert not {"touch", "touching", "tocar", "ojo", "careful", "others"} & {t.norm for t in acting.words}


def test_a_thing_that_is_not_to_be_touched_is_no_rival():
    built = Builder()
    for number, (item, owner) in enumerate((("Drill", "Ada"), ("Drill", "Bo"))):
        built.holder = -1
        built.into("row")
        built.text(item, role="cell")
        built.text(owner, role="cell")
        built.button("Edit", selector=f"#edit-{number}")

    goal = "Change the price of the Drill to 5. Don't touch the one of Bo."

    assert [p.step.selector for p in plan(built.page(), goal).steps] == ["#edit-0"]
    assert not plan(built.page(), goal.partition(".")[0]).steps
