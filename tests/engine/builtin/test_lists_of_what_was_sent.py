"""The page that may list what was sent, when the page after the sending only says thank you."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.listing import entry_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def listed(*said, fields=(), button="", entries=()):
    """What a page shows of a learner Ada who was sent."""
    built = Builder()
    for text in said:
        built.text(text)
    for name in fields:
        built.field(name)
    if button:
        built.button(button)
    for entry in entries:
        built.into("listitem", parent=-1)
        built.text(entry)
    page = Builder().page()
    sent = Tried(Planned(Step("fill", selector="#n0", value="Ada")), True, page)
    return entry_of(Situation("Enrol Ada", "http://app.test/", page, page, (sent,)), built.page())


@pytest.mark.parametrize(
    ("shown", "entry"),
    [
        ({"said": ["Learners"], "entries": ["Ada"]}, "Ada"),
        ({"said": ["Learners"], "entries": ["Bo"]}, None),
        ({"said": ["No learners yet"]}, ""),
        ({"said": ["No learners yet"], "fields": ["Search"]}, ""),
        ({"said": ["Enrol a learner"], "fields": ["Name"], "button": "Save"}, None),
        ({"said": ["Inscribir"], "fields": ["Nombre"], "button": "Crear alumno"}, None),
    ],
)
def test_a_page_without_entries_lists_nothing_unless_it_is_a_form(shown, entry):
    assert listed(*shown.pop("said"), **shown) == entry
