"""A warning that entries of a list bear is held against the entry that is named, and is no refusal."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def tanks(*rows):
    built = Builder()
    built.text("Tanks", role="heading")
    for name, badge in rows:
        built.holder = -1
        built.into("listitem")
        built.text(name)
        built.text(badge)
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ('Open Tanks and check that North has the warning "Low level".', True),
        ('Open Tanks and check that South has the warning "Low level".', False),
        ('Abre Tanks y comprueba que North sale con el aviso "Low level".', True),
        ('Abre Tanks y comprueba que South sale con el aviso "Low level".', False),
        ('Open Tanks and check that East has the warning "Low level".', False),
        ('Abre Tanks y mira en Tanks que North sale con el aviso "Low level".', True),
        ('Abre Tanks y mira en Tanks que South sale con el aviso "Low level".', False),
    ],
)
def test_a_warning_in_a_list_is_that_of_its_own_entry(goal, met):
    page = tanks(("North", "Low level"), ("South", "Full"))
    opened = Planned(Step("click", selector="#tanks"), uses=frozenset(range(2)), part=0, ends_part=True)
    past = (Tried(opened, True, before=tanks()),)

    assert (BuiltinExaminer().examine(Situation(goal, page.url, page, tanks(), past), None, ()).met is True) is met
