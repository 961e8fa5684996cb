"""What a check speaks of by no name: what was closed, what was sent by its button, what a search finds no more."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

ALL = frozenset(range(60))


def desk(banner=True, *rows, query="", button="Fine"):
    built = Builder()
    built.text("Loans", role="heading")
    if banner:
        built.into("region")
        built.text("We count your visits.")
        built.button(button, selector="#fine")
        built.out()
    built.add("control", "searchbox", "Search loans", tag="input", selector="#q", value=query)
    for row in rows:
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
        built.out()
    page = built.page()
    return page if not query else type(page)(f"{page.url}?q={query}", page.title, page.nodes)


def tried(action, selector, before, part, value=None, **more):
    step = Planned(Step(action, selector=selector, value=value), uses=ALL, part=part, target=Target("", "", ""), **more)
    return Tried(step, True, before=before)


def met(goal, first, now, *past, again=None):
    return BuiltinExaminer().examine(Situation(goal, first.url, now, first, past), again, ()).met


@pytest.mark.parametrize(
    "goal",
    [
        "Accept the banner and check that it disappears",
        "Close the notice and make sure it is no longer shown",
        "Dismiss the banner, verify the banner is gone",
        "Acepta el aviso y comprueba que desaparece",
        "Cierra el aviso; comprobar que ya no aparece",
    ],
)
def test_what_disappears_is_what_was_closed(goal):
    past = tried("click", "#fine", desk(), 0, ends_part=True)

    assert met(goal, desk(), desk(banner=False), past) is True
    assert met(goal, desk(), desk(), past) is not True
    assert met(goal, desk(), desk(button="Sure"), past) is not True


def test_what_else_is_to_disappear_is_not_what_was_closed():
    past = tried("click", "#fine", desk(), 0, ends_part=True)

    assert met("Close the banner and check that the error disappears", desk(), desk(banner=False), past) is not True


LUNA, SOL = ("L-1", "Luna Ltd"), ("L-2", "Sol & Co")


@pytest.mark.parametrize(
    "goal",
    [
        "Delete L-2 and make sure that searching for Sol & Co finds nothing any more",
        "Remove L-2; a search for Sol & Co then finds nothing",
        "Elimina L-2 y busca Sol & Co: no debe salir nada",
    ],
)
def test_a_search_that_finds_no_more_what_its_list_had_shown(goal):
    full, left, none = desk(False, LUNA, SOL), desk(False, LUNA), desk(False, query="Sol & Co")
    delete = tried("click", "#d", full, 0, ends_part=True)
    search = tried("fill", "#q", left, 1, value="Sol & Co", ends_part=True)
    found = desk(False, SOL, query="Sol & Co")

    checks = [
        BuiltinExaminer().examine(Situation(goal, full.url, now, full, (delete, search)), now, ())
        for now in (none, found)
    ]

    assert any("finds no" in fact.text and fact.supports for fact in checks[0].evidence)
    assert checks[1].met is not True


def bought(total="€20.00", kept=True):
    built = Builder()
    for row in (("O-1", "Ray", "€20.00"), ("O-2", "Bo Lint", total))[: 1 + kept]:
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
        built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Click Add, type Bo Lint, click Store order and see it in the list with €20.00",
        "Press New, type Bo Lint and press Store order. It is listed with €20.00",
        "Pulsa Nuevo, escribe Bo Lint, pulsa Guardar pedido y comprueba que sale en la lista con €20.00",
    ],
)
def test_what_was_sent_by_a_button_is_not_called_like_the_button(goal):
    before = bought(kept=False)
    steps = (
        tried("click", "#new", before, 0),
        tried("fill", "#who", before, 1, value="Bo Lint"),
        tried("click", "#send", before, 2, commits=True, ends_part=True),
    )

    assert met(goal, before, bought(), *steps, again=bought()) is True
    # The amount stands in another entry only.
    assert met(goal, before, bought("€9.00"), *steps, again=bought("€9.00")) is not True
