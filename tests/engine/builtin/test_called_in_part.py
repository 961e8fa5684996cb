"""Two fields of a form, called by the whole of their labels or by a part of them."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal

VALUES = {
    "Guild name": "Felt & Fur",
    "Permit number": "GB-90417",
    "First name": "Nora",
    "Number of seats": "12",
    "Your message": "Please call",
    "Nombre del gremio": "Hilados Cierzo",
    "NIF": "B-50607080",
    "Calle y número": "Calle Mayor 5",
    "Ciudad": "Cádiz",
}
NUMBERS = {"Number of seats"}

ENGLISH = [
    "Enter {0} as the {a} and {1} as the {b}",
    "Type {0} into {a} and {1} into {b}",
    "Fill in the {a} with {0} and the {b} with {1}",
    "For the {a} enter {0}, and for the {b} enter {1}",
    "Use {0} as the {a} and {1} as the {b}",
    "Put {0} in the {a} field and {1} in the {b} field",
]
SPANISH = [
    "Escribe {0} como {a} y {1} como {b}",
    "En {a} pon {0} y en {b} pon {1}",
    "Pon {a} a {0} y {b} a {1}",
    "Pon {0} como {a} y {1} como {b} y pulsa Guardar",
]
PAIRS = [
    ("Guild name", "name", "Permit number", "permit number", ENGLISH),
    ("Guild name", "name of the guild", "Permit number", "permit number", ENGLISH),
    ("Permit number", "permit number", "First name", "first name", ENGLISH),
    ("Number of seats", "number of seats", "Your message", "message", ENGLISH),
    ("Nombre del gremio", "nombre", "NIF", "NIF", SPANISH),
    ("Calle y número", "calle", "Ciudad", "ciudad", SPANISH),
]
CASES = [(pair, said) for *pair, sayings in PAIRS for said in sayings]


@pytest.mark.parametrize(("pair", "said"), CASES)
def test_each_value_goes_into_the_field_that_is_meant(pair, said):
    first, called, second, otherwise = pair
    form = Builder()
    form.into("form")
    form.field(first, type="number" if first in NUMBERS else "text")
    form.field(second)
    form.button("Save", type="submit")

    planned = plan(form.page(), said.format(VALUES[first], VALUES[second], a=called, b=otherwise))

    typed = {step.step.selector: step.step.value for step in planned.steps if step.step.action == "fill"}
    assert typed == {"#n1": VALUES[first], "#n2": VALUES[second]}


@pytest.mark.parametrize("goal", ["Set B-50 as Paid", "Pon ORD-7 como Pagado"])
def test_what_is_set_as_something_is_still_an_entry(goal):
    form = Builder()
    form.into("form")
    form.field("Permit number")
    form.button("Save", type="submit")

    assert not [step for step in plan(form.page(), goal).steps if step.step.action == "fill"]


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("Add Max Power (phone 555 123) as a customer", "a customer called Max Power phone 555 123"),
        ("Añade a Ana Gil como cliente", "cliente called Ana Gil"),
        ("Create ORD-7 as draft", "ORD-7 as draft"),
    ],
)
def test_what_somebody_is_added_as_is_the_kind_of_what_is_made(goal, made):
    first = read_goal(goal).parts[0]

    assert (first.verb, " ".join(t.text for t in first.words if t.kind != "mark")) == ("create", made)


@pytest.mark.parametrize(("button", "pressed"), [("Next", 1), ("Continue", 1), ("Save and continue", 1), ("Finish", 0)])
@pytest.mark.parametrize("goal", ["Click Next.", "Press Next and check that step 2 is shown", "Pulsa Siguiente"])
def test_a_button_may_be_called_next(goal, button, pressed):
    form = Builder()
    form.into("form")
    form.field("Name", value="Ada")
    form.button("Back")
    meant = form.button(button)

    steps = [(s.step.action, s.step.selector) for s in plan(form.page(), goal).steps]
    assert steps == [("click", f"#n{meant}")] * pressed
