"""What the application did wrong because of a step is told; what it did by itself, or rightly, is not."""

import time

import pytest
from browser.visitors import SETTLE_MS, Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers
from ghostly.engine.ports import Look
from ghostly.engine.steps import Step


def kinds(there):
    return [(trouble.kind, trouble.method, trouble.path, trouble.status) for trouble in there.browser.troubles()]


def messages(there):
    return [(trouble.kind, trouble.message) for trouble in there.browser.troubles()]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("#save", [("response", "POST", "/status/500", 500)]),
        ("#slow", [("response", "PUT", "/slow", 503)]),
        ("#cut", [("unreachable", "DELETE", "/cut", 0)]),
        ("#throw", [("exception", "", "", 0)]),
        ("#broken", [("response", "GET", "/status/500", 500)]),
        ("#submit", [("response", "POST", "/status/502", 502)]),
        ("#read", [("unread", "GET", "/status/500", 500)]),
        ("#fine", [("written", "POST", "/status/201", 201)]),
        ("#keep", [("written", "POST", "/status/200", 200)]),
        ("#deny", [("refused", "POST", "/status/403", 403)]),
        ("#vendor", []),
        ("#hmr", []),
        ("#refused", [("refused", "POST", "/status/422", 422)]),
        ("#abort", []),
    ],
)
def test_what_a_click_caused(visit, selector, expected):
    there = visit("troubles.html")
    assert kinds(there) == []

    there.do("click", selector=selector)
    if selector in {"#read", "#fine", "#refused", "#abort", "#vendor", "#hmr"}:
        there.says("sent")

    found = kinds(there)
    while not found and expected:
        found = kinds(there)
    assert found == expected
    assert kinds(there) == []


def test_a_step_is_told_with_what_it_caused(visit):
    there = visit("troubles.html")

    for index, selector in enumerate(["#refused", "#fine", "#save"]):
        there.browser.perform(Step("click", selector=selector), index + 4)
        there.do("waitForSelector", selector=f".sent >> nth={index}")

    found = [(trouble.step_index, trouble.kind) for trouble in there.browser.troubles()]
    assert sorted(found) == [(4, "refused"), (5, "written"), (6, "response")]


def test_what_a_page_asks_again_and_again_is_no_answer_to_a_step(visit):
    there = visit("troubles.html")
    there.do("click", selector="#poll")
    # To the end: on a slow machine the page is still for longer between two answers than a page that has settled.
    there.do("waitForSelector", selector=".polled >> nth=11", timeout_ms=30_000)
    there.browser.troubles()

    there.do("click", selector="#fine")
    there.do("waitForSelector", selector=".sent ~ .polled >> nth=2", timeout_ms=30_000)

    assert [kind for kind, *_ in kinds(there)] == ["written"]


def test_a_write_that_leads_elsewhere_says_where(visit):
    there = visit("troubles.html")

    there.do("click", selector="#lead")

    assert messages(there) == [("written", "POST /away answered 302 and leads to /form.html")]


def test_a_write_that_is_never_answered_is_no_success(session):
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=SETTLE_MS, trouble_wait_ms=300))
    try:
        there = Visitor(browsers.open(session()))
        there.do("goto", url="/troubles.html")
        there.do("click", selector="#forever")

        [trouble] = there.browser.troubles()
    finally:
        browsers.stop()

    assert (trouble.kind, trouble.method) == ("unanswered", "POST")
    assert trouble.message == "POST /slow had not been answered"


def answered(visit, answer, body="", status=200, button="#ask"):
    there = visit("troubles.html")
    there.do("fill", selector="#answer", value=answer)
    there.do("fill", selector="#body", value=body)
    there.do("fill", selector="#status", value=str(status))
    there.do("click", selector=button)
    return [(trouble.kind, trouble.message) for trouble in there.browser.troubles()]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ('{"error": "Sold out"}', "Sold out"),
        ('{"errors": [{"message": "Read-only"}], "data": null}', "Read-only"),
        ('{"errors": {"name": ["is missing"]}}', "is missing"),
        ('{"success": false, "message": "No quota"}', "No quota"),
        ('{"ok": false}', "it says that it failed"),
        ('{"status": "failed", "error": null}', "it says that it failed"),
    ],
)
def test_an_error_in_the_answer_to_a_write_counts_whatever_its_status(visit, answer, problem):
    assert answered(visit, answer) == [("refused", f"POST /json answered 200: {problem}")]


@pytest.mark.parametrize("answer", ['{"errors": [], "error": null, "ok": true}', "[]", '"error"', '{"status": 1}', "{"])
def test_an_answer_without_an_error_is_none(visit, answer):
    assert answered(visit, answer) == [("written", "POST /json answered 200")]


def test_a_refusal_says_what_the_answer_says(visit):
    assert answered(visit, '{"detail": "x", "error": "Enter a name"}', status=422) == [
        ("refused", "POST /json answered 422: Enter a name")
    ]


def test_what_graphql_only_reads_is_no_write(visit):
    assert answered(visit, '{"errors": [{"message": "no"}]}', body='{"query": "{ tasks { id } }"}') == []
    mutation = '{"query": "mutation { add { id } }"}'
    assert answered(visit, '{"errors": [{"message": "no"}]}', body=mutation) == [
        ("refused", "POST /json answered 200: no")
    ]


def test_a_write_that_one_step_sends_twice_is_told(visit):
    found = answered(visit, "{}", body="order 7", button="#twice")

    assert sorted(found) == [("twice", "one step sent POST /json twice"), ("written", "POST /json answered 200")]


def test_a_second_try_that_is_accepted_is_told(visit):
    there = visit("troubles.html")
    there.do("fill", selector="#answer", value='{"error": "busy"}')
    there.do("click", selector="#ask")
    assert [kind for kind, *_ in kinds(there)] == ["refused"]

    there.do("fill", selector="#answer", value='{"id": 1}')
    there.do("click", selector="#ask")
    assert [kind for kind, *_ in kinds(there)] == ["accepted", "written"]


def test_a_trouble_says_what_happened(visit):
    there = visit("troubles.html")

    there.do("click", selector="#save")
    there.says("sent")
    there.do("click", selector="#throw")

    messages = []
    deadline = time.monotonic() + 20
    while len(messages) < 2 and time.monotonic() < deadline:
        messages += [trouble.message for trouble in there.browser.troubles()]
    assert messages == ["POST /status/500 answered 500", "Oh no"]


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("click", {"selector": "#soon"}),
        ("click", {"selector": "#late"}),
        ("click", {"selector": "#chain"}),
        ("fill", {"selector": "#name", "value": "Ana"}),
    ],
)
def test_what_a_page_saves_a_while_after_the_step_counts_as_well(visit, action, fields):
    there = visit("debounced.html")
    there.do(action, **fields)

    assert kinds(there) == [("response", "POST", "/status/500", 500)]


def test_the_last_look_shows_what_came_of_a_late_save(visit):
    there = visit("debounced.html")
    there.do("click", selector="#soon")
    assert "stored" in there.browser.observe(Look(4_000)).readable
    assert "saved" in there.browser.observe(Look(4_000, at_end=True)).readable


@pytest.mark.parametrize("button", ["#toast", "#fetched"])
def test_a_toast_is_waited_for_by_no_look(visit, button):
    there = visit("debounced.html")
    there.do("click", selector=button)

    assert "toast" in there.browser.observe(Look(4_000, at_end=True)).readable
