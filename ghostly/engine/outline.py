"""A page as indented text, for people and for models."""

from __future__ import annotations

from collections.abc import Iterable

from .page import Node, Page

_KEPT_ROLES = {"dialog", "alertdialog", "alert", "status"}
_FIELDS = {
    "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "switch", "slider", "spinbutton",
}  # fmt: skip
_LONGEST_TEXT = 160
_MOST_OPTIONS = 15


def render(page: Page, most: int = 300) -> str:
    """One line a node, each with its ref; at most `most` nodes, of which dialogs and controls are kept first."""
    kept = budgeted(page, most)
    lines = [f"{'  ' * _depth(page, node, kept)}- {line(node)}" for node in page.nodes if node.number in kept]
    left = len(page.nodes) - len(kept)
    return "\n".join([*lines, *([f"- ({left} more were left out)"] if left else [])])


def budgeted(page: Page, most: int) -> set[int]:
    """The numbers of the nodes that are shown: dialogs with what they hold, then fields, then buttons, other
    controls and texts, as they come."""
    urgent = {node.number for dialog in page.dialogs for node in (dialog, *page.within(dialog))}
    ranked = sorted(page.nodes, key=lambda node: (_rank(node, urgent), node.number))
    return {node.number for node in ranked[:most]}


def _rank(node: Node, urgent: set[int]) -> int:
    if node.number in urgent or node.role in _KEPT_ROLES:
        return 0
    if node.kind == "control":
        if node.role in _FIELDS or (node.tag in ("input", "select", "textarea") and node.role != "button"):
            return 1
        return 2 if "button" in (node.tag, node.role) else 3
    return 4 if node.role in ("heading", "row") else 5


def _depth(page: Page, node: Node, kept: set[int]) -> int:
    return sum(parent.number in kept for parent in page.parents(node))


def line(node: Node) -> str:
    """The node in the notation of accessibility trees: role, name, state, ref."""
    role = node.role or ("clickable" if node.kind == "control" else node.kind)
    said = f' "{_short(node.said)}"' if node.said else ""
    return f"{role}{said}{_states(node)} [ref={node.ref}]{_value(node)}"


def _states(node: Node) -> str:
    said = [
        "checked" if node.checked else "",
        "disabled" if node.disabled else "",
        "required" if node.required else "",
        "readonly" if node.readonly else "",
        "invalid" if node.invalid else "",
        "hidden from people" if node.hidden else "",
        "busy" if node.busy else "",
        f"type={node.type}" if node.type not in ("", "text", "submit", "button", "checkbox", "radio") else "",
        f'placeholder="{_short(node.placeholder)}"' if node.placeholder and node.placeholder != node.name else "",
        f"testid={node.test_id}" if node.test_id else "",
        # What is folded away is not told: nobody can read it.
        *("folded" if state == "hides" else f"{state}={value}" for state, value in node.states.items()),
    ]
    return "".join(f" [{each}]" for each in said if each)


def _value(node: Node) -> str:
    if node.options:
        return f": {_options(node)}"
    return f": {_short(node.value)}" if node.value else ""


def _options(node: Node) -> str:
    shown: Iterable[str] = (f"*{o.label}*" if o.selected else o.label for o in node.options[:_MOST_OPTIONS])
    more = len(node.options) - _MOST_OPTIONS
    return " | ".join(shown) + (f" | and {more} more" if more > 0 else "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_TEXT else flat[: _LONGEST_TEXT - 1] + "…"


def changes(before: Page, now: Page, most: int = 40) -> str:
    """What is new on a page and what is gone from it, one line a node; at most `most` lines of each."""
    was, is_now = ([(_identity(node), node) for node in page.nodes if not node.hidden] for page in (before, now))
    old, new = {key for key, _ in was}, {key for key, _ in is_now}
    come = [f"+ {line(node)}" for key, node in is_now if key not in old and _tells(node)]
    gone = [f"- {_without_ref(node)}" for key, node in was if key not in new and _tells(node)]
    lines = [*come[:most], *gone[:most]]
    left = max(0, len(come) - most) + max(0, len(gone) - most)
    return "\n".join([*lines, *([f"({left} more changes were left out)"] if left else [])])


def _identity(node: Node) -> tuple[object, ...]:
    return (node.kind, node.role, node.said, node.value, node.checked, node.disabled, node.invalid)


def _tells(node: Node) -> bool:
    return bool(node.said or node.value) or node.kind == "control"


def _without_ref(node: Node) -> str:
    """What is gone can be acted on no more."""
    return line(node).replace(f" [ref={node.ref}]", "")
