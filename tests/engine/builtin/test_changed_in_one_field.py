"""One field of one entry is changed: its own Edit is pressed, and just the new value typed where it belongs."""

import pytest

from ghostly.engine.builtin.controls import after_to
from ghostly.engine.builtin.editing import before_changes
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried

from .test_planner import Builder, plan

_PLOTS = {
    "Iris Lund": ("Iris Lund", "555 2201", "2027-01-04", "30"),
    "Iris Lund Berg": ("Iris Lund Berg", "555 2202", "2027-02-05", "35"),
    "PLT-4": ("Omar Katz", "555 2203", "2027-03-06", "40"),
}
_FIELDS = ("Tenant name", "Phone number", "Start date", "Yearly rent (€)")


def _listed():
    built, editors = Builder(), {}
    built.link("Home")
    for entry, (tenant, *_) in _PLOTS.items():
        built.holder = -1
        built.into("row")
        built.text(entry if "-" in entry else f"PLT-{len(editors) + 20}", role="cell")
        built.text(tenant, role="cell")
        editors[entry] = f"#n{built.button('Edit')}"
        built.button("Delete")
    return built.page(), editors


def _opened(entry):
    built = Builder()
    built.text("Edit tenant", role="heading")
    built.into("form")
    for name, value, kind in zip(_FIELDS, _PLOTS[entry], ("text", "text", "date", "number"), strict=True):
        built.field(name, type=kind, value=value)
    built.button("Save", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "entry", "typed"),
    [
        ("Change the phone of PLT-4 from 555 2203 to 555 9900", "PLT-4", ("Phone number", "555 9900")),
        ("Change the rent of Iris Lund from 30 to 45", "Iris Lund", ("Yearly rent (€)", "45")),
        ("Iris Lund's phone is wrong, change it to 555 9900", "Iris Lund", ("Phone number", "555 9900")),
        ("The rent of PLT-4 is incorrect. Set it to 45.", "PLT-4", ("Yearly rent (€)", "45")),
        ("El phone de Iris Lund Berg está mal: cámbialo a 555 9900", "Iris Lund Berg", ("Phone number", "555 9900")),
        ("Correct the phone of PLT-4: it should be 555 9900", "PLT-4", ("Phone number", "555 9900")),
        ("Corrige el phone de PLT-4: debe ser 555 9900", "PLT-4", ("Phone number", "555 9900")),
        ("Edit PLT-4 and replace the phone 555 2203 with 555 9900", "PLT-4", ("Phone number", "555 9900")),
        ("Edita PLT-4, sustituye la start date 2027-03-06 por 2027-08-09", "PLT-4", ("Start date", "2027-08-09")),
        ("Set the start date of PLT-4 to 2027-08-09 and save", "PLT-4", ("Start date", "2027-08-09")),
        ("Update Iris Lund's rent to 45", "Iris Lund", ("Yearly rent (€)", "45")),
        (
            "Open Iris Lund for editing, change the phone to 555 9900 and save it",
            "Iris Lund",
            ("Phone number", "555 9900"),
        ),
        ("Set 45 as the rent of PLT-4", "PLT-4", ("Yearly rent (€)", "45")),
        ("Pon 45 como rent de Iris Lund Berg y guarda", "Iris Lund Berg", ("Yearly rent (€)", "45")),
        ("PLT-4 has a new phone: 555 9900. Update it.", "PLT-4", ("Phone number", "555 9900")),
        ("En PLT-4 pon 45 como rent", "PLT-4", ("Yearly rent (€)", "45")),
        ("In the entry Iris Lund, enter 45 as the rent", "Iris Lund", ("Yearly rent (€)", "45")),
        (
            "The phone of PLT-4 should be 555 9900 instead of 555 2203. Correct it.",
            "PLT-4",
            ("Phone number", "555 9900"),
        ),
        ("Cambia el tenant name de PLT-4 de Omar Katz a Olga Marsh", "PLT-4", ("Tenant name", "Olga Marsh")),
    ],
)
def test_the_new_value_goes_into_its_field_of_its_entry(goal, entry, typed):
    page, editors = _listed()
    pressed, *_ = plan(page, goal).steps
    assert pressed.step.selector == editors[entry]

    form = plan(_opened(entry), goal, Tried(pressed, True, before=page))
    assert [(p.target.name, p.step.value) for p in form.steps if p.step.action == "fill"] == [typed], form.unsure


@pytest.mark.parametrize(
    "goal", ["Change the rent of Zoe Hart from 30 to 45", "Zoe Hart's phone is wrong, change it to 5"]
)
def test_no_entry_is_opened_for_one_that_is_not_there(goal):
    page, editors = _listed()

    assert not {p.step.selector for p in plan(page, goal).steps} & set(editors.values())


@pytest.mark.parametrize(
    "goal",
    [
        "Change the fee of Lamp 9 W to 2.35 and its stock to 60",
        "Cambia el precio de la Lamp 9 W a 2,35 € y su mínimo a 60",
        "Change the fee of Lamp 9 W to 2.35, the stock to 60",
    ],
)
def test_the_entry_is_told_by_what_stands_before_two_changes(goal):
    (part,) = [p for p in read_goal(goal).parts if p.verb == "edit"]
    new = {t.number for t in after_to(part)}
    led = before_changes([t for t in part.words if t.number not in new])

    assert "60" not in " ".join(t.text for t in led)
    assert [t.text for t in led][-3:] == ["Lamp", "9", "W"]


def test_two_entries_that_go_to_two_places_are_both_told():
    (part,) = [p for p in read_goal("Change Lamp 1 to Paid and Lamp 2 to Open").parts if p.verb == "edit"][:1]

    assert before_changes(part.words) == list(part.words)
