"""What a run did, as a Playwright test in Python that does it without us."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_SECRET = re.compile(r"\{\{([A-Z][A-Z0-9_]*)\}\}|\[REDACTED\]")
_ON_ELEMENT = {"check": "check()", "uncheck": "uncheck()"}
_POINTING = ("click", "dblclick", "hover")
_HEAD = '''"""{about}

Made by Ghostly from run {run_id}: {reason}
Run it with pytest, or with Python alone; it needs the package playwright and a browser of Playwright's.
"""

import os

from playwright.sync_api import expect, sync_playwright

BASE_URL = os.environ.get("BASE_URL", {base_url})

{helpers}
def test_run():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch()
        page = browser.new_page()
        page.goto(BASE_URL)
'''
_DRAG = '''
def drag(page, element, points):
    """Draw the pointer along points from the upper left corner of the element."""
    box = element.bounding_box()
    page.mouse.move(box["x"] + points[0][0], box["y"] + points[0][1])
    page.mouse.down()
    for x, y in points[1:]:
        page.mouse.move(box["x"] + x, box["y"] + y, steps=5)
    page.mouse.up()

'''
_SELECT = '''
def select_text(page, element, text):
    """Select the first place of a text in the element, or all of it."""
    element.evaluate(
        """(e, text) => {
          const range = document.createRange();
          range.selectNodeContents(e);
          const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
          while (text && walker.nextNode()) {
            const at = walker.currentNode.data.toLowerCase().indexOf(text.toLowerCase());
            if (at < 0) continue;
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + text.length);
            break;
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        text,
    )

'''
_TAIL = """        browser.close()


if __name__ == "__main__":
    test_run()
"""


def playwright_test(run_id: str, base_url: str, goal: str, reason: str, steps: Sequence[Mapping[str, Any]]) -> str:
    """`steps` in wire form, secrets masked: a masked value is read from the environment where the test runs."""
    about, reason = (re.sub(r'[\\"\s]+', " ", text).strip() for text in (goal, reason))
    helpers = _DRAG if any("path" in step for step in steps) else ""
    helpers += _SELECT if any(step["action"] == "selectText" for step in steps) else ""
    lines = [_HEAD.format(about=about, run_id=run_id, reason=reason, base_url=_literal(base_url), helpers=helpers)]
    answers = {"acceptDialog", "dismissDialog"}
    for number, step in enumerate(steps):
        following = steps[number + 1] if number + 1 < len(steps) else {}
        # Playwright answers a dialog when it opens, so that must be said before.
        if following.get("action") in answers:
            lines.append(f"        {_answer(following)}\n")
        if step["action"] not in answers:
            lines.append(f"        {_line(step, number)}\n")
    return "".join(lines) + _TAIL


def _answer(step: Mapping[str, Any]) -> str:
    if step["action"] == "dismissDialog":
        return 'page.once("dialog", lambda dialog: dialog.dismiss())'
    text = step.get("promptText")
    return f'page.once("dialog", lambda dialog: dialog.accept({_literal(text) if text is not None else ""}))'


def _line(step: Mapping[str, Any], number: int) -> str:
    action, selector = step["action"], step.get("selector")
    found = f"page.locator({_literal(selector)})" if selector else "page"
    if action in _ON_ELEMENT:
        return f"{found}.{_ON_ELEMENT[action]}"
    if action in ("dragTo", "selectText"):
        return _by_mouse(step, found)
    if action in _POINTING:
        return f"{found}.{action}({_position(step)})"
    match action:
        case "goto":
            url = step["url"]
            return (
                f"page.goto({_literal(url)})"
                if "://" in url
                else f'page.goto(BASE_URL.rstrip("/") + {_literal("/" + url.lstrip("/"))})'
            )
        case "fill":
            return f"{found}.fill({_value(step['value'], number)})"
        case "press":
            return (
                f"{found}.press({_literal(step['key'])})"
                if selector
                else f"page.keyboard.press({_literal(step['key'])})"
            )
        case "selectOption":
            return f"{found}.select_option({_value(step['value'], number)})"
    return _rest(action, step, found)


def _by_mouse(step: Mapping[str, Any], found: str) -> str:
    if step["action"] == "selectText":
        return f"select_text(page, {found}, {_literal(step.get('text') or '')})"
    if "path" in step:
        points = [(int(point["x"]), int(point["y"])) for point in step["path"]]
        return f"drag(page, {found}, {points!r})"
    return f"{found}.drag_to(page.locator({_literal(step['target'])}))"


def _rest(action: str, step: Mapping[str, Any], found: str) -> str:
    match action:
        case "setInputFiles":
            return f"{found}.set_input_files({_literal(step['files'])})"
        case "scroll":
            return (
                f"{found}.scroll_into_view_if_needed()" if step.get("selector") else f"page.mouse.wheel(0, {step['y']})"
            )
        case "waitForSelector":
            return f"{found}.wait_for(timeout={step.get('timeoutMs', 30_000)})"
        case "switchTab" if "index" in step:
            return f"page = page.context.pages[{int(step['index'])}]"
        case "switchTab":
            return f"page = next(tab for tab in page.context.pages if {_literal(step['urlIncludes'])} in tab.url)"
        case "assertText":
            return f"expect(page.get_by_text({_literal(step['text'])}).first).to_be_visible()"
        case "assertVisible":
            return f"expect({found}.first).to_be_visible()"
    return f"# {action}"


def _position(step: Mapping[str, Any]) -> str:
    given = step.get("position")
    return f"position={{'x': {int(given['x'])}, 'y': {int(given['y'])}}}" if given else ""


def _value(value: Any, number: int) -> str:
    if not isinstance(value, str):
        return "[" + ", ".join(_value(each, number) for each in value) + "]"
    parts: list[str] = []
    end = 0
    for masked in _SECRET.finditer(value):
        name = masked[1] or f"SECRET_{number + 1}"
        parts += [_literal(value[end : masked.start()])] if value[end : masked.start()] else []
        parts.append(f'os.environ["{name}"]')
        end = masked.end()
    parts += [_literal(value[end:])] if value[end:] or not parts else []
    return " + ".join(parts)


def _literal(value: Any) -> str:
    return ascii(value) if isinstance(value, list) else ascii(str(value))
