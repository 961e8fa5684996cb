"""A page as text: what is shown of it, and what has changed since the last look."""

from engine.builtin.test_planner import Builder

from ghostly.engine.outline import changes, render


def test_what_is_new_and_what_is_gone_is_told_a_line_each():
    before, now = Builder(), Builder()
    before.button("Save")
    before.text("Draft")
    now.field("Name", value="Ada")
    now.button("Save")
    now.text("Saved")
    now.add("text", "", text="Unseen", hidden=True)

    said = changes(before.page(), now.page()).splitlines()

    assert said == ['+ textbox "Name" [ref=e0]: Ada', '+ text "Saved" [ref=e2]', '- text "Draft"']


def test_nothing_is_told_of_a_page_that_stayed_as_it_was_although_its_numbers_moved():
    before, now = Builder(), Builder()
    before.button("Save")
    now.into("region")
    now.button("Save")

    assert changes(before.page(), now.page()) == ""


def test_of_many_changes_the_first_are_told_and_the_others_counted():
    now = Builder()
    for number in range(50):
        now.text(f"Line {number}")

    said = changes(Builder().page(), now.page(), most=10).splitlines()

    assert len(said) == 11
    assert said[-1] == "(40 more changes were left out)"


def test_a_budget_keeps_dialogs_and_controls():
    built = Builder()
    for number in range(30):
        built.text(f"Line {number}")
    built.into("dialog")
    built.button("Confirm")

    assert "Confirm" in render(built.page(), most=3)


def test_a_budget_keeps_fields_before_buttons_and_these_before_links():
    built = Builder()
    for number in range(30):
        built.add("control", "link", name=f"Open {number}", tag="a")
        built.button(f"Edit {number}")
    built.field("Final remark")
    built.add("control", "checkbox", name="Agreed", tag="input", type="checkbox")

    shown = render(built.page(), most=4)
    assert "Final remark" in shown
    assert "Agreed" in shown
    assert "Edit 1" in shown
    assert "Open" not in shown
