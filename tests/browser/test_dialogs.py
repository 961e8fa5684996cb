"""A native dialog stays open until a step answers it, and nothing else is done meanwhile."""

import pytest


def test_a_click_that_opens_an_alert_is_done_and_the_next_step_answers_it(visit):
    there = visit("dialogs.html")

    assert there.do("click", selector="#alert").target.name == "Alert"
    there.do("acceptDialog")

    there.says("alerted")


@pytest.mark.parametrize(("answer", "said"), [("acceptDialog", "deleted"), ("dismissDialog", "kept")])
def test_a_confirm_is_accepted_or_dismissed(visit, answer, said):
    there = visit("dialogs.html")

    there.do("click", selector="#confirm")
    there.do(answer)

    there.says(said)


def test_a_prompt_takes_a_text_or_keeps_its_own(visit):
    there = visit("dialogs.html")

    there.do("click", selector="#prompt")
    there.do("acceptDialog", prompt_text="Grace")
    there.says("named Grace")
    there.do("click", selector="#prompt")
    there.do("acceptDialog")
    there.says("named Ada")
    there.do("click", selector="#prompt")
    there.do("dismissDialog")
    there.says("named null")


def test_a_dialog_that_takes_no_text_refuses_one(visit):
    there = visit("dialogs.html")
    there.do("click", selector="#confirm")

    assert "type confirm and takes no text" in str(there.fails("acceptDialog", prompt_text="x"))
    there.do("acceptDialog")
    there.says("deleted")


def test_dialogs_that_follow_each_other_are_answered_one_by_one(visit):
    there = visit("dialogs.html")

    there.do("click", selector="#both")
    there.do("acceptDialog")
    there.do("dismissDialog")

    there.says("one")


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("click", {"selector": "#confirm"}),
        ("assertText", {"text": "x"}),
        ("goto", {"url": "/form.html"}),
        ("snapshot", {}),
    ],
)
def test_nothing_else_is_done_while_a_dialog_is_open(visit, action, fields):
    there = visit("dialogs.html")
    there.do("click", selector="#alert")

    error = there.fails(action, **fields)

    assert error.code == "dialog_open"
    assert 'alert dialog that says "Careful" is open' in str(error)
    there.do("acceptDialog")
    there.says("alerted")


def test_a_dialog_that_comes_late_is_waited_for(visit):
    there = visit("dialogs.html")

    there.do("click", selector="#soon")
    there.do("acceptDialog")

    there.says("closed")


def test_a_click_whose_target_never_comes_is_not_done_by_a_dialog_that_opens_meanwhile(visit):
    there = visit("dialogs.html", timeout_ms=3_000)
    there.do("click", selector="#unasked")

    there.do("click", selector="#nowhere")

    [doubt] = there.browser.troubles()
    assert (doubt.kind, "confirm dialog opened before" in doubt.message) == ("unanswered", True)
    assert "was not done" in str(there.fails("acceptDialog"))
    assert there.browser.troubles() == ()


def test_a_late_target_may_open_a_dialog(visit):
    there = visit("dialogs.html")
    there.do("click", selector="#later")

    there.do("click", selector="#late")
    there.do("acceptDialog")

    assert there.browser.troubles() == ()
    there.says("true")


def test_no_dialog_is_said_soon(visit):
    there = visit("dialogs.html", timeout_ms=20_000)

    for action in ("acceptDialog", "dismissDialog"):
        error = there.fails(action)
        assert (error.code, str(error)) == ("no_dialog", "No native dialog is open.")
        assert error.took < 4


def test_a_page_that_opens_a_dialog_while_it_loads_has_been_visited(visit):
    there = visit(None)

    there.do("goto", url="/greeting.html")
    there.do("acceptDialog")

    there.says("Inside")


def test_leaving_a_guarded_page_asks_first(visit, base_url):
    there = visit("dialogs.html")
    there.do("click", selector="#guard")

    there.do("click", selector="#leave")
    assert there.do("dismissDialog").url == f"{base_url}/dialogs.html"
    there.do("click", selector="#leave")
    there.do("acceptDialog")

    there.says("Order")


def test_a_browser_closes_although_a_dialog_is_open(visit):
    there = visit("dialogs.html")
    there.do("click", selector="#confirm")

    assert there.browser.close(keep_video=False).video is None
