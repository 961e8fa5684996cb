"""Who is said to appear like that, after something was changed, is the one whose entry says it."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def members(ada):
    built = Builder()
    built.text("Members", role="heading")
    for name, phone in (("Ada Moss", ada), ("Bo Ray", "444 222")):
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.text(phone, role="cell")
        built.button("Edit", selector=f"#edit-{name}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Check that Ada Moss appears like that in the table.", True),
        ("Verifica que Ada Moss aparece así en la tabla.", True),
        ("Check that Bo Ray appears like that in the table.", False),
        ("Verifica que Bo Ray aparece así en la tabla.", False),
        ("Check that Bo Ray is listed that way.", False),
    ],
)
def test_only_the_one_whose_entry_says_it_appears_like_that(check, met):
    before, after = members("555 111"), members("555 999")
    form = Builder()
    form.field("Phone", selector="#phone", value="555 111")
    form.button("Save", selector="#save")
    uses = frozenset(range(12))
    opened = Planned(
        Step("click", selector="#edit-Ada Moss"), uses=uses, target=Target("button", "Edit", "#edit-Ada Moss")
    )
    typed = Planned(Step("fill", selector="#phone", value="555 999"), uses=uses, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = (Tried(opened, True, before=before), *(Tried(p, True, before=form.page()) for p in (typed, saved)))
    goal = f"Change the phone of Ada Moss to 555 999. {check}"

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), after, ())

    assert (finding.met is True) is met
