"""An entry is opened by any of its columns, and what its own page says of it is held against what that said before."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_proofs import examined
from engine.builtin.test_questions import asked

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

URL = "http://app.test/boats"
BOATS = (("B-1", "Ann Lee", "Damaged"), ("B-2", "Ann Leigh", "In dock"), ("B-3", "Cy Orr", "In dock"))


def boats(*rows, head="Boats"):
    """A list in which only the code of an entry leads to it, under links of which one leads to the list itself."""
    built = Builder()
    built.into("navigation")
    for name, href in (("Boats", "/boats"), ("Add a boat", "/add"), ("Crew", "/crew")):
        built.add("control", "link", name, href=href)
    built.out()
    built.text(head, role="heading")
    for code, owner, state in rows or BOATS:
        built.holder = -1
        built.into("row")
        built.add("control", "link", code, href=f"/boats/{code}")
        built.text(owner, role="cell")
        built.text(state, role="cell")
    return replace(built.page(), url=URL)


def boat(state="In dock", *, note="", code="B-3", owner="Cy Orr"):
    """The page of one boat, with what it says behind labels, and the buttons that change that."""
    built = Builder()
    built.text(f"Boat {code}", role="heading")
    for label, said in (("Owner", owner), ("Berth", "7"), ("State", state)):
        built.text(label)
        built.text(said)
    for name in ("Mark as sold", "Send out"):
        built.button(name, selector=f"#{name.split()[0].lower()}")
    if note:
        built.add("text", "status", text=note)
    return replace(built.page(), url=f"{URL}/{code}")


@pytest.mark.parametrize(
    ("goal", "link"),
    [
        ("Send the boat of Cy Orr out", "B-3"),
        ("Rent out Cy Orr's boat", "B-3"),
        ("Flag Ann Leigh's boat as sold", "B-2"),
        ("Marca el barco de Ann Lee como vendido", "B-1"),
        ("Get rid of the damaged boat of Ann Lee", "B-1"),
    ],
)
def test_an_entry_is_opened_before_what_is_only_called_by_its_kind(goal, link):
    assert plan(boats(), goal).steps[0].target.name == link


def test_a_link_to_the_page_itself_is_no_way_elsewhere():
    assert plan(boats(), "Rent out the boat of Zoe Fox").steps[0].target.name != "Boats"


def test_a_list_of_other_things_is_left_for_that_of_the_kind_that_is_named():
    page = boats(head="Today")

    assert plan(page, "Rent out the crew boat of Cy Orr").steps[0].target.name == "Crew"


def test_all_that_is_said_of_what_is_to_go_says_which_one_it_is():
    goal = read_goal("Remove the damaged boat of Ann Lee")
    said = {t.text for t in goal.parts[0].words if t.number in plan(boats(), goal.text).steps[0].uses}

    assert said >= {"damaged", "Ann", "Lee"}


def acted(goal, before, name, *, opened=True):
    """What was opened in the list and pressed on the page of the entry."""
    numbers = {t.text: t.number for t in read_goal(goal).parts[0].words}
    into = Planned(Step("click", selector="#n7"), uses=frozenset(numbers.values()), explores=True,
                   target=Target("link", "B-3", "#n7"))  # fmt: skip
    press = Planned(Step("click", selector=f"#{name.split()[0].lower()}"), ends_part=True, commits=True,
                    target=Target("button", name, f"#{name.split()[0].lower()}"))  # fmt: skip
    return Tried(into, True, before=boats()), Tried(press, True, before=before)


@pytest.mark.parametrize(
    ("check", "state", "met"),
    [
        ("check that the state on its page says Sold", "Sold", True),
        ("check that the state is Sold now", "Sold", True),
        ("comprueba que su State es Sold", "Sold", True),
        ("check that the state on its page says Sold", "In dock", False),
    ],
)
def test_a_label_that_says_something_else_since_proves_it(check, state, met):
    goal = f"Mark the boat of Cy Orr as sold and {check}"
    before = boat()

    found = examined(goal, boats(), boat(state), *acted(goal, before, "Mark as sold"))

    assert (found.met is True) is met


def test_what_a_thing_has_become_uses_the_words_of_the_order():
    goal = "Send the boat of Cy Orr out on charter. Ann Leigh's boat must be left as it is."
    past = acted("Send the boat of Cy Orr", boat(), "Send out")

    became = examined(goal, boats(), boat("Out on charter"), *past)
    elsewhere = examined(goal, boats(), boat("Out on trial"), *past)

    assert "charter" not in became.unused
    assert "charter" in elsewhere.unused


@pytest.mark.parametrize(
    ("check", "row", "met"),
    [
        ("Ann Leigh's boat must be left as it is.", ("B-2", "Ann Leigh", "In dock"), True),
        ("The boat of Ann Leigh should stay as it was.", ("B-2", "Ann Leigh", "In dock"), True),
        ("The boat of Ann Leigh must not change.", ("B-2", "Ann Leigh", "In dock"), True),
        ("El barco de Ann Leigh debe quedarse como estaba.", ("B-2", "Ann Leigh", "In dock"), True),
        ("Ann Leigh's boat must be left as it is.", ("B-2", "Ann Leigh", "Sold"), False),
        ("The boat of Ann Leigh must not change.", ("B-2", "Ann Leigh", "Sold"), False),
        ("El barco de Ann Leigh debe quedarse como estaba.", ("B-2", "Ann Leigh", "Sold"), False),
    ],
)
def test_what_is_to_be_left_alone_is_held_to_what_its_entry_said(check, row, met):
    goal = f"Delete the boat B-1. {check}"
    pressed = Planned(Step("click", selector="#n7"), uses=frozenset(range(12)), ends_part=True, commits=True,
                      target=Target("button", "Delete", "#n7"))  # fmt: skip

    found = examined(goal, boats(), boats(row, BOATS[2]), Tried(pressed, True, before=boats()))

    assert (found.met is True) is met


def test_that_others_were_left_alone_proves_no_deed():
    goal = "Approve the boat of Cy Orr. Ann Leigh's boat must be left as it is."
    pressed = Planned(Step("click", selector="#n7"), uses=frozenset(range(12)), ends_part=True,
                      target=Target("button", "Approve", "#n7"))  # fmt: skip

    assert examined(goal, boats(), boats(), Tried(pressed, True, before=boats())).met is not True


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if not p.implied]


@pytest.mark.parametrize(
    ("goal", "change"),
    [
        ("The berth of B-3 is wrong, it should be 9. Correct it.", "The berth of B-3 to 9"),
        ("Cy Orr's berth is not right: it should be 9. Please fix that.", "Cy Orr berth to 9"),
        ("The berth of Cy Orr should be 9. Change it.", "The berth of Cy Orr to 9"),
        ("El amarre de Cy Orr está mal, debería ser 9. Corrígelo.", "El amarre de Cy Orr to 9"),
    ],
)
def test_what_should_be_otherwise_and_is_to_be_corrected_is_one_change(goal, change):
    assert read(goal) == [("edit", change)]


def test_what_should_be_so_after_something_was_made_is_checked():
    assert ("expect", "The total should be 40") in read("Create an order for Ada. The total should be 40. Edit it.")


@pytest.mark.parametrize(
    "goal", ["Flag the boat B-3 as urgent", "Tag B-3 as urgent", "Label B-3 as urgent", "Etiqueta B-3 como urgente"]
)
def test_what_is_flagged_as_something_is_marked_so(goal):
    assert read(goal)[0][0] == "edit"


def test_labels_that_are_told_of_are_no_orders():
    assert read("Labels are shown as icons")[0][0] == "expect"


def contact(*, label="Recipient"):
    built = Builder()
    built.text("Edit P-1", role="heading")
    built.into("form")
    built.field(label, html_name="to", value="Cy")
    built.field("Home address", html_name="home", value="3 Mill Lane")
    built.button("Save")
    return replace(built.page(), url="http://app.test/p/1/edit")


@pytest.mark.parametrize(
    ("goal", "value"),
    [
        ("Change the address of the parcel to 13 Mill Lane", "13 Mill Lane"),
        ("Set the home address of this customer to 5 Long Acre", "5 Long Acre"),
        ("Change the home address to Quay House", "Quay House"),
    ],
)
def test_to_is_no_label_of_a_field_that_people_call_otherwise(goal, value):
    opened = Tried(Planned(Step("click", selector="#edit")), True, before=boat())

    assert ("fill", "#n3", value) in steps(plan(contact(), goal, opened))


def test_a_field_that_people_see_called_to_is_one():
    drafted = plan(
        contact(label="To"), "Set To: Ada", Tried(Planned(Step("click", selector="#e")), True, before=boat())
    )

    assert ("fill", "#n2", "Ada") in steps(drafted)


def test_the_address_of_a_page_is_not_that_of_somebody():
    page = contact()

    assert asked("Check that the address of the page ends with edit", page) is not None
    assert asked("Check that the details page shows the new address", page) is None


@pytest.mark.parametrize("says", ["come up", "turn up", "show up", "are listed"])
def test_what_comes_up_is_counted_by_its_own_name(says):
    built = Builder()
    built.text("Boats", role="heading")
    built.text("2 boats")

    assert asked(f"Check that exactly two boats {says}", built.page()).met is True
    assert asked(f"Check that exactly three boats {says}", built.page()).met is False


def crew():
    built = Builder()
    for number, name in enumerate(("Ann Lee", "Ann Lee Moss", "Cy Orr")):
        built.holder = -1
        built.into("article")
        built.text(name, role="heading")
        options = tuple(Option(each, each) for each in ("None", "Boat 1", "Boat 2"))
        built.add("control", "combobox", "Boat", label="Boat", options=options, selector=f"#boat-{number}")
        built.button("Save")
    return built.page()


@pytest.mark.parametrize(("goal", "who"), [("Give Cy Orr Boat 2", 2), ("Give Ann Lee Moss Boat 2", 1)])
def test_what_is_given_to_somebody_is_chosen_in_their_entry(goal, who):
    assert steps(plan(crew(), goal))[0] == ("selectOption", f"#boat-{who}", "Boat 2")


@pytest.mark.parametrize("goal", ["Give Ann Lee Boat 2", "Give Zoe Fox Boat 2", "Give Cy Orr Boat 5"])
def test_what_could_be_given_to_several_or_is_not_there_is_not_given(goal):
    assert not any(action == "selectOption" for action, *_ in steps(plan(crew(), goal)))


def test_what_is_no_longer_listed_is_one_thing_and_not_all():
    goal = "Delete the boat B-1. B-1 should no longer be listed."
    pressed = Planned(Step("click", selector="#n7"), uses=frozenset(range(5)), ends_part=True, commits=True,
                      target=Target("button", "Delete", "#n7"))  # fmt: skip

    assert examined(goal, boats(), boats(*BOATS[1:]), Tried(pressed, True, before=boats())).met is True
    assert examined(goal, boats(), boats(), Tried(pressed, True, before=boats())).met is False


def events():
    built = Builder()
    built.text("Events", role="heading")
    built.into("form")
    built.field("Event", html_name="title")
    built.field("Day", type="date")
    built.button("Add event")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        ("Add an event called Hall sweeping on 12 April 2027", "Hall sweeping"),
        ('Add an event named "Hall sweeping" on 12 April 2027', "Hall sweeping"),
        ("Add an event titled Great Hall sweeping on 12 April 2027", "Great Hall sweeping"),
    ],
)
def test_what_something_is_called_may_tell_what_is_done_in_it(goal, title):
    assert ("fill", "#n2", title) in steps(plan(events(), goal))


def test_a_title_that_was_cut_short_is_no_proof():
    goal = "Add an event called Hall sweeping on 12 April 2027"
    told = [t.number for t in read_goal(goal).tokens if t.text != "sweeping"]
    typed = Planned(Step("fill", selector="#n2", value="Hall"), uses=frozenset(told))
    saved = Planned(Step("click", selector="#n4"), part=1, commits=True, ends_part=True)
    now = Builder()
    now.into("row")
    now.text("Hall", role="cell")

    found = examined(
        goal, events(), now.page(), Tried(typed, True, before=events()), Tried(saved, True, before=events())
    )

    assert "sweeping" in found.unused


def question(*fields, button="End hire"):
    """A dialog over a card that has opened it by a button called the same."""
    built = Builder()
    built.into("article")
    built.text("Boat 5", role="heading")
    built.text("Hired by Cy Orr")
    built.button("End hire", selector="#end")
    before = built.page()
    built.holder = -1
    built.into("dialog", modal=True)
    built.text("End the hire of Boat 5?")
    for name in fields:
        built.field(name, selector=f"#{name.lower()}")
    built.button(button, selector="#sure")
    built.button("Keep", selector="#keep")
    pressed = plan(before, "End Cy Orr's hire of Boat 5 and check that the boat is free").steps[-1]
    return built.page(), Tried(pressed, True, before=before)


def test_a_dialog_that_only_asks_is_answered_by_the_button_that_is_called_like_the_order():
    page, pressed = question()

    assert steps(plan(page, "End Cy Orr's hire of Boat 5 and check that the boat is free", pressed)) == [
        ("click", "#sure", None)
    ]


@pytest.mark.parametrize(("fields", "button"), [((), "Remind them"), (("Reason",), "End hire")])
def test_a_dialog_that_asks_for_more_or_offers_something_else_is_not(fields, button):
    page, pressed = question(*fields, button=button)
    drafted = plan(page, "End Cy Orr's hire of Boat 5 and check that the boat is free", pressed)

    assert ("click", "#sure", None) not in steps(drafted)


def test_a_tab_called_like_an_order_carries_nothing_out():
    built = Builder()
    built.add("control", "tab", "Let")
    for number in (3, 4):
        built.holder = -1
        built.into("article")
        built.text(f"Boat {number}", role="heading")
        built.button("Let boat", selector=f"#let-{number}")

    assert steps(plan(built.page(), "Let boat 4 to Cy Orr"))[0] == ("click", "#let-4", None)


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Check they are still off after reloading", "expect"),
        ("Check only Cy Orr is still helping", "expect"),
        ("Check she is at the bottom of the list", "expect"),
        ("Check the newsletter box", "check"),
        ("Check Tea and Coffee", "check"),
        ("Raise the fee for a half berth to 40 pounds", "edit"),
        ("Raise a ticket for Cy Orr", "create"),
    ],
)
def test_a_clause_that_says_how_something_is_is_checked(goal, verb):
    assert read(goal)[0][0] == verb


def test_what_is_a_waiting_list_waits_for_nothing():
    assert [verb for verb, _ in read("Add Cy Orr to the waiting list and check that he is on it")] == [
        "create",
        "expect",
    ]


@pytest.mark.parametrize(("holder", "met"), [("Cy Orr", True), ("Nobody yet", False)])
def test_her_name_is_the_one_that_was_filled_in(holder, met):
    def card(said):
        built = Builder()
        built.into("article")
        built.text("Boat 5", role="heading")
        built.text(f"Holder: {said}")
        return built.page()

    goal = "Let boat 5 to Cy Orr and check that his name is on the card of boat 5"
    typed = Planned(Step("fill", selector="#who", value="Cy Orr"), uses=frozenset(range(9)))
    sent = Planned(Step("click", selector="#go"), uses=frozenset(range(9)), commits=True, ends_part=True)
    before = card("Nobody yet")

    found = examined(goal, before, card(holder), Tried(typed, True, before=before), Tried(sent, True, before=before))

    assert (found.met is True) is met


@pytest.mark.parametrize(
    ("buttons", "pressed"),
    [(("Discard boat", "Keep it"), True), (("Discard", "Keep it"), False), (("Discard changes", "Keep it"), False)],
)
def test_a_page_that_asks_is_answered_by_the_order_and_its_thing(buttons, pressed):
    built = Builder()
    built.text("Discard Heron?", role="heading")
    for number, name in enumerate(buttons):
        built.button(name, selector=f"#answer-{number}")
    before = Builder()
    before.text("Heron", role="heading")
    before.link("Discard")
    goal = "Discard the boat Heron and check that it is gone"
    first = plan(before.page(), goal).steps[-1]
    drafted = plan(replace(built.page(), url=f"{URL}/B-3/discard"), goal, Tried(first, True, before=before.page()))

    assert (("click", "#answer-0", None) in steps(drafted)) is pressed


def test_what_is_filled_in_for_an_entry_is_filled_in_on_its_page():
    goal = 'Put the remark "Rusty keel" on the boat of Cy Orr and save'

    assert plan(boats(), goal).steps[0].target.name == "B-3"


@pytest.mark.parametrize("check", ["there should be exactly two of them", "there are exactly 2 of them"])
def test_how_many_of_them_there_are_is_counted(check):
    def listed(*rows):
        return replace(boats(*rows), url=URL)

    assert asked(f"Search for boats; {check}", listed(*BOATS[:2])).met is True
    assert asked(f"Search for boats; {check}", listed(*BOATS)).met is False
