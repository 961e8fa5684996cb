"""The entry that is acted on is the one that is told, among others that say some of the same; none where none is."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option

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
@pytest.mark.parametrize("shape", ["row", "listitem"])
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


JOBS = (
    ("Roof leak", "Ada Ruiz", "Open"),
    ("Roof tiles", "Bo Lind", "Open"),
    ("Roof leak north", "Cy Orr", "Done"),
    ("Pump 7", "Ada Ruiz", "Open"),
    ("Pump 70", "Bo Lind", "Late"),
)


def jobs(kind):
    built = Builder()
    built.text("Jobs", role="heading")
    built.into("table")
    holder = built.holder
    for number, cells in enumerate(JOBS):
        built.holder = holder
        built.into("row")
        if kind == "box":
            built.add("control", "checkbox", checked=False, tag="input", type="checkbox", selector=f"#box-{number}")
        for said in cells[: 2 if kind == "list" else 3]:
            built.text(said, role="cell")
        if kind == "list":
            options = tuple(Option(each, each, each == cells[2]) for each in ("Open", "Late", "Done"))
            built.add("control", "combobox", "State", label="State", options=options, value=cells[2],
                      selector=f"#state-{number}")  # fmt: skip
        if kind == "tick":
            built.add("control", "checkbox", "Done", label="Done", checked=cells[2] == "Done", tag="input",
                      type="checkbox", selector=f"#tick-{number}")  # fmt: skip
    built.out()
    if kind == "box":
        for label in ("Delete selected", "Mark as done", "Archive selected"):
            built.button(label, selector=f"#{label.split()[0]}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "chosen"),
    [
        ("Set the state of Roof leak to Late", 0),
        ("Set Roof leak to Late", 0),
        ("Set the state of Roof leak north to Late", 2),
        ("Change the state of Pump 70 to Done", 4),
        ("Set the state of Bo Lind's pump to Done", 4),
        ("Set the state of the tiles to Done", 1),
        ("Set the state of the job of Bo Lind to Done", None),
        ("Set the state of Cy Orr's pump to Done", None),
        ("Set the state of the pump to Done", None),
        ("Cambia el estado de Pump 7 a Done", 3),
    ],
)
def test_the_list_of_the_entry_that_is_told(goal, chosen):
    took = [selector for action, selector, _ in steps(plan(jobs("list"), goal)) if action == "selectOption"]

    assert took == ([] if chosen is None else [f"#state-{chosen}"])


@pytest.mark.parametrize(
    ("goal", "ticked"),
    [
        ("Tick Roof leak", (0,)),
        ("Mark Roof leak as done", (0,)),
        ("Mark Roof leak and Roof tiles as done", (0, 1)),
        ("Mark Pump 7 and Pump 70 as done", (3, 4)),
        ("Mark Cy Orr's pump as done", ()),
        ("Mark the job of Ada Ruiz as done", ()),
    ],
)
def test_the_boxes_of_the_entries_that_are_told(goal, ticked):
    took = steps(plan(jobs("tick"), goal))

    assert took == [("check", f"#tick-{number}", None) for number in ticked]


@pytest.mark.parametrize(
    ("goal", "ticked", "pressed"),
    [
        ("Mark Roof tiles and Pump 7 as done", (1, 3), "#Mark"),
        ("Archive Roof leak and Pump 70", (0, 4), "#Archive"),
        ("Archive the jobs of Ada Ruiz", (0, 3), "#Archive"),
        ("Archive the job of Ada Ruiz", (), ""),
        ("Delete both jobs of Bo Lind", (1, 4), "#Delete"),
        ("Delete all jobs", (0, 1, 2, 3, 4), "#Delete"),
        ("Delete all done jobs", (2,), "#Delete"),
        ("Delete all late jobs of Bo Lind", (4,), "#Delete"),
        ("Delete all other jobs", (), ""),
        ("Delete all urgent jobs", (), ""),
        ("Archive every job except Pump 7", (0, 1, 2, 4), "#Archive"),
        ("Mark Zoe's job and Pump 7 as done", (), ""),
        ("Archive Zoe's job", (), ""),
        ("Borra todos los trabajos de Ada Ruiz", (0, 3), "#Delete"),
    ],
)
def test_the_entries_that_are_told_are_ticked_and_no_others(goal, ticked, pressed):
    took = [(action, selector) for action, selector, _ in steps(plan(jobs("box"), goal, most=10))]

    ticks = [("check", f"#box-{number}") for number in ticked]
    assert took == ([*ticks, ("click", pressed)] if pressed else [])


@pytest.mark.parametrize(
    ("goal", "pressed"),
    [
        ("Archive the cheapest permit", "#Archive-4"),
        ("Delete the most expensive permit", "#Delete-1"),
        ("Delete the cheapest permit of Ines Vega", "#Delete-0"),
        ("Borra el permiso más caro", "#Delete-1"),
        ("Archive it", None),
        ("Delete the second permit", "#Delete-1"),
        ("Borra el tercer permiso", "#Delete-2"),
        ("Delete the last permit", None),
        ("Delete the last permit in the list", "#Delete-4"),
        ("Delete the ninth permit", None),
        ("Delete Ines Vega's settled permit", "#Delete-0"),
    ],
)
def test_the_entry_that_is_told_by_its_place_or_by_how_much_it_says(goal, pressed):
    took = [selector for _, selector, _ in steps(plan(permits("row"), goal))]

    assert took == ([pressed] if pressed else [])
