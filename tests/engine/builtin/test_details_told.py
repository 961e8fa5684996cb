"""What a thing is told of with at length, in a goal that makes it, and how often it was made."""

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Add a guest: Ana Ruiz, booking for Oslo, 2 nights", "a guest : Ana Ruiz , booking for Oslo , 2 nights"),
        ("Crea un cliente: Bo Ray, enviando a Sevilla", "un cliente : Bo Ray , enviando a Sevilla"),
    ],
)
def test_what_ends_like_a_verb_may_say_more_of_a_thing(goal, thing):
    assert read(goal) == [("create", thing), ("save", "")]


def test_what_is_done_with_the_thing_is_an_order_of_its_own():
    assert [verb for verb, _ in read("Create a note: Title Milk, saving it as Draft")] == ["create", "save"]


def cards(*names):
    built = Builder()
    built.text("Guests", role="heading")
    for name in names:
        built.out()
        built.into("listitem")
        built.into("article", parent=built.holder)
        built.text(name)
        built.text("Hotel Oslo")
    built.out()
    built.field("Name", selector="#name")
    return built.page()


@pytest.mark.parametrize(("now", "met"), [(("Ana", "Bo"), True), (("Ana", "Bo", "Bo"), False)])
def test_a_card_in_an_item_of_a_list_is_one_thing(now, met):
    goal = "Add a guest: Bo, booking for Hotel Oslo"
    before = cards("Ana")
    words = frozenset(t.number for t in read_goal(goal).tokens if t.text != "booking")
    typed = Planned(Step("fill", selector="#name", value="Bo"), uses=words, part=0)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)

    past = [Tried(each, True, before=before) for each in (typed, saved)]
    assert examined(goal, before, cards(*now), *past).met is met


def test_a_noun_that_ends_like_a_verb_has_to_be_used():
    goal = "Add a booking for Bo"
    before = cards("Ana")
    words = frozenset(t.number for t in read_goal(goal).tokens if t.text != "booking")
    typed = Planned(Step("fill", selector="#name", value="Bo"), uses=words, part=0)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)

    past = [Tried(each, True, before=before) for each in (typed, saved)]
    assert examined(goal, before, cards("Ana", "Bo"), *past).met is None


@pytest.mark.parametrize(
    ("goal", "sought", "told"),
    [
        ("1. Open Stock\n2. Search for Ana - nothing should be found", "Ana", "nothing should be found"),
        ("Search for ORD-7 - the list must be empty", "ORD-7", "the list must be empty"),
        ("Filter by Open - ORD-7 must be listed", "Open", "ORD-7 must be listed"),
    ],
)
def test_what_one_dash_parts_from_an_order_is_no_more_of_it(goal, sought, told):
    found = read(goal)

    assert [words for verb, words in found if verb in ("search", "filter")] == [sought]
    assert found[-1] == ("expect", told)


def test_a_thing_that_is_said_to_be_so_is_no_order():
    assert read("Order ORD-7 should be listed") == [("expect", "Order ORD-7 should be listed")]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Save and when I come back to the page the box is still ticked", "the box is still ticked"),
        ("Guarda y al volver a entrar la casilla sigue marcada", "la casilla sigue marcada"),
        ("Guarda y al volver la casilla está marcada", "la casilla está marcada"),
        ("Guarda, y al volver a entrar sigue marcada", "sigue marcada"),
        ("Guarda y al volver a la página la casilla sigue marcada", "la casilla sigue marcada"),
        ("Guarda y al recargar la página sigue marcada", "sigue marcada"),
        ("Save, and when I come back to the settings page it is still ticked", "it is still ticked"),
    ],
)
def test_what_is_so_when_somebody_comes_back_is_to_be_looked_at(goal, told):
    assert read(goal) == [("save", ""), ("expect", told)]


@pytest.mark.parametrize(
    ("goal", "place", "told"),
    [
        ("Guarda y al volver a entrar en Avisos la opción sigue activa", "Avisos", "la opción sigue activa"),
        ("Guarda. Cuando vuelvo a abrir Avisos, la opción debe estar", "Avisos", "la opción debe estar"),
        ("Save, and after opening Alerts again the option is still on", "Alerts again", "the option is still on"),
    ],
)
def test_a_place_is_opened_again_before_what_it_is_to_show(goal, place, told):
    assert read(goal) == [("save", ""), ("open", place), ("expect", told)]


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Vuelve a la lista", "back", "a la lista"),
        ("Vuelve a abrir la factura F-7", "open", "la factura F-7"),
        ("Quiero ver la lista", "open", "la lista"),
        ("Abrir la ficha que muestra 3 visitas", "open", "la ficha que muestra 3 visitas"),
    ],
)
def test_what_is_done_again_is_no_way_back_and_a_list_that_is_opened_tells_nothing(goal, verb, words):
    assert read(goal)[0] == (verb, words)


def shelf(*more):
    built = Builder()
    built.text("New record", role="heading")
    built.into("form")
    for name in ("Title", "Artist", "Price (€)", *more):
        built.field(name)
    built.select("Kind", "Jazz", "Folk")
    built.button("Add record", type="submit")
    return built.page()


def put(goal, *more):
    return {p.target.name: p.step.value for p in plan(shelf(*more), goal, most=9).steps if p.step.value}


@pytest.mark.parametrize(
    ("goal", "price"),
    [
        ('Add the folk record "Winter light" by Ada Ray at 12.50', "12.50"),
        ('Add a folk record "Winter light" by Ada Ray for 12,50', "12,50"),
        ('Add the folk record "Winter light" at €12.50 by Ada Ray', "12.50"),
    ],
)
def test_a_title_its_maker_and_its_price_need_no_label(goal, price):
    assert put(goal) == {"Title": "Winter light", "Artist": "Ada Ray", "Price (€)": price, "Kind": "Folk"}


def test_what_may_be_a_time_is_no_price():
    assert "Price (€)" not in put('Add the folk record "Winter light" by Ada Ray at 12.50', "Start time")


def test_a_name_that_leads_is_no_title_where_no_kind_is_told():
    assert "Title" not in put("Add Ada Ray to the folk records")
