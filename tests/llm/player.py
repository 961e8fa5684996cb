"""A model that knows its way: of its answers it gives the first whose controls are all on the page, once each."""

import json
import time

from llm.endpoint import said

ROLES = ("textbox", "searchbox", "button", "link", "combobox", "spinbutton", "checkbox")


def plays(*answers, latency=0.0):
    """Each answer is a list of steps: (action, what the control is called, value) and, if it says so, the part."""

    def play(handler, body):
        time.sleep(latency)
        lines = body["messages"][-1]["content"].splitlines()
        steps = next((found for each in answers if (found := _on_page(each, lines))), [])
        handler.play(said(json.dumps({"steps": steps, "hasMore": bool(steps)})), body)

    return play


def _on_page(steps, lines):
    """The steps with the refs that the page gives to their names; empty when one is missing or was done."""
    found = []
    for action, name, value, *part in steps:
        if action == "acceptDialog":
            return [{"action": action}] if any(line.startswith("A native dialog") for line in lines) else []
        named = [f'{role} "{name}"' for role in ROLES]
        line = next((line for line in lines if "[ref=" in line and any(each in line for each in named)), "")
        if not line or any(f'"{name}": done' in line for line in lines):
            return []
        step = {"action": action, "ref": line.split("[ref=")[1].split("]")[0], "value": value}
        found.append({**step, "part": part[0]} if part else step)
    return found
