"""A list shows what it lists: a message that names it does not, and is no entry that was lost."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Situation


def boats(*names, notice="", dialog=False):
    built = Builder()
    built.text("Boats", role="heading")
    built.into("table")
    for name in names:
        built.into("row")
        built.text(name, role="cell")
        built.out()
    built.out()
    built.button("Next page", selector="#next")
    if dialog:
        built.into("dialog")
        for label in ("Name", "Berth", "Owner", "Length", "Flag"):
            built.field(label, selector=f"#{label.lower()}")
        built.button("Add boat", selector="#add")
        built.out()
    if notice:
        built.text(notice)
    return built.page()


def added(goal, *typed):
    form = boats("Alba", "Brisa", dialog=True)
    values = zip(("name", "berth", "owner", "length", "flag"), typed, strict=False)
    filled = [tried("fill", f"#{label}", form, 0, value=value) for label, value in values]
    return (
        tried("click", "#new", boats("Alba", "Brisa"), 0),
        *filled,
        tried("click", "#add", form, 1, commits=True, ends_part=True),
    )


@pytest.mark.parametrize(
    ("goal", "notice"),
    [
        ("Add the boat Curlew. Afterwards the list must contain Curlew.", "Curlew was added."),
        ("Add the boat Curlew. The table should show Curlew.", "Curlew was added."),
        ("Add the boat Curlew. Then Curlew is listed.", "Curlew was added."),
        ("Añade el barco Curlew. La lista debe contener Curlew.", "Se ha añadido Curlew."),
        ("Añade el barco Curlew. Curlew debe quedar listado.", "Se ha añadido Curlew."),
    ],
)
def test_a_message_that_goes_is_no_entry_that_was_lost(goal, notice):
    now, past = boats("Alba", "Brisa", notice=notice), added(goal, "Curlew")

    def found(page, again):
        return BuiltinExaminer().examine(Situation(goal, page.url, page, boats("Alba", "Brisa"), past), again, ())

    only_told = found(now, boats("Alba", "Brisa"))
    assert (only_told.met, only_told.app_bug) == (None, False)
    assert found(boats("Alba", "Brisa", "Curlew", notice=notice), boats("Alba", "Brisa", "Curlew")).met is True
    lost = found(boats("Alba", "Brisa", "Curlew", notice=notice), boats("Alba", "Brisa"))
    assert (lost.met, lost.app_bug) == (False, True)


def test_a_list_that_was_seen_before_a_long_form_is_turned_for_what_was_added():
    goal = "Add the boat Curlew with berth 12, owner Ada Ray, length 9 and flag Malta. The list must contain Curlew."
    past = added(goal, "Curlew", "12", "Ada Ray", "9", "Malta")

    before = past[-1].before
    saved = BuiltinPlanner().plan(Situation(goal, before.url, before, past[0].before, past[:-1], 6))
    assert saved.has_more

    page = boats("Alba", "Brisa", notice="Curlew was added.")
    drafted = BuiltinPlanner().plan(Situation(goal, page.url, page, past[0].before, past, 6))
    assert [(p.target.name, p.explores) for p in drafted.steps] == [("Next page", True)]
