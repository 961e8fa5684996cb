"""Units by their names and their signs: what is shown in euros has a € beside a number, in the place that is meant."""

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.questions import says
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Total €1,200.00", "euros"),
        ("Total 1.200,00 €", "euros"),
        ("Total EUR 1,200", "euros"),
        ("£5", "pounds"),
        ("$ 5", "dólares"),
        ("12 kg", "kilos"),
        ("12 kilograms", "kg"),
        ("5%", "percent"),
        ("90 min", "minutos"),
    ],
)
def test_a_unit_is_said_by_its_sign_beside_a_number(text, word):
    assert says(text, tokens_of(word)[0])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Total $1,200.00", "euros"),
        ("Total in € on request", "euros"),
        ("12 kgs of 5 boxes", "km"),
        ("£5", "Libra"),
        ("5 miners", "minutes"),
        ("€5", "currency"),
    ],
)
def test_a_sign_of_another_unit_or_without_a_number_says_nothing(text, word):
    assert not says(text, tokens_of(word)[0])


def sums(total):
    built = Builder()
    built.text("Sums", role="heading")
    for cells in (("Rent", "€5.00"), ("Balance", total)):
        built.out()
        built.into("row")
        for cell in cells:
            built.text(cell, role="cell")
    return built.page()


def units(chosen):
    built = Builder()
    built.text("Units", role="heading")
    built.into("form")
    built.add("control", "radio", "Euro (EUR)", tag="input", type="radio", checked=chosen, selector="#eur")
    built.button("Save", selector="#save")
    return built.page()


@pytest.mark.parametrize(("total", "met"), [("€9.00", True), ("$9.00", False), ("9.00", False)])
@pytest.mark.parametrize(
    "goal",
    [
        "Change the currency to euros and save. The balance on the Sums page should be shown in euros.",
        "Cambia la moneda a euros y guarda. El balance de la página Sums debe mostrarse en euros.",
    ],
)
def test_what_was_chosen_as_a_unit_is_to_be_seen_where_the_check_says(goal, total, met):
    set_so = Planned(Step("check", selector="#eur"), uses=frozenset(range(30)), ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = [Tried(set_so, True, before=units(False)), Tried(saved, True, before=units(True))]

    assert (examined(goal, units(False), sums(total), *past).met is True) is met


def currencies():
    built = Builder()
    built.text("Units", role="heading")
    built.into("form")
    built.into("group", "Currency")
    for code, label in (("usd", "US dollar (USD)"), ("eur", "Euro (EUR)"), ("gbp", "Pound sterling (GBP)")):
        of = {"tag": "input", "type": "radio", "html_name": "currency", "label": label, "selector": f"#{code}"}
        built.add("control", "radio", label, checked=code == "usd", **of)
    built.holder = 1
    built.button("Save", type="submit", selector="#save")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "chosen"),
    [
        ("Switch the currency to pounds", "#gbp"),
        ("Change the currency to GBP", "#gbp"),
        ("Choose US dollars as the currency", "#usd"),
        ("Set the currency to euros", "#eur"),
        ("Cambia la moneda a libras", "#gbp"),
        ("Pon dólares como moneda", "#usd"),
        ("Switch the currency to yen", None),
    ],
)
def test_a_unit_is_chosen_by_any_of_its_names(goal, chosen):
    checked = [p.step.selector for p in plan(currencies(), goal).steps if p.step.action == "check"]

    assert checked == ([chosen] if chosen else [])
