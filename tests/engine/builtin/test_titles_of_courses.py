"""The title over the steps of a course asks for nothing."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def _parts(goal: str) -> list[tuple[str, str]]:
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if part.verb != "save"]


@pytest.mark.parametrize(("title", "steps"), [
    ("Scenario: delete a parcel", "When I delete PAR-3\nThen I see 2 parcels"),
    ("Scenario: Remove one", "When I delete PAR-3\nThen I see 2 parcels"),
    ("Feature: parcels\nScenario: delete a parcel", "When I delete PAR-3\nThen I see 2 parcels"),
    ("Escenario: borrar un envío", "Cuando borro PAR-3\nEntonces veo 2 parcels"),
    ("Escenario: Añadir y borrar envíos", "Cuando borro PAR-3\nEntonces veo 2 parcels"),
    ("Scenario: delete PAR-3", "When I delete PAR-3\nThen I see 2 parcels"),
])  # fmt: skip
def test_a_title_over_steps_is_not_done_itself(title: str, steps: str) -> None:
    assert _parts(f"{title}\n{steps}") == [("delete", "PAR-3"), ("expect", "2 parcels")]


def test_a_title_that_alone_names_the_thing_is_read() -> None:
    parts = _parts("Scenario: delete PAR-3\nWhen I click Delete\nThen I see 2 parcels")

    assert parts[0] == ("delete", "PAR-3")


def test_a_scenario_without_steps_is_what_is_asked_for() -> None:
    assert _parts("Scenario: delete PAR-3. I see 2 parcels.")[0] == ("delete", "PAR-3")
