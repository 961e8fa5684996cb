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


@pytest.mark.parametrize(
    "reminder",
    [
        "Do not change anything.",
        "Don't press anything, please.",
        "Please don't modify anything in it.",
        "No cambies nada.",
        "No borres nada.",
        "No hay que modificar ningún dato.",
        "No se debe guardar nada.",
    ],
)
def test_that_nothing_is_to_be_changed_asks_for_nothing_where_nothing_else_does(reminder):
    looks = read_goal(f"Open Reports and check that Ada is listed. {reminder}").parts
    changes = read_goal(f"Rename Ada to Bo. {reminder}").parts

    assert [part.verb for part in looks] == ["open", "expect"]
    assert any({t.norm for t in (*part.verb_words, *part.words)} & {"anything", "nada", "dato"} for part in changes)


@pytest.mark.parametrize(
    "said",
    [
        "Do not delete anything of Ada",
        "Nothing was deleted",
        "Al pulsar Cancelar, no cambia nada",
        "No sale nada",
        "Don't show anything",
    ],
)
def test_what_says_more_than_that_nothing_is_to_be_changed_is_kept(said):
    words = [t.norm for part in read_goal(f"Open Reports. {said}.").parts for t in (*part.verb_words, *part.words)]

    assert {"anything", "nothing", "nada"} & set(words) or "deleted" in words
