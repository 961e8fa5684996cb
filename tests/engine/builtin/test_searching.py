"""A search is narrowed by the lists beside it."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps


def catalogue():
    built = Builder()
    built.text("Books", role="heading")
    built.into("search")
    built.add("control", "searchbox", "Search books", tag="input", type="search", selector="#find")
    built.select("Language", "Any", "French", "German")
    built.button("Search")
    built.out()
    built.into("form")
    built.select("Currency", "Euro", "Pound")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "chosen"),
    [
        ('Search the books for "Rilke" with language German', "German"),
        ('Search for "Rilke" in the French books', "French"),
        ("Busca los libros de «Rilke» con idioma German", "German"),
        ('Search the books for "French"', None),
        ('Search the books for "Pound"', None),
        ('Search the books for "Rilke" for a Pound', None),
    ],
)
def test_a_search_is_narrowed_by_what_the_lists_of_its_form_offer(goal, chosen):
    values = [value for action, _, value in steps(plan(catalogue(), goal)) if action == "selectOption"]

    assert values == ([chosen] if chosen else [])
