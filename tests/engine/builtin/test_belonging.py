"""A check that nobody has a thing any more is about who has it, and not about whether the thing is shown."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

CHECKS = [
    "confirm nobody has it any more",
    "check that no one has it now",
    "check that it is no longer assigned to anyone",
    "comprueba que ya no lo tiene nadie",
    "verifica que no está asignado a nadie",
]


def own_page(holder, label="Assigned to", glued=False):
    built = Builder()
    built.text("Drill D-7", role="heading")
    if glued:
        built.text(f"{label}: {holder}")
    else:
        built.text(label)
        built.text(holder)
    built.text("Made in 2020")
    built.button("Give back")
    return replace(built.page(), url="http://app.test/tools/7")


def tools(holder, head="Holder"):
    built = Builder()
    built.text("Tools", role="heading")
    built.into("row")
    for place, name in enumerate(("Tool", head)):
        built.add("text", "columnheader", text=name, box=(100 * place, 0, 90, 20))
    for tool, who in (("Drill D-7", holder), ("Saw D-8", "Bo Lind")):
        built.out()
        built.into("row")
        for place, cell in enumerate((tool, who)):
            built.add("text", "cell", text=cell, box=(100 * place, 40, 90, 20))
    return built.page()


def met(check, before, now):
    goal = f"Give back the drill D-7 and {check}"
    step = Planned(Step("click", selector="#n4"), uses=frozenset(range(5)), ends_part=True)
    situation = Situation(goal, "http://app.test/", now, before, (Tried(step, True, before=before),))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(
    ("label", "nobody", "glued"),
    [("Assigned to", "Nobody", False), ("Owner", "None", True), ("Asignada a", "Sin asignar", False)],
)
def test_the_page_of_a_thing_says_who_has_it(check, label, nobody, glued):
    before = own_page("Ada Ray", label, glued)

    assert met(check, before, own_page(nobody, label, glued)) is True
    assert met(check, before, own_page("Bo Lind", label, glued)) is False


@pytest.mark.parametrize("check", CHECKS)
def test_the_row_of_a_thing_says_who_has_it(check):
    assert met(check, tools("Ada Ray"), tools("—")) is True
    assert met(check, tools("Ada Ray"), tools("Bo Lind")) is False


@pytest.mark.parametrize("check", CHECKS)
def test_a_page_that_does_not_say_who_has_it_proves_nothing(check):
    before = own_page("Ada Ray", "Remark")

    assert met(check, before, own_page("Fine", "Remark")) is not True


@pytest.mark.parametrize(
    "check", ["Ada Ray should have it now", "check that Ada Ray is using it", "comprueba que ahora lo tiene Ada Ray"]
)
def test_who_has_a_thing_is_not_told_by_another_row(check):
    def holders(one, other):
        built = Builder()
        built.into("row")
        for place, name in enumerate(("Tool", "Holder")):
            built.add("text", "columnheader", text=name, box=(100 * place, 0, 90, 20))
        for tool, who in (("Drill D-7", one), ("Saw D-8", other)):
            built.out()
            built.into("row")
            for place, cell in enumerate((tool, who)):
                built.add("text", "cell", text=cell, box=(100 * place, 40, 90, 20))
        return built.page()

    before = holders("Cy Orr", "Ada Ray")

    assert met(check, before, holders("Bo Lind", "Ada Ray")) is False
    assert met(check, before, holders("Ada Ray", "Bo Lind")) is True


@pytest.mark.parametrize("check", ["check that Bo Lind has nothing any more", "comprueba que Bo Lind ya no tiene nada"])
def test_somebody_who_has_another_thing_still_has_something(check):
    before = tools("Bo Lind")

    assert met(check, before, tools("—")) is False
    assert met(check.replace("Bo Lind", "Ada Ray"), tools("Ada Ray"), tools("—")) is True
