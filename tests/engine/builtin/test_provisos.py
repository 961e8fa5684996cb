"""What a check says besides its subject has to be so as well: of every entry, of one alone, and at the top."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.provisos import another_of_kind, none_left, one_lacking, only_in_entries
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def check(said):
    return next(part for part in read_goal(said).parts if part.verb == "expect")


def courses(*states):
    built = Builder()
    built.into("table", "Courses")
    table = built.holder
    for number, state in enumerate(states):
        built.holder = table
        built.into("row")
        for cell in (f"C-{number}", "Room B", state):
            built.text(cell, role="cell")
    return built.page()


@pytest.mark.parametrize(
    "said",
    [
        "Verify that all of them are Full",
        "Check that every course says Full",
        "Make sure the table shows Full for every course",
        "Check that both of them are Full",
        "Comprueba que todos están en Full",
        "Comprueba que las dos figuran como Full",
        "Verifica que pone Full en cada curso",
    ],
)
def test_what_is_said_of_every_entry_lacks_in_none(said):
    assert one_lacking(courses("Full", "Open"), check(said))
    assert not one_lacking(courses("Full", "Full"), check(said))


@pytest.mark.parametrize(
    "said",
    [
        "Check that all changes are saved and C-0 is Full",
        "Check that all of Ada's courses are shown as Full",
        "Check that C-0 is Full",
        "Comprueba que todos los datos se ven: Full",
        "Verify that all three are listed: C-0, C-1 and C-2",
    ],
)
def test_what_is_not_said_of_every_entry_may_lack_in_some(said):
    assert not one_lacking(courses("Full", "Open"), check(said))


@pytest.mark.parametrize(
    ("said", "single"),
    [
        ("Check that it is the only course on the page", True),
        ("Comprueba que es el único curso", True),
        ("Check that it is the only course that is Full", False),
        ("Check that it is listed", False),
    ],
)
def test_the_only_one_has_no_other_beside_it(said, single):
    def is_own(text):
        return text == "C-0 Room B Full"

    assert bool(another_of_kind(courses("Full", "Open"), check(said), is_own)) is single
    assert another_of_kind(courses("Full"), check(said), is_own) == ""


def test_what_stands_at_the_top_is_not_found_in_a_list():
    part = check("Comprueba que arriba pone Full")
    subject = [t for t in part.words if t.norm == "full"]
    built = Builder()
    built.text("Signed in as Full")

    assert only_in_entries(courses("Full"), part, subject)
    assert not only_in_entries(built.page(), part, subject)
    assert not only_in_entries(courses("Full"), check("Check that the top of the list shows Full"), subject)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Check that there are none left in Drafts", ([], ["Drafts"])),
        ("Check that there are no courses left", (["courses"], [])),
        ("Comprueba que no queda ninguno en Borradores", ([], ["Borradores"])),
        ("Comprueba que no queda ninguna nota", (["nota"], [])),
        ("Comprueba que no queda ninguno para Ada", None),
        ("Check that there is no course called Ada left", None),
        ("Comprueba que no queda el curso", None),
        ("Check that it is not left", None),
    ],
)
def test_a_check_tells_of_what_none_is_left(said, told):
    found = none_left(check(said))

    assert (found and tuple([t.text for t in words] for words in found)) == told


@pytest.mark.parametrize(
    "goal",
    [
        "Delete the course C-1 and check that there are none left in Courses",
        "Delete the course C-1 and check that there are no courses left",
        "Borra el curso C-1 y comprueba que no queda ningún course",
        "Borra el curso C-1 y comprueba que no queda ninguno en Archivo",
    ],
)
def test_where_others_are_listed_still_some_are_left(goal):
    pressed = Planned(Step("click", selector="#n6"), uses=frozenset(range(5)), commits=True, ends_part=True)
    before, now = courses("Full", "Open"), courses("Full")
    situation = Situation(goal, before.url, now, before, (Tried(pressed, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is None


def test_what_a_search_is_not_to_find_is_no_word_to_search_for():
    parts = read_goal("Borra el pedido A-9; al buscar Denim no debe quedar ninguno").parts

    assert [t.text for t in parts[1].words] == ["Denim"]
    assert parts[2].negated
