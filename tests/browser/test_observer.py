"""What the browser observes of a real page: what people see, in order, with what acting needs, and no secrets."""

import statistics
import time

import pytest

from ghostly.engine.outline import budgeted, render
from ghostly.engine.ports import Look


@pytest.fixture(scope="module")
def seen(look_at):
    return look_at("observed.html").browser.observe(Look(4_000))


def one(page, said, **wanted):
    found = [n for n in page.nodes if n.said == said and all(getattr(n, k) == v for k, v in wanted.items())]
    assert len(found) == 1, [(n.kind, n.role, n.said) for n in page.nodes]
    return found[0]


def test_controls_have_what_acting_on_them_needs(seen):
    customer = one(seen, "Customer", role="textbox")
    assert (customer.placeholder, customer.required, customer.value) == ("Who buys?", True, "Ada")
    status = one(seen, "Status", kind="control")
    assert [(o.value, o.label, o.selected) for o in status.options] == [("o", "Open", False), ("p", "Paid", True)]
    gift = one(seen, "Gift", role="checkbox")
    assert (gift.checked, gift.test_id, gift.selector) == (True, "gift", '[data-testid="gift"]')
    assert one(seen, "Save").disabled
    assert one(seen, "More").states == {"expanded": "false"}


def test_what_people_read_on_a_control_is_kept_where_it_calls_itself_otherwise(seen):
    assert one(seen, "French").text == "FR"
    assert one(seen, "Help pages").text == ""


def test_what_can_be_dragged_does_not_say_all_that_could_be_chosen_in_it(seen):
    assert [n.draggable for n in seen.nodes if n.said == "Oak chair"] == [True]
    assert one(seen, "Stage of the chair").value == "Glued"


def test_no_value_of_a_secret_field_is_observed(seen):
    for name in ("Password", "API token"):
        field = one(seen, name, role="textbox")
        assert field.secret
        assert field.value == "[REDACTED]"
    assert "hunter2" not in render(seen)
    assert "tok-5566" not in repr(seen.nodes)


def test_what_people_cannot_see_is_left_out_or_marked(seen):
    assert "Never shown" not in render(seen)
    assert one(seen, "Invisible ink").hidden
    assert one(seen, "For screen readers").hidden
    for said in ("Too small", "White on white", "Without ink", "Scaled away", "Folded flat", "Pushed out", "Squeezed"):
        assert one(seen, said).hidden, said
    for said in ("Large enough", "White on dark", "Painted letters", "Laid over it"):
        assert not one(seen, said).hidden, said
    assert one(seen, "Papered over").hidden
    for said in ("Under glass", "Partly papered over", "Under a menu", "Floating label", "Scrolled out"):
        assert not any(node.hidden for node in seen.nodes if node.said == said), said
    assert "Invisible ink" not in seen.readable
    assert "Three orders are open." in seen.readable


def test_what_is_folded_away_is_no_text_of_the_page_but_belongs_to_what_unfolds_it(seen):
    assert one(seen, "Log", kind="control").hides == "Loose line Logged line Second line"
    assert not [node for node in seen.nodes if "ed line" in node.said]


def test_entries_hold_what_is_in_them(seen):
    row = next(n for n in seen.nodes if n.role == "row" and "ORD-1" in seen.words_of(n))
    inside = {(n.kind, n.said) for n in seen.within(row)}
    assert {("text", "ORD-1"), ("text", "Textil Sur"), ("control", "Delete")} <= inside
    assert "Textil Sur" in seen.words_of(row)


def test_icons_and_patches_of_colour_are_things_too(seen):
    star = next(n for n in seen.nodes if n.kind == "shape" and "icon-star" in n.classes)
    assert next(seen.parents(star)).role == "row"
    assert any(n.kind == "shape" and n.color == "rgb(255, 0, 0)" for n in seen.nodes)


def test_drawings_are_surfaces_with_figures_that_tell_their_corners(seen):
    surface = next(n for n in seen.nodes if n.kind == "surface")
    triangle, line, letter = (n for n in seen.within(surface))
    left, top = surface.box[:2]

    assert triangle.points == ((left + 10, top + 60), (left + 30, top + 20), (left + 50, top + 60))
    assert (line.tag, len(line.points), letter.said, letter.color) == ("line", 2, "B", "rgb(0, 128, 0)")
    assert not any("A drawing" in n.said for n in seen.nodes)


def test_what_is_made_alike_and_can_be_pressed_is_an_entry_of_its_own(seen):
    pressed = [n for n in seen.nodes if n.said == "Prune"]
    around = [next(p for p in seen.parents(n) if p.role == "item") for n in pressed]
    assert [seen.words_of(each).split()[0] for each in around] == ["Ash", "Elm"]


def test_the_parts_of_a_page_are_no_entries_though_they_are_made_of_the_same_boxes(look_at):
    page = look_at("parts.html").browser.observe(Look(4_000))
    held = {n.said: [p.role for p in page.parents(n) if p.role == "item"] for n in page.nodes if n.kind == "control"}

    assert held == {
        **{said: [] for said in ("Menu", "Plant", "More", "Graft", "Search", "Old", "Young")},
        **{said: ["item"] for said in ("Fell", "Give")},
    }


def test_what_looks_like_the_tabs_of_a_list_is_told_as_tabs(look_at):
    visitor = look_at("plain_tabs.html")
    page = visitor.browser.observe(Look(4_000))

    tabs = {n.said: n.states.get("selected") for n in page.nodes if n.role == "tab"}
    target = visitor.do("click", selector=one(page, "Elms (2)").selector).target

    assert tabs == {"Elms (2)": "false", "Oaks (4)": "true", "Firs": "false"}
    assert (target.role, target.name) == ("tab", "Elms (2)")


def test_frames_and_shadow_roots_are_part_of_the_page_and_can_be_acted_on(seen, look_at):
    button = one(seen, "Shadow button")
    assert one(seen, "From the shadow").kind == "text"
    inside = [n for n in seen.nodes if any(p.kind == "frame" for p in seen.parents(n))]
    assert inside
    visitor = look_at("observed.html")
    for node in (button, *(n for n in inside if n.kind == "control")):
        assert visitor.do("assertVisible", selector=node.selector)


def test_a_dialog_is_known_as_one(seen):
    (dialog,) = seen.dialogs
    assert (dialog.name, dialog.modal) == ("Welcome", True)
    assert {n.said for n in seen.within(dialog)} == {"Hello!", "Later"}


def test_every_selector_finds_just_its_node(seen, look_at):
    visitor = look_at("observed.html")
    for node in seen.controls:
        assert visitor.do("assertVisible", selector=node.selector)


def test_a_budget_keeps_dialogs_and_fields_before_texts(seen):
    kept = budgeted(seen, 12)
    said = {n.said for n in seen.nodes if n.number in kept}
    assert len(kept) == 12
    assert {"Hello!", "Later", "Customer", "Password", "Status"} <= said
    assert "Three orders are open." not in said
    assert "more were left out" in render(seen, 12)


def test_two_looks_at_a_page_that_stands_still_are_the_same(look_at):
    browser = look_at("observed.html").browser
    assert browser.observe(Look(4_000)).signature == browser.observe(Look(4_000)).signature


def test_a_change_is_seen(visit):
    visitor = visit("observed.html")
    before = visitor.browser.observe(Look(4_000))
    visitor.do("fill", selector="[name=customer]", value="Grace")
    after = visitor.browser.observe(Look(4_000))

    assert before.signature != after.signature
    assert one(after, "Customer", role="textbox").value == "Grace"


def test_an_ordinary_page_is_read_at_once(look_at):
    browser = look_at("observed.html").browser
    took, waited = [], []
    for _ in range(9):
        began = time.perf_counter()
        took.append(browser.observe(Look(4_000)).elapsed_ms)
        waited.append(time.perf_counter() - began)
    # Ten times what it takes at most on a machine that does nothing else.
    assert statistics.median(took) < 600
    assert statistics.median(waited) < 4


def test_a_page_of_thousands_of_rows_is_read_in_seconds_and_says_when_it_was_cut(visit):
    browser = visit("rows.html?count=1000").browser
    seen = browser.observe(Look(4_000))
    assert seen.whole
    assert "The end of 1000 rows" in seen.readable
    assert seen.elapsed_ms < 5_000

    visitor = visit("rows.html?count=2100")
    seen = visitor.browser.observe(Look(4_000))
    assert not seen.whole
    assert one(seen, "Final remark", role="textbox").selector == "#remark"
    # Every way to find it again leads to it alone, however many are like it.
    for said in ("Open 7", "Edit 1234"):
        assert visitor.do("assertVisible", selector=one(seen, said).selector)


def test_a_head_that_is_pressed_to_sort_by_it_is_the_head_of_its_column(look_at):
    page = look_at("heads.html").browser.observe(Look(4_000))

    heads = {n.said: n for n in page.nodes if n.role == "columnheader"}
    assert list(heads) == ["Lamp", "Price ▲", "Shelf", "Acts"]
    assert [n.said for n in page.within(heads["Price ▲"])] == ["Price ▲"]
    price = one(page, "5")
    left, _, width, _ = heads["Price ▲"].box
    assert left <= price.center[0] <= left + width
