"""The pages in a real browser: one visit that nothing disturbs, and one per fault that only a browser shows."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BROWSE = Path(__file__).with_name("browse.py")


@pytest.fixture(scope="module")
def address():
    server = subprocess.Popen([sys.executable, "-m", "ghostly.demo", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


@pytest.fixture(scope="module")
def seen(address, browser_executable):
    """Playwright's synchronous library does not live with gevent, so the browser is driven from outside."""
    command = [sys.executable, BROWSE, address, browser_executable]
    visit = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert visit.returncode == 0, visit.stderr
    return json.loads(visit.stdout)


def test_the_bundled_steps_pass_one_by_one(seen):
    assert seen["steps"] == "Textil Sur, 37 of Linen roll"


def test_an_order_is_edited_in_the_dialog_and_deleted_after_a_question(seen):
    assert seen["edited"] == 11
    assert seen["question"] == "Delete order ORD-1013?"
    assert seen["kept"] is True
    assert seen["deleted"] is True


def test_the_table_follows_the_filter_without_a_reload(seen):
    assert seen["filtered"] == ["Textil Sur"]


def test_a_question_is_asked_inside_the_frame(seen):
    assert seen["questions"] == [{"question": "Where is my linen?"}]


def test_the_web_component_subscribes(seen):
    assert seen["subscribers"] == [{"email": "ann@acme.test"}]


def test_an_order_is_dragged_to_another_status(seen):
    assert seen["dragged"] == "shipped"


def test_the_keyboard_moves_an_order_too(seen):
    assert seen["typed"] == "paid"
    assert "ORD-1008" in seen["lane"]


def test_what_a_visitor_wrote_is_never_run(seen):
    assert seen["hostile"] == []


def test_the_menu_opens_on_hover_and_the_print_view_in_a_new_tab(seen):
    assert seen["report"] == "Shown: Stock report"
    assert seen["printed"] == "Order ORD-1015"


def test_nothing_went_wrong_unseen(seen):
    assert seen["page_errors"] == []


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("none", {"says": "Order ORD-1015 saved.", "row": True, "kept": True, "dialog": False}),
        ("save-500", {"says": "The order could not be saved.", "row": False, "kept": False, "dialog": True}),
        ("save-500-toast-ok", {"says": "Order saved.", "row": False, "kept": False, "dialog": False}),
        ("save-lost", {"says": "Order ORD-1015 saved.", "row": True, "kept": False, "after_reload": False}),
        ("save-200-error", {"says": "Order saved.", "row": False, "kept": False, "dialog": False}),
        (
            "validation",
            {"says": "There is not enough in stock for this quantity.", "row": False, "kept": False, "dialog": True},
        ),
        ("silent-validation", {"says": "", "row": False, "kept": False, "dialog": True}),
        ("blocking-modal", {"blocked": True, "says": "Order ORD-1015 saved.", "kept": True}),
        ("renamed-ids", {"says": "Order ORD-1015 saved.", "kept": True, "new_order_by_id": False}),
        ("ephemeral-toast", {"gone_at_once": True, "row": True}),
        ("stale-until-reload", {"says": "Order ORD-1015 saved.", "row": False, "kept": True, "after_reload": True}),
        ("session-expired", {"says": "Your session has expired. Please sign in again.", "kept": False}),
        ("js-error", {"says": "", "row": False, "kept": False, "dialog": True, "script_failed": True}),
    ],
)
def test_whoever_saves_an_order_sees_what_the_fault_says(seen, fault, outcome):
    assert {name: seen["faults"][fault].get(name) for name in outcome} == outcome
