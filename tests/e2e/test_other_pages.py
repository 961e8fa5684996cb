"""Goals for pages that have nothing in common with the demo application: a to-do list, a contact form, a shop."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from houses import finished, project

PAGES = Path(__file__).with_name("pages")
REACHED = [
    ("todo", 'Add a todo "Buy milk" and check that it is listed'),
    (
        "todo",
        'Create the todos "A1" and then create the todo "B2". Delete "A1" and check that A1 is gone and B2 is there',
    ),
    ("todo", 'Añade la tarea "Comprar pan" y comprueba que aparece en la lista'),
    (
        "contact",
        'Fill in the contact form: name Bob, e-mail bob@x.test, topic Sales, country France, message "Call me". '
        "Accept the terms and send it. The page should say Thank you, Bob",
    ),
    ("contact", 'Submit the form with an invalid e-mail "nope" and the name Bob, and verify that an error is shown'),
    (
        "contact",
        "Rellena el formulario: nombre Eva, correo eva@x.test, asunto Support, acepta los términos y envíalo. "
        "Comprueba que aparece Thank you, Eva",
    ),
    ("shop", "Add Camomile to the cart and check that the cart shows 1"),
    ("shop", "Add Green tea and Rooibos to the cart, open the cart and verify that the total is €10.50"),
    (
        "shop",
        "Put Black tea into the cart, go to the cart, change its quantity to 3 and check that the total is €11.70",
    ),
    ("shop", "Add Rooibos to the cart, open the cart, remove Rooibos and check that it is gone"),
    ("shop", "Buy a Green tea: add it to the cart, open the cart and check out. Verify that Order placed is shown"),
]
REACHED += [
    (
        "samples",
        "Change the fee of WS-7 to 40 and verify on the overview page that the billable amount is now £70",
    ),
    ("widgets-login", 'Enter the username "ann" and the password "x9K" and log in. "Welcome back" should appear'),
    ("widgets-slider", 'Set the volume slider to 37 and press Apply. Check that "Applied volume 37" is shown'),
    ("widgets-slider", 'Move the brightness slider to 25, click Apply and confirm that "brightness 25" is displayed'),
    (
        "widgets-auto",
        "Search a trip from Porto to Prague on 2026-12-03 and check that "
        '"Flights from Porto (OPO) to Prague (PRG)" appears',
    ),
    (
        "widgets-auto",
        "Choose MAD as origin and PMI as destination, search and book the shortest flight. "
        'Confirm that "Booked for $180" is shown',
    ),
    ("widgets-tree", 'Find the file "2025.pdf" in the tree and click it, then check that "Opened 2025.pdf" is shown'),
    ("widgets-results", 'Search for "bread" and open the 5th result. Check that the page says "Guide 5"'),
    ("widgets-sheet", 'Write the value of Country into the answer field and press Send; "Correct" should appear'),
    (
        "widgets-mixed",
        'Check the 2nd checkbox, select the third radio button, write "hi" into the first textbox and submit. '
        'Check that "boxes 010 radios 001 texts hi" is shown',
    ),
    (
        "widgets-book",
        'Find Cy Dunn in the contacts and click on the email. Check that "Chosen Email of Cy Dunn" is shown',
    ),
]
REACHED += [
    ("widgets-feed", 'Like all the posts by @ana and check that "like ana 2, like ana 4" is shown'),
    ("widgets-feed", 'Block @leo using the menu of the post. Check that "block leo 1" is shown'),
    ("widgets-feed", 'For the user @kim, click on the "Like" button and check that "like kim 3" is shown'),
    (
        "widgets-offers",
        'Enter a city that starts with "Bar" and ends with "lona" and click Send. '
        'Check that "Asked for Barcelona" is shown',
    ),
    ("widgets-offers", 'Type "Mal" into City, pick the suggestion and press Send. Verify that "Malaga" is shown'),
    ("widgets-offers", 'Type the phone number of Cy into the Call back box, click Send; "call 555-999" is shown'),
    (
        "widgets-offers",
        "Choose the 2nd option of the first dropdown and ten in the second dropdown, press Send and check that "
        '"F ten" is shown',
    ),
    ("widgets-editor", 'Make the word "report" bold, press Show and check that "the [b]report[/b] before" is shown'),
    (
        "widgets-editor",
        'Highlight the text in the second paragraph, press Show; "Selected: One two three four." is shown',
    ),
    ("widgets-editor", 'Add 2 pasta and one soup, press Show and check that "Amounts: 201" is shown'),
    ("widgets-editor", 'Resize the notes so that they are taller, press Show; check that "Notes are taller" is shown'),
    (
        "widgets-drawing",
        "Drag all red shapes into the left box and everything else into the right box, then press Look. "
        'Check that "Left: red circle+red polygon; right: blue circle+green rect" is shown',
    ),
    ("widgets-drawing", 'Draw a vertical line through the dot, press Look and check that "a vertical line" is shown'),
    ("widgets-drawing", 'Dibuja un círculo alrededor del punto y pulsa Look. Comprueba que se ve "a circle"'),
    (
        "widgets-drawing",
        'Sort the numbers in ascending order by dragging them, press Look and check that "order: -3 7 12 40" is shown',
    ),
    ("widgets-drawing", 'How many circles are there? Check that "Answered 3" is shown'),
]
NOT_DONE = [
    (
        "samples",
        "Change the fee of WS-7 to 40 and verify on the overview page that the billable amount is now £75",
    ),
    ("widgets-feed", 'Like the post by @zoe and check that "like" is shown'),
    ("widgets-offers", 'Enter a city that starts with "Bar" and ends with "zzz" and click Send'),
    ("widgets-editor", 'Make the word "invoice" bold and press Show'),
    ("widgets-editor", "Add 2 pizza and press Show"),
    ("widgets-drawing", "Drag all yellow shapes into the left box and press Look"),
    ("widgets-drawing", "Draw a line through the dot and press Look"),
    ("todo", "Check that the list contains Feed the cat"),
    ("todo", 'Add a todo "Buy milk" and archive it'),
    (
        "contact",
        "Fill in the contact form with name Bob and email bob@x.test, send the message without accepting the terms, "
        "and check that Thank you is shown",
    ),
    ("shop", "Add Green tea to the cart and verify that the total is €99.00"),
    ("shop", "Add Oolong to the cart"),
    ("shop", "Apply the coupon SAVE10 and check that the total is lower"),
    ("shop", "Open the cart and check that it contains Rooibos"),
    ("widgets-slider", "Set the volume slider to 370 and press Apply"),
    ("widgets-tree", 'Click the file "2031.pdf" in the tree'),
    ("widgets-results", 'Search for "bread" and open the 50th result'),
    ("widgets-book", "Find Zoe Quill in the contacts and click on the email"),
    ("widgets-auto", "Search a trip from Porto to Boston on 2026-12-03 and check that the flights are listed"),
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def runs(server):
    """All runs are asked for at once; the tests wait for theirs."""
    pages = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(PAGES)))
    threading.Thread(target=pages.serve_forever, args=(0.02,), daemon=True).start()
    with server.client() as api:
        home = project(api)

        def start(page, goal):
            body = {
                "project": home,
                "baseUrl": f"http://127.0.0.1:{pages.server_port}/{page}.html",
                "assist": {"v2": True, "goal": goal, "memoryMode": "off"},
            }
            answer = api.post("/v1/run", json=body)
            assert answer.status_code == 202, answer.text
            return answer.json()["id"]

        started = {(page, goal): start(page, goal) for page, goal in [*REACHED, *NOT_DONE]}
        yield lambda page, goal: finished(api, started[page, goal], 100)
    pages.shutdown()
    pages.server_close()


@pytest.mark.parametrize(("page", "goal"), REACHED)
def test_what_can_be_done_on_other_pages_is_done(runs, page, goal):
    record = runs(page, goal)

    assert record["verdict"] == "success", record["verdictReason"]


@pytest.mark.parametrize(("page", "goal"), NOT_DONE)
def test_what_was_not_done_on_other_pages_is_never_a_pass(runs, page, goal):
    record = runs(page, goal)

    assert record["verdict"] in ("fail-agent-lost", "fail-test-broken", "inconclusive"), record["verdictReason"]
    assert record["verdictReason"].endswith(".")
