"""What a check says of all the others that stood in a list with what was deleted."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def recipes(*names):
    built = Builder()
    built.text("Recipes", role="heading")
    listed = built.add("holder", "list")
    for name in names:
        built.holder = listed
        built.into("listitem")
        built.text(name)
        built.button("Delete", selector=f"#drop-{name[:4]}")
    built.out()
    return built.page()


def met(claim, *names, goal="Delete the recipe Leek soup"):
    before, after = recipes("Apple pie", "Leek soup", "Rye bread"), recipes(*names)
    drop = Planned(
        Step("click", selector="#drop-Leek"),
        part=0,
        uses=frozenset(range(6)),
        commits=True,
        ends_part=True,
        target=Target("button", "Delete", "#drop-Leek"),
    )
    situation = Situation(f"{goal}. {claim}", "http://app.test/", after, before, (Tried(drop, True, before=before),))
    return BuiltinExaminer().examine(situation, after, ()).met


@pytest.mark.parametrize(
    "claim",
    [
        "The other two should remain.",
        "The other two recipes must still be listed.",
        "Check that the remaining 2 are still there.",
        "The rest should still be there.",
        "Deben quedar las otras dos.",
        "Tienen que seguir las demás.",
        "Comprueba que las otras dos siguen en la lista.",
    ],
)
def test_the_others_of_the_list_are_there_still(claim):
    assert met(claim, "Apple pie", "Rye bread") is True
    assert met(claim, "Apple pie") is not True
    assert met(claim, "Apple pie", "Leek soup", "Rye bread") is not True
    assert met(claim, "Apple pie", "Plum cake") is not True


@pytest.mark.parametrize("claim", ["The other three should remain.", "Deben quedar las otras tres."])
def test_another_number_of_others_is_not_so(claim):
    assert met(claim, "Apple pie", "Rye bread") is not True


def test_that_the_others_are_gone_too_is_another_thing():
    assert met("The other two should be gone.", "Apple pie", "Rye bread") is not True


@pytest.mark.parametrize(
    "claim",
    [
        "The other two recipes (Apple, Rye) are still there.",
        "The other two (Apple pie and Rye bread) must remain.",
        "The other two, Apple pie and Rye bread, are still there.",
        "Check that the other recipes (apple pie, rye bread) are still listed.",
        "The other two must remain: Apple pie and Rye bread.",
        "Las otras dos recetas (Apple, Rye) siguen ahí.",
        "Las otras dos, la de Apple y la de Rye, tienen que seguir en la lista.",
        "Deben quedar las otras dos (Apple pie y Rye bread).",
        "Comprueba que siguen las otras dos: Apple pie y Rye bread.",
        "Las demás (Apple, Rye) tienen que seguir en la lista.",
    ],
)
def test_which_the_others_are_may_be_told_besides(claim):
    assert met(claim, "Apple pie", "Rye bread") is True
    assert met(claim, "Apple pie") is not True
    assert met(claim, "Rye bread", "Plum cake") is not True
    assert met(claim, "Apple pie", "Leek soup", "Rye bread") is not True
    assert met(claim.replace("Rye", "Oat").replace("rye", "oat"), "Apple pie", "Rye bread") is not True
