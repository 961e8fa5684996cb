"""Which page is shown is told by its heading, title, address or current link; a link of its name is not it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.arrivals import page_meant
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def invoices(url="http://app.test/invoices"):
    """A page of invoices beside a link to the clients, with a column that says Client."""
    built = Builder()
    built.link("Invoices")
    built.link("Clients")
    built.text("Invoices", role="heading")
    built.text("Client", role="columnheader")
    built.text("The bills of the year")
    return replace(built.page(), url=url)


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("I land on the Invoices page", True),
        ("I end up on the Invoices page", True),
        ("the invoices page opens", True),
        ("I'm taken to the Invoices page", True),
        ("I am redirected to /invoices", True),
        ("I am on Invoices", True),
        ("se muestra la página de Invoices", True),
        ("llego a la pantalla de Invoices", True),
        ("the Clients page is shown", False),
        ("the clients page opens", False),
        ("I see the Clients page", False),
        ("I am redirected to /clients", False),
        ("llego a la página de Clients", False),
        ("the New invoice page appears", False),
        ("get to the Invoices page", True),
        ("get to the Clients page", False),
        ("Invoices opens", True),
        ("se abre Invoices", True),
        ("se abre Clients", None),
        ("Clients opens", None),
    ],
)
def test_the_page_that_is_shown_is_the_one_that_is_called_so(check, met):
    front = replace(Builder().page(), url="http://app.test/")
    opened = Tried(Planned(Step("click", selector="#n0"), uses=frozenset(range(3)), ends_part=True), True, before=front)
    situation = Situation(f"Open it and check that {check}", "http://app.test/", invoices(), front, (opened,))

    finding = BuiltinExaminer().examine(situation, invoices(), ())

    assert finding.met is met, finding.reason


@pytest.mark.parametrize(
    "check",
    [
        "the Invoices page shows 14 bills",
        "I see Ada on the Invoices page",
        "the total is shown on the page",
        "page 2 is shown",
        "the second page opens",
        "the page is in Spanish",
    ],
)
def test_what_a_page_says_is_another_question(check):
    assert page_meant(tokens_of(check)) == ()
