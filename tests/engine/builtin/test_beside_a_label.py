"""What a check names by its label is read right beside it, however the label is written."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import examined


def card(*facts):
    built = Builder()
    built.text("Marcus Bell", role="heading")
    for label, said in facts:
        built.text(label)
        built.text(said)
    return built.page()


PAGE = card(("NIF", "A-8765"), ("Allergies", "Peanuts, mild"), ("Date of birth", "4 June 1990"), ("Ward", "Not open"))


def met(check, page=PAGE):
    built = Builder()
    built.add("control", "link", "Marcus Bell", selector="#bell")
    past = (tried("click", "#bell", built.page(), 0),)
    return examined(f"Open Marcus Bell. {check}", built.page(), page, *past).met


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("Check that Allergies says Peanuts, mild.", True),
        ('Check that Allergies says "Peanuts, mild".', True),
        ("Allergies should read Peanuts, mild.", True),
        ("Check that the NIF is A-8765.", True),
        ("Comprueba que el NIF sea A-8765.", True),
        ("Comprueba que en NIF pone A-8765.", True),
        ("Comprueba que Allergies dice «Peanuts, mild».", True),
        ("Check that Date of birth shows 4 June 1990.", True),
        ("Check that Allergies says Penicillin.", False),
        ("Check that Allergies says A-8765.", False),
        ("Comprueba que el NIF sea A-9999.", False),
        ("Check that the NIF is 4 June 1990.", False),
        ("Check that Ward says Open.", False),
    ],
)
def test_a_fact_is_read_right_beside_its_label(check, so):
    assert (met(check) is True) is so


def test_what_stands_beside_one_of_two_labels_of_the_same_name_is_not_taken_for_both():
    twice = card(("Allergies", "Dust"), ("Allergies", "Peanuts, mild"))

    assert met("Check that Allergies says Peanuts, mild.", twice) is not True


def companies(heading):
    built = Builder()
    built.text(heading, role="heading")
    table = built.add("holder", "table")
    for at, cells in enumerate((("Company", "Contact person"), ("Kestrel Ltd", "Tom Alder"), ("Loom Co", "Ann Reed"))):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if at else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * at, 90, 20))
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "check",
    [
        "The Companies page lists Kestrel Ltd with contact person Tom Alder",
        "The Companies page should show Kestrel Ltd with contact person Tom Alder",
        "The Companies list shows Kestrel Ltd with Tom Alder",
        "The Companies page contains Kestrel Ltd",
        "La página Companies muestra Kestrel Ltd con Tom Alder",
        "La página de Companies debe mostrar Kestrel Ltd",
        "La lista de Companies incluye Kestrel Ltd con Tom Alder",
    ],
)
def test_the_page_that_a_check_begins_with_is_where_it_is_to_be_seen(check):
    assert met(f"Check that {check}.", companies("Companies")) is True
    assert met(f"Check that {check}.", companies("Suppliers")) is not True
    assert met(f"Check that {check.replace('Kestrel', 'Falcon')}.", companies("Companies")) is not True
    if "Tom" in check:
        assert met(f"Check that {check.replace('Tom Alder', 'Ann Reed')}.", companies("Companies")) is not True
