"""What a page keeps behind a label or under a head, told with a verb: `it costs $5 and belongs to Ada Ray`."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried

BIKE = (("Hire price", "€30.00"), ("Deposit", "€80.00"), ("Held by", "Nobody"), ("Assigned to", "Ada Ray"))


def page_of(name, facts):
    built = Builder()
    built.text(name, role="heading")
    for label, said in facts:
        built.text(label)
        built.text(said)
    built.into("list")
    built.into("listitem")
    built.text("Ines Oda wrote that the brake is worn")
    return built.page()


def listed(*heads, rows=(("Red bike", "€30.00"), ("Blue bike", "€80.00"))):
    built = Builder()
    built.text("Bikes", role="heading")
    built.into("row")
    for at, head in enumerate(heads):
        built.add("text", "columnheader", text=head, box=(200 * at, 50, 190, 20))
    for number, cells in enumerate(rows):
        built.out()
        built.into("row")
        for at, cell in enumerate(cells):
            built.add("text", "cell", text=cell, box=(200 * at, 100 + 50 * number, 190, 20))
        built.link(cells[0])
    return built.page()


def opened(check, facts):
    goal = f"Open the Red bike and check that {check}"
    before, now = listed("Name", "Price"), page_of("Red bike", facts)
    past = tuple(Tried(p, True, before=before) for p in plan(before, goal).steps)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), None, ()).met is True


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("it costs €30", True),
        ("it belongs to Ada Ray and costs €30.00", True),
        ("it costs €30 and belongs to Ada Ray", True),
        ("it costs €80", False),
        ("it belongs to Ada Ray and costs €80", False),
        ("it belongs to Ines Oda and costs €30", False),
        ("it belongs to Bo Low and costs €30", False),
        ("it weighs €30 and belongs to Ada Ray", False),
    ],
)
def test_what_a_verb_tells_stands_behind_its_own_label(check, met):
    assert opened(check, BIKE) is met


def test_the_closest_label_decides_where_there_are_several():
    assert opened("it costs €9", (("Value", "€9"), ("Owner", "Ada"))) is True
    assert opened("it costs €9", (("Value", "€9"), ("Price", "€7"))) is False


def test_it_is_told_in_spanish_and_in_one_text():
    facts = (("Precio de alquiler", "30,00 €"), ("Titular: Ada Ray", "x"))
    goal = "Abre la Red bike y comprueba que pertenece a Ada Ray y cuesta 30 €"
    before, now = listed("Nombre", "Precio"), page_of("Red bike", facts)
    past = tuple(Tried(p, True, before=before) for p in plan(before, goal).steps)

    assert BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), None, ()).met is True


@pytest.mark.parametrize(
    ("head", "goal", "met"),
    [
        ("Value", "Check that the Red bike costs €30.00", True),
        ("Value", "Check that the Blue bike costs €30.00", False),
        ("Value", "Comprueba que la Blue bike cuesta €80.00", True),
        ("Deposit", "Check that the Red bike costs €30.00", False),
    ],
)
def test_what_a_verb_tells_stands_under_its_own_head(head, goal, met):
    page = listed("Name", head)

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, page, ()), None, ())
    assert (finding.met is True) is met
