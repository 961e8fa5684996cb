"""A state that an entry says as what is not so, not yet or not wholly is not the state that a check names."""

import pytest
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import WORDS, examined

from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

HEADS = ("Parcel", "Sender", "State")


def parcels(*states):
    """A table of parcels that can be marked, one for each state."""
    built = Builder()
    built.text("Parcels", role="heading")
    table = built.add("holder", "table")
    rows = [
        (f"P-{10**at}", name, state) for at, (name, state) in enumerate(zip(("Ann Lee", "Cy Orr"), states, strict=True))
    ]
    for line, cells in enumerate((HEADS, *rows)):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if line else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * line, 90, 20))
        if line:
            built.button("Mark as packed", selector=f"#mark-{line}")
    return built.page()


def marked(check, state, order="Mark the parcel P-10 as packed and check that"):
    before, now = parcels("Open", "Open"), parcels("Open", state)
    press = Planned(Step("click", selector="#mark-2"), uses=WORDS, commits=True, ends_part=True,
                    target=Target("button", "Mark as packed", "#mark-2"))  # fmt: skip
    return examined(f"{order} {check}", before, now, Tried(press, True, before=before))


CHECKS = (
    "P-10 is shown as Packed",
    "the row of P-10 says Packed",
    "its state is Packed",
    "P-10 reads Packed in the State column",
    "Cy Orr's parcel is now Packed",
    "it says Packed",
)
SPANISH = ("P-10 sale como Packed", "la fila de P-10 dice Packed", "el estado pasa a Packed", "queda como Packed")


@pytest.mark.parametrize("state", ["Partly packed", "Not packed", "To be packed", "Almost packed"])
@pytest.mark.parametrize("check", CHECKS)
def test_what_is_only_partly_so_is_not_so(check, state):
    assert marked(check, state).met is False


@pytest.mark.parametrize("state", ["Packed", "Packed today", "Now packed", "Fully packed"])
@pytest.mark.parametrize("check", CHECKS)
def test_what_is_so_may_say_more(check, state):
    assert marked(check, state).met is True


@pytest.mark.parametrize("check", SPANISH)
@pytest.mark.parametrize(("state", "met"), [("Packed", True), ("Not packed", False), ("Half packed", False)])
def test_a_spanish_check_means_the_state_itself_too(check, state, met):
    assert marked(check, state, "Marca el paquete P-10 como Packed y comprueba que").met is met


def test_a_check_may_mean_just_the_part():
    assert marked("P-10 is shown as partly packed", "Partly packed").met is True
