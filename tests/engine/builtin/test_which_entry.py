"""The entry that is acted on is the one that is told, among others that say some of the same; none where none is."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal

HEADS = ("Permit", "Holder", "Event", "Fee", "State")
PERMITS = (
    ("K-7", "Ines Vega", "Parade", "€80", "Settled"),
    ("K-70", "Ines Vega", "Concert", "€95", "Overdue"),
    ("K-71", "Tom Hale", "Parade", "€60", "Settled"),
    ("K-72", "Dr. Tomas Hale", "Night market", "€45", "Overdue"),
    ("K-8", "Ruiz de la Cruz", "Fair", "€30", "Filed"),
)
VERBS = ("Edit", "Delete", "Archive", "Approve", "Mark as settled")


def permits(shape, named=False):
    built = Builder()
    built.text("Permits", role="heading")
    built.into("table" if shape == "row" else "list")
    holder = built.holder
    if shape == "row":
        built.into("row")
        for at, head in enumerate(HEADS):
            built.add("text", "columnheader", text=head, box=(150 * at, 10, 140, 20))
    for number, cells in enumerate(PERMITS):
        built.holder = holder
        built.into(shape)
        for at, said in enumerate((" · ".join(cells),) if shape == "listitem" else cells):
            built.add("text", "cell", text=said, box=(150 * at, 60 + 40 * number, 140, 20))
        for verb in VERBS:
            built.button(f"{verb} {cells[0]}" if named else verb, selector=f"#{verb}-{number}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Delete Ines Vega's concert", "#Delete-1"),
        ("Delete Tom Hale's parade", "#Delete-2"),
        ("Delete the concert of Tom Hale", None),
        ("Delete Tom Hale's night market", None),
        ("Remove the concert that Tom Hale asked for", None),
        ("Archive the parade permit of Tom Hale", "#Archive-2"),
        ("Archive the concert permit of Tom Hale", None),
        ("Archive Zoe Orr's concert", None),
        ("Archive Tomas Hale's concert", None),
        ("Approve the permit of Ruiz de la Cruz for the fair", "#Approve-4"),
        ("Approve the permit of Ruiz de la Cruz for the concert", None),
        ("Change the fee of Tom Hale's parade to €70", "#Edit-2"),
        ("Change the fee of Tom Hale's concert to €70", None),
        ("Mark Ines Vega's concert as settled", "#Mark as settled-1"),
        ("Mark the permit of Dr. Tomas Hale as settled", "#Mark as settled-3"),
        ("Mark Tom Hale's concert as settled", None),
        ("Mark Ines Vega's permit as settled", None),
        ("Archiva el permiso de Tom Hale con el concert", None),
        ("Approve Dr. Hale's permit", "#Approve-3"),
        ("Delete Dr. Tomas Hale's night market", "#Delete-3"),
        ("Ines Vega no longer needs the concert. Archive her permit.", "#Archive-1"),
        ("Ines Vega no longer needs a permit. Archive it.", None),
        ("Tom Hale no longer needs the concert. Archive his permit.", None),
        ("Ines Vega asked for a parade by mistake. Delete it.", "#Delete-0"),
        ("Ines Vega ya no quiere el concert. Borra su permiso.", "#Delete-1"),
    ],
)
@pytest.mark.parametrize("shape", ["row", "listitem", "article"])
def test_the_control_of_the_entry_that_says_all_that_is_told(shape, goal, pressed):
    draft = plan(permits(shape), goal)

    assert [p.step.selector for p in draft.steps] == ([pressed] if pressed else [])


@pytest.mark.parametrize("goal", ["Mark the permit of Tom Hale as settled", "Mark as settled the €60 permit"])
def test_a_control_that_says_the_code_of_its_entry_says_nothing_else(goal):
    draft = plan(permits("row", named=True), goal)

    assert [p.step.selector for p in draft.steps] == ["#Mark as settled-2"]


@pytest.mark.parametrize(
    ("goal", "verb", "name"),
    [
        ("Delete Dr. Obi's visit", "delete", "Dr. Obi"),
        ("Archive Mrs. Lee", "say", "Mrs. Lee"),
        ("Open it.\nApprove Peña de la Cruz", "say", "Peña de la Cruz"),
    ],
)
def test_the_order_at_the_head_of_a_sentence_is_no_part_of_a_name(goal, verb, name):
    part = next(p for p in read_goal(goal).parts if name in [t.text for t in p.words])

    assert part.verb == verb
    assert [t.text for t in part.verb_words] == [goal.split("\n")[-1].split()[0]]


def test_a_name_at_the_head_of_a_sentence_stays_whole():
    part = read_goal("Dr. Obi has settled. Delete his permit.").parts[-1]

    assert "Dr. Obi" in [t.text for t in part.words]
