"""Which of several things is meant: by what a goal tells of them first, by how they compare, and told in passing."""

import pytest

from ghostly.engine.builtin.comparing import comparison_in
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

from .test_planner import Builder, plan


def listed(*rows):
    built = Builder()
    for row in rows:
        built.holder = -1
        built.into("row")
        for said in row:
            built.text(said, role="cell")
        built.button(f"Edit bill {row[0]}", selector=f"#edit-{row[0]}")
    return built.page()


def form():
    built = Builder()
    built.into("dialog")
    built.field("Quantity", type="number", value="10", selector="#quantity")
    built.field("Notes", selector="#notes")
    built.button("Save bill", selector="#save")
    return built.page()


ROWS = (("F-1", "Ada", "Tea", "2025-02-03", "Paid"), ("F-2", "Ada", "Tea", "2025-02-27", "Open"))


@pytest.mark.parametrize(
    ("goal", "editor"),
    [
        ("Change the older of the two bills of Ada to 14 pieces.", "#edit-F-1"),
        ("Edit the newer bill of Ada and make it 14.", "#edit-F-2"),
        ("Ada has two bills, one paid and one open. Change the open one to 14 units.", "#edit-F-2"),
        ("Ada tiene dos bills: la paid y la open. Cambia la paid a 14 unidades.", "#edit-F-1"),
    ],
)
def test_the_amount_of_the_one_that_is_meant_is_changed(goal, editor):
    page = listed(*ROWS)
    pressed, *_ = plan(page, goal).steps
    assert pressed.step.selector == editor
    filled = plan(form(), goal, Tried(pressed, True, before=page)).steps
    assert [(p.step.selector, p.step.value) for p in filled if p.step.action == "fill"] == [("#quantity", "14")]


def test_what_is_not_called_an_amount_is_not_put_there():
    page, goal = listed(*ROWS), "Change the discount of the bill F-1 to 14."
    pressed, *_ = plan(page, goal).steps
    assert not plan(form(), goal, Tried(pressed, True, before=page)).steps


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        (
            "There are two lamp bills, one for Ada Ray and one for Bo Lee. Edit the Bo Lee one.",
            "edit",
            "the Bo Lee bill of lamp",
        ),
        (
            "Ada Ray has two bills, an older one for Tea and a newer one for Salt. Edit the newer one.",
            "edit",
            "the bill of Ada Ray for Salt",
        ),
        (
            "Bo Lee has two bills of Tea, one is Paid, one is still Open. Delete the open one.",
            "delete",
            "the open bill of Bo Lee of Tea",
        ),
        (
            "Hay dos facturas de Salt Oil: la cancelada (Ada Ray) y la abierta (Bo Lee). Edita la abierta.",
            "edit",
            "la factura abierta de Salt Oil Bo Lee",
        ),
        (
            "Hay dos avisos, uno de Ada y otro de Bo. Borra el de Bo.",
            "delete",
            "el aviso de Bo",
        ),
        # What is looked for, and what each of several has.
        (
            "Find the two bills of 10 Tea cans (one is Ada Ray's, one Bo Lee's). Edit the one of Bo Lee.",
            "edit",
            "the bill of Tea cans of Bo Lee",
        ),
        ("Locate the two bills of May (one paid, one open). Delete the open one.", "delete", "the open bill of May"),
        ("Busca las dos facturas de Salt (una es de Ada y la otra de Bo). Borra la de Bo.", "delete",
         "la factura de Salt de Bo"),
        ("Ada Ray and Bo Lee each have a bill of 20 Tea cans. Edit the one of Bo Lee.", "edit",
         "the bill of Tea cans of Bo Lee"),
        ("Ada and Bo have a bill of Tea each. Delete the one of Bo.", "delete", "the bill of Tea of Bo"),
        ("Ada Ray y Bo Lee tienen cada uno una factura de 20 Salt. Edita la de Bo Lee (F-2).", "edit",
         "la factura de Salt de Bo Lee F-2"),
        ("Ada, Bo y Cleo tienen un aviso cada uno. Borra el de Cleo.", "delete", "el aviso de Cleo"),
    ],
)  # fmt: skip
def test_one_of_several_that_were_told_of_is_called_by_all_that_is_known_of_it(goal, verb, words):
    assert read(goal)[0] == (verb, words)


def test_the_other_one_is_the_one_that_is_not_meant():
    goal = "There are two bills, one for Ada Ray and one for Bo Lee. Pay the Bo Lee one. The other one is still open."
    assert ("expect", "The bill for Ada Ray is still open") in read(goal)


@pytest.mark.parametrize(
    "goal",
    [
        "Ada Ray has two bills and wants one of them back. Delete the one of Tea.",
        "Check that there are two bills, one for Ada Ray and one for Bo Lee. Delete the one for Bo Lee.",
        # What two have together.
        "Ada Ray and Bo Lee have a bill of Tea. Delete the one of Bo Lee.",
    ],
)
def test_a_sentence_that_says_more_is_kept(goal):
    assert "the one" in read(goal)[-1][1]


@pytest.mark.parametrize(
    ("goal", "part"),
    [
        ("I need the bill F-7 changed to 14 pieces.", ("edit", "the bill F-7 to 14 pieces")),
        ("Quiero la factura F-7 cambiada a Pagada.", ("edit", "la factura F-7 a Pagada")),
        ("La factura F-7 tiene que pasar a 26.", ("edit", "La factura F-7 a 26")),
        ("Edit F-7 and make it 35.", ("edit", "F-7 it to 35")),
        ("Abro para editar F-7. Le cambio la fecha a 2025-02-28.", ("edit", "F-7 la fecha a 2025-02-28")),
        ("Quiero poner como pagada la factura F-7.", ("edit", "como pagada la factura F-7")),
        ("En F-7, poner 13 en cantidad.", ("edit", "cantidad a 13 En F-7")),
        ("Check that the older one, F-7, is still Paid.", ("expect", "F-7 is still Paid")),
    ],
)
def test_a_roundabout_order_is_a_plain_one(goal, part):
    assert read(goal)[0] == part


@pytest.mark.parametrize(
    ("goal", "editor"),
    [
        ("Paid bill of Ada: change quantity to 14, save.", "#edit-F-1"),
        ("Bill paid of Ada (not the one of Bo): change quantity to 14.", "#edit-F-1"),
        ("Recibo paid de Ada: cambiar la cantidad a 14, guardar.", "#edit-F-1"),
    ],
)
def test_what_stands_before_a_colon_tells_which_one_is_changed(goal, editor):
    assert [p.step.selector for p in plan(listed(*ROWS), goal).steps] == [editor]


@pytest.mark.parametrize(
    "goal",
    [
        "Bill of Ada: change quantity to 14, save.",
        "Paid bill of Bo: change quantity to 14, save.",
        "Factura paid de Bo: cambiar cantidad a 14, guardar.",
        "Cancelled bill of Ada: delete it.",
    ],
)
def test_none_is_changed_where_none_or_several_are_so(goal):
    assert not plan(listed(*ROWS), goal).steps


FIRST, LAST = ("F-1", "Ada Ray", "Salt box", "Open"), ("F-8", "Bo Lee", "Salt box", "Paid")


@pytest.mark.parametrize(
    "goal",
    [
        "Cambiar la fecha de la bill de Salt box de Ada Ray a 10/03/2025.",
        "Bill open de Salt box de Ada Ray: cambiar fecha a 10/03/2025.",
        "Change the date of the bill of Salt box of Ada Ray to 10/03/2025.",
    ],
)
def test_whose_a_thing_is_on_the_page_before_is_no_old_value_of_that_of_another(goal):
    turned = Tried(Planned(Step("click", selector="#next"), part=0, explores=True), True, before=listed(FIRST))
    assert "#edit-F-8" not in [p.step.selector for p in plan(listed(LAST), goal, turned).steps]


@pytest.mark.parametrize(
    "check",
    [
        "Check that the paid bill of Ada Ray still has 12.",
        "Verify the paid bill of Ada Ray still says 12.",
        "Comprueba que la bill paid de Ada Ray sigue con 12.",
    ],
)
def test_what_is_so_still_is_looked_for_where_the_one_of_that_state_is(check):
    def page(row, way):
        built = Builder()
        built.into("row")
        for said in row:
            built.text(said, role="cell")
        built.out()
        built.link(way)
        return built.page()

    paid, open_ = page(("F-1", "Ada Ray", "12", "Paid"), "Next"), page(("F-2", "Ada Ray", "18", "Open"), "Previous")
    turned = Planned(Step("click", selector="#next"), part=0, explores=True, ends_part=True)
    goal = f"Wait for F-2. {check}"
    steps = plan(open_, goal, Tried(turned, True, before=paid)).steps
    assert [p.target.name for p in steps if p.target] == ["Previous"]
    steps = plan(open_, goal.replace("paid", "open"), Tried(turned, True, before=paid)).steps
    assert not steps


def test_what_should_become_so_is_looked_at_where_something_was_done():
    assert read("Set F-7 to Paid. F-7 should become Paid.")[-1][0] == "expect"


@pytest.mark.parametrize(
    "goal",
    [
        "Change F-7 to Paid. Leave F-8 alone.",
        "Cambia F-7 a Pagada, deja F-8 como está.",
    ],
)
def test_what_is_to_be_let_be_may_be_named_first(goal):
    part = read_goal(goal).parts[0]
    assert [t.text for t in part.excluded] == ["F-8"]
    assert len(read_goal(goal).parts) == 2


OLDER, NEWER = "F-1 Ada 12 2025-02-03 €58.00", "F-2 Ada 20 2025-02-27 €97.00"


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("the newer of the two bills", NEWER),
        ("the most recent bill", NEWER),
        ("la factura más antigua", OLDER),
        ("the bigger bill", NEWER),
        ("la factura más pequeña", OLDER),
    ],
)
def test_entries_are_compared_by_their_day_or_their_amounts(words, best):
    told = comparison_in(tokens_of(words))
    assert told is not None
    assert [OLDER, NEWER][told.rank([OLDER, NEWER])] == best


def test_nothing_is_the_largest_where_the_amounts_differ_in_that_or_no_day_is_told():
    assert comparison_in(tokens_of("the larger bill")).rank(["F-1 9 €80", "F-2 12 €70"]) is None
    assert comparison_in(tokens_of("the newer bill")).rank(["F-1 2025-02-03", "F-2"]) is None
    assert comparison_in(tokens_of("the paper bill")) is None


@pytest.mark.parametrize(
    ("goal", "counted"),
    [
        ("Search the bills of Ada: there are three. Delete F-1 and confirm.", True),
        ("Search for the bills of Ada. There are 3 bills. Delete F-1.", True),
        ("Busca las facturas de Ada: hay tres. Borra la factura F-1 y confirma.", True),
        ("Busca las facturas de Ada. Hay 3. Borra F-1.", True),
        ("There are three bills of Ada. Delete F-1.", False),
        ("Hay tres facturas de Ada. Borra F-1.", False),
    ],
)
def test_how_many_were_found_is_asked_before_one_of_them_is_deleted(goal, counted):
    checks = [p.said for p in read_goal(goal).parts if p.verb == "expect"]

    assert any(count in said for said in checks for count in ("three", "tres", "3")) is counted
