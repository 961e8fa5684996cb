"""A card is opened by its own button, and a button that does something else to another thing is not pressed."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def cards(*buttons, bar=()):
    built = Builder()
    built.holder = -1
    for at, name in enumerate(bar):
        built.button(name, box=(10 + 90 * at, 4, 80, 20), selector=f"#{name.lower()}")
    built.text("Boats", role="heading")
    for name, kind in (("Sea Otter", "Yawl"), ("Grey Heron", "Ketch"), ("Old Tern", "Yawl")):
        built.into("item", parent=-1)
        built.text(name, role="heading")
        built.text(kind)
        for said in buttons:
            built.button(said, selector=f"#{name.split()[0].lower()}-{said.split()[0].lower()}")
        built.out()
    return built.page()


def pressed(page, goal, *past):
    draft = plan(page, goal, *past)
    return [(p.step.action, p.step.selector) for p in draft.steps]


@pytest.mark.parametrize(
    "goal",
    ["Open the boat Grey Heron", "Open Grey Heron. Click Delete.", "Abre el barco Grey Heron", "View Grey Heron"],
)
def test_a_card_is_opened_by_its_own_button(goal):
    assert pressed(cards("Open", "Edit", "Star"), goal)[0] == ("click", "#grey-open")


def test_a_card_with_no_such_button_is_where_it_is():
    assert pressed(cards("Star", "Share"), "Open Grey Heron") == []


@pytest.mark.parametrize("goal", ["Click Delete", "Press Remove", "Pulsa Eliminar"])
def test_a_button_that_removes_something_else_is_not_pressed(goal):
    page = cards()
    built = Builder()
    built.text("Boats", role="heading")
    built.button("Erase history" if "Remove" in goal else "Remove star")

    assert pressed(built.page(), goal) == []
    assert page.nodes


@pytest.mark.parametrize(("goal", "said"), [("Click Delete", "Remove"), ("Click Delete", "Delete boat")])
def test_a_button_that_means_it_is_pressed(goal, said):
    built = Builder()
    built.text("Boats", role="heading")
    built.button(said)

    assert pressed(built.page(), goal) == [("click", "#n1")]


@pytest.mark.parametrize(
    ("goal", "said", "inner", "is_meant"),
    [
        ("Press Save customer", "Store changes", "store-client", True),
        ("Press Save order", "Store purchase", "store-purchase", True),
        ("Click New order", "Create purchase", "create-purchase", True),
        ("Pulsa Guardar pedido", "Grabar cambios", "store-purchase", True),
        ("Press Delete customer", "Remove star", "remove-client", False),
        ("Press Save customer", "Store invoice", "store-client", False),
    ],
)
def test_a_button_that_says_it_all_in_other_words_does_it_to_nothing_else(goal, said, inner, is_meant):
    built = Builder()
    built.text("Boats", role="heading")
    built.add("control", "button", said, tag="button", id=inner)

    assert pressed(built.page(), goal) == ([("click", "#n1")] if is_meant else [])


@pytest.mark.parametrize(
    ("goal", "links", "pressed_one"),
    [
        ('On the Boats page click "Register a boat".', ("Enter a boat",), "Enter a boat"),
        ('Click "Record a boat"', ("Register a boat", "Print"), "Register a boat"),
        ('En la página Boats pulsa "Registrar barco"', ("Anotar barco",), "Anotar barco"),
        ("Click Register boat", ("Enter boat",), "Enter boat"),
        ('On the Boats page click "Register a boat".', ("Enter a boat", "Add a boat"), ""),
        ('On the Boats page click "Register a boat".', ("Enter a port",), ""),
        ('On the Boats page click "Register a boat".', ("Delete a boat",), ""),
        ('On the Boats page click "Register a boat".', ("Enter a boat house",), ""),
        ('On the Crews page click "Register a boat".', ("Enter a boat",), ""),
    ],
)
def test_what_puts_something_in_is_found_under_another_name_on_the_page_that_is_told(goal, links, pressed_one):
    built = Builder()
    built.text("Boats", role="heading")
    for link in links:
        built.link(link)

    steps = [planned for planned in plan(built.page(), goal).steps if not planned.explores]
    assert [planned.target.name for planned in steps] == ([pressed_one] if pressed_one else [])


@pytest.mark.parametrize(
    ("goal", "buttons", "meant"),
    [
        ('Click "Next"', ("Back", "Continue"), "Continue"),
        ('Pulsa "Siguiente"', ("Atrás", "Continuar", "Guardar"), "Continuar"),
        ('Click "Finish"', ("Back", "Complete"), "Complete"),
        ('Pulsa "Finalizar"', ("Atrás", "Terminar"), "Terminar"),
        ('Click "Finish"', ("Back", "Continue"), ""),
        ('Click "Finish"', ("Back", "Send"), ""),
        ('Click "Next"', ("Back", "Continue", "Proceed"), ""),
        ('Click "Next"', ("Back", "Save and continue"), ""),
        ('Click "Next"', ("Previous", "Finish"), ""),
        ('Click "Back"', ("Continue", "Save"), ""),
    ],
)
def test_what_goes_on_to_the_next_step_may_be_called_otherwise(goal, buttons, meant):
    built = Builder()
    built.text("Boats", role="heading")
    for said in buttons:
        built.button(said)

    steps = [planned for planned in plan(built.page(), goal).steps if not planned.explores]
    assert [planned.target.name for planned in steps] == ([meant] if meant else [])


def asked(*buttons):
    built = Builder()
    built.text("Sea Otter", role="heading")
    built.button("Delete", selector="#delete")
    built.into("alertdialog", "Delete boat", modal=True, box=(200, 200, 400, 200))
    built.text("It cannot be brought back.")
    for said in buttons:
        built.button(said)
    return built.page()


@pytest.mark.parametrize(
    "goal", ["Click Delete. Confirm.", "Click Delete, confirm in the dialog", "Pulsa Eliminar y confirma"]
)
def test_what_a_dialog_asks_is_confirmed_by_what_does_not_leave_it(goal):
    before = cards("Open")
    done = Tried(Planned(Step("click", selector="#delete"), part=0, ends_part=True), True, before=before)

    assert [part.verb for part in read_goal(goal).parts] == ["click", "accept"]
    assert pressed(asked("Delete boat", "Keep"), goal, done) == [("click", "#n4")]
    assert pressed(asked("Keep", "Delete boat"), goal, done) == [("click", "#n5")]


def test_an_order_to_open_and_change_opens_by_the_button_of_that_name():
    page = cards("Open", "Edit")

    assert pressed(page, "Open Grey Heron and change the berth to North")[0] == ("click", "#grey-open")
    assert pressed(page, "Change the berth of Grey Heron to North")[0] == ("click", "#grey-edit")


def test_the_form_of_a_thing_is_not_opened_to_save_what_was_chosen():
    built = Builder()
    built.text("Grey Heron", role="heading")
    built.add(
        "control",
        "combobox",
        "Berth",
        label="Berth",
        value="South",
        options=(Option("s", "South"), Option("n", "North")),
    )
    built.button("Edit")
    built.button("Delete")
    page = built.page()
    past = Tried(
        Planned(Step("selectOption", selector="#n1", value="North"), part=0, ends_part=True), True, before=page
    )

    assert pressed(page, "Change the berth to North", past) == []


@pytest.mark.parametrize(
    "goal", ["Edit Grey Heron: she starts on 5 May 2025", "Edit Grey Heron: her trip ends in 2026"]
)
def test_a_day_on_which_something_starts_is_no_text_that_it_begins_with(goal):
    built = Builder()
    built.add("control", "searchbox", "Search", label="Search", tag="input", type="search", selector="#search")
    built.into("item")
    built.text("Grey Heron", role="heading")
    built.button("Edit", selector="#edit")

    assert pressed(built.page(), goal)[0] == ("click", "#edit")


BAR = ("Boats", "Overview", "Settings", "Log out")


@pytest.mark.parametrize(
    "check",
    [
        "check that the overview says 2 starred",
        "the overview shows 2 starred",
        "verify in the Overview that there are 2 starred",
        "comprueba que en Overview hay 2",
    ],
)
def test_a_check_is_made_where_a_bar_of_buttons_leads(check):
    page = cards("Star", bar=BAR)
    done = Tried(Planned(Step("click", selector="#grey-star"), part=0, ends_part=True), True, before=page)
    goal = f"Click Star. {check[0].upper()}{check[1:]}."

    assert pressed(page, goal, done) == [("click", "#overview")]


@pytest.mark.parametrize(
    ("check", "bar"),
    [
        ("The overview says 2 starred", ("Boats", "Overview", "Delete all")),
        ("The overview says 2 starred", ("Overview", "Print")),
        ("The boats list shows 2", BAR),
        ("The old overview says 2", BAR),
    ],
)
def test_a_button_that_may_do_something_is_not_pressed_for_a_check(check, bar):
    page = cards("Star", bar=bar)
    done = Tried(Planned(Step("click", selector="#grey-star"), part=0, ends_part=True), True, before=page)

    assert pressed(page, f"Click Star. {check}.", done) == []


@pytest.mark.parametrize(
    ("goal", "names"),
    [
        ("Save. The list shows Open (3) and Sent (2).", [["Open (3)"], ["Sent (2)"]]),
        ("Save. The tab shows In transit (1).", [["In transit (1)"]]),
        ("Guarda. La pestaña dice Abiertas (12).", [["Abiertas (12)"]]),
        ("Save. The list shows the bills (2 of them paid).", []),
        ("Create an order for Ada (3)", []),
    ],
)
def test_a_name_and_its_count_are_one(goal, names):
    quoted = [t.text for part in read_goal(goal).parts for t in part.words if t.kind == "quoted"]

    assert quoted == [name for group in names for name in group]


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Click Save order", "Store order"),
        ("press the Save booking button", "Store booking"),
        ("Press Delete note", "Remove note"),
        ("Pulsa Guardar pedido", "Grabar pedido"),
        ("Pulsa Eliminar nota", "Borrar nota"),
    ],
)
def test_a_button_that_calls_only_the_act_otherwise_is_pressed(goal, said):
    built = Builder()
    built.text("Orders, notes and bookings", role="heading")
    built.button(said)
    other = Builder()
    other.text("Orders, notes and bookings", role="heading")
    other.button(said.split()[0] + " star")

    assert pressed(built.page(), goal) == [("click", "#n1")]
    assert pressed(other.page(), goal) == []


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Fill in Berth with 7 and click Save boat", "Store changes"),
        ("Fill in Berth with 7 and press Save", "Store changes"),
        ("Rellena Berth con 7 y pulsa Guardar barco", "Grabar cambios"),
    ],
)
def test_a_button_saves_the_form_that_it_stands_in(goal, said):
    pages = []
    for role in ("form", "item"):
        built = Builder()
        built.text("Boats", role="heading")
        if role == "item":
            built.field("Berth", selector="#berth")
        built.into(role)
        if role == "form":
            built.field("Berth", selector="#berth")
        built.button(said, selector="#end")
        pages.append(built.page())

    typed = [pressed(page, goal) for page in pages]
    assert typed[0] == [("fill", "#berth"), ("click", "#end")]
    assert ("click", "#end") not in typed[1]
