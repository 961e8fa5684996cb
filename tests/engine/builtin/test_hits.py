"""What a search is said to find: by the place that a thing is in, and as its only hit."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.part import content_of


def members(*ways):
    built = Builder()
    for way in ways:
        built.link(way)
    built.text("Members", role="heading")
    built.add("control", "searchbox", "Search members", tag="input", type="search", selector="#q")
    return replace(built.page(), title="Members")


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Find the members in Oslo", "Oslo"),
        ("Find all members in New York", "New York"),
        ("Busca los miembros en Oslo", "Oslo"),
        ("Find Ada in Oslo", "Ada"),
    ],
)
def test_who_is_sought_by_where_they_are(goal, typed):
    assert steps(plan(members(), goal))[0] == ("fill", "#q", typed)


def test_a_page_of_that_name_is_where_to_search():
    assert ("fill", "#q", "Archive") not in steps(plan(members("Archive"), "Find the members in Archive"))


@pytest.mark.parametrize(
    "check",
    [
        "The only hit should be Ada Ray",
        "The sole match must be Ada Ray",
        "La única coincidencia debe ser Ada Ray",
    ],
)
def test_the_only_hit_is_the_only_result(check):
    *_, part = read_goal(f"Search for Ada. {check}").parts

    assert part.verb == "expect"
    assert [t.norm for t in part.words if t.norm.startswith("result")] == ["result"]


def test_to_hit_something_is_to_press_it():
    assert [part.verb for part in read_goal("Search for Ada and hit Save").parts] == ["search", "click"]


@pytest.mark.parametrize(
    "goal",
    [
        'Send the query "Open?" through the contact form',
        'Envía la consulta "Open?" a través del formulario de contacto',
    ],
)
def test_what_leads_to_the_form_that_is_used_says_nothing_of_it(goal):
    told = [t.norm for t in content_of(read_goal(goal).parts[0].words)]

    assert not {"through", "traves"} & set(told)
