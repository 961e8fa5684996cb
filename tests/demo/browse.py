"""Visits the demo application at an address with a browser and prints what was seen. Run as a program of its own."""

import json
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

STEPS = Path(__file__).parents[2] / "ghostly" / "demo" / "steps.json"
FAULTS = [
    *("none", "save-500", "save-500-toast-ok", "save-lost", "save-200-error", "validation", "silent-validation"),
    *("blocking-modal", "renamed-ids", "ephemeral-toast", "stale-until-reload", "js-error", "session-expired"),
]
USUAL_WORDS = ("New order", "Save order")
OTHER_WORDS = ("Create purchase", "Store changes")
IS_DONE = "document.querySelector('[data-part=form] button:disabled') === null"
SAYS = "[data-toast], .toast, [role=alert]:not(:empty):visible, .note[role=status]"


def carry_out(page, step):
    match step:
        case {"action": "goto", "url": url}:
            page.goto(url)
        case {"action": "click", "selector": selector}:
            page.click(selector)
        case {"action": "fill", "selector": selector, "value": value}:
            page.fill(selector, value)
        case {"action": "selectOption", "selector": selector, "value": value}:
            page.select_option(selector, value)
        case {"action": "waitForSelector" | "assertVisible", "selector": selector}:
            page.locator(selector).wait_for()
        case {"action": "assertText", "text": text}:
            page.get_by_text(text).filter(visible=True).first.wait_for()
        case _:
            raise ValueError(f"no such step: {step}")


def state(page):
    return page.request.get("/__demo__/state").json()


def numbers(page):
    return [order["number"] for order in state(page)["orders"]]


def bundled_steps(page):
    for step in json.loads(STEPS.read_text())["steps"]:
        carry_out(page, step)
    order = state(page)["orders"][-1]
    return {"steps": f"{order['customer']}, {order['quantity']} of {order['product']}"}


def order_page(page):
    page.get_by_role("button", name="Edit order ORD-1014").click()
    dialog = page.get_by_role("dialog", name="Edit order ORD-1014")
    dialog.get_by_label("Quantity").fill("11")
    dialog.get_by_role("button", name="Save order").click()
    page.get_by_text("Order ORD-1014 saved.").wait_for()
    edited = next(order for order in state(page)["orders"] if order["number"] == "ORD-1014")

    questions = []
    page.once("dialog", lambda dialog: (questions.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Delete order ORD-1013").click()
    kept = "ORD-1013" in numbers(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete order ORD-1013").click()
    page.get_by_text("Order ORD-1013 deleted.").wait_for()
    deleted = "ORD-1013" not in numbers(page)

    page.get_by_label("Search orders").fill("textil sur")
    page.get_by_text("Total of 4 orders").wait_for()
    customers = page.locator("tbody tr td:nth-child(2)").all_inner_texts()
    return {
        "edited": edited["quantity"],
        "question": questions[0],
        "kept": kept,
        "deleted": deleted,
        "filtered": sorted(set(customers)),
    }


def widgets_page(page):
    page.goto("/widgets")
    page.hover("#reports")
    page.get_by_role("link", name="Stock report").click()
    report = page.locator("#report").inner_text()
    frame = page.frame_locator("#help")
    frame.get_by_label("Your question").fill("Where is my linen?")
    frame.get_by_role("button", name="Send question").click()
    frame.get_by_text("Thank you").wait_for()
    page.get_by_label("Your email").fill("ann@acme.test")
    page.get_by_role("button", name="Subscribe").click()
    page.get_by_text("Thank you, ann@acme.test is subscribed.").wait_for()
    with page.expect_popup() as popup:
        page.click("#print-newest")
    printed = popup.value.locator("h1").inner_text()
    popup.value.close()
    truth = state(page)
    return {"report": report, "printed": printed} | {kind: truth[kind] for kind in ("questions", "subscribers")}


def status_of(page, number):
    return next(order["status"] for order in state(page)["orders"] if order["number"] == number)


def board_page(page):
    page.goto("/board")
    page.locator("#card-ORD-1009").drag_to(page.locator("#lane-shipped"))
    page.get_by_text("Order ORD-1009 moved to Shipped.").wait_for()
    dragged = status_of(page, "ORD-1009")
    page.get_by_label("Status of order ORD-1008").focus()
    page.keyboard.press("P")
    page.get_by_text("Order ORD-1008 moved to Paid.").wait_for()
    lane = page.get_by_role("region", name="Paid").get_by_role("listitem").first.inner_text()
    return {"dragged": dragged, "typed": status_of(page, "ORD-1008"), "lane": lane}


def hostile_notes(page):
    """A page that runs what a visitor wrote would say so in a dialog."""
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto("/orders")
    page.get_by_role("button", name="Edit order ORD-1014").click()
    page.get_by_label("Notes").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Save order").click()
    page.get_by_text("Order ORD-1014 saved.").wait_for()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Print order ORD-1014").click()
    popup.value.get_by_text("<img src=x onerror=alert(1)>").wait_for()
    popup.value.close()
    return {"hostile": said}


def open_orders(page):
    page.goto("/orders")
    page.get_by_role("heading", name="Orders").wait_for()


def write_order(page, words):
    page.get_by_role("button", name=words[0]).click()
    dialog = page.get_by_role("dialog", name="New order")
    dialog.get_by_label("Customer").select_option("Textil Sur")
    dialog.get_by_label("Product").select_option("Linen roll")
    dialog.get_by_label("Quantity").fill("37")
    dialog.get_by_role("button", name=words[1]).click()


def with_fault(page, fault, page_errors):
    """What somebody sees who saves an order; whoever is signed out stays so."""
    page.request.post("/__demo__/reset")
    page.request.post("/__demo__/faults", data={name: name == fault for name in FAULTS if name != "none"})
    page_errors.clear()
    open_orders(page)
    return saving(page, fault) | {"script_failed": bool(page_errors)}


def saving(page, fault):
    found = {"new_order_by_id": page.locator("#new-order").count() == 1}
    if fault == "blocking-modal":
        try:
            page.get_by_role("button", name="New order").click(timeout=1500)
        except Error as error:
            found["blocked"] = "intercepts pointer events" in str(error)
        page.get_by_role("alertdialog").get_by_role("button", name="Got it").click()
    write_order(page, OTHER_WORDS if fault == "renamed-ids" else USUAL_WORDS)
    if fault == "session-expired":
        page.wait_for_url("**/login?expired=1")
    page.wait_for_function(IS_DONE)
    if fault == "ephemeral-toast":
        # A healthy one stays for five seconds.
        page.locator(".toast").wait_for(state="detached", timeout=2500)
        found["gone_at_once"] = True
    found["says"] = " ".join(text for text in page.locator(SAYS).all_inner_texts() if text)
    found["dialog"] = page.get_by_role("dialog").is_visible()
    found["row"] = page.get_by_role("row").filter(has_text="ORD-1015").count() == 1
    found["kept"] = "ORD-1015" in numbers(page)
    if fault in ("stale-until-reload", "save-lost"):
        page.reload()
        found["after_reload"] = page.get_by_role("row").filter(has_text="ORD-1015").count() == 1
    return found


def main(address, executable):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable or None, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.set_default_timeout(10000)
        page_errors = []
        page.on("pageerror", lambda error: page_errors.append(str(error)))
        seen = bundled_steps(page) | order_page(page) | widgets_page(page) | board_page(page) | hostile_notes(page)
        seen |= {"page_errors": [*page_errors]}
        page.set_default_timeout(5000)
        seen["faults"] = {fault: with_fault(page, fault, page_errors) for fault in FAULTS}
        browser.close()
    print(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
