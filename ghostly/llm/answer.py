"""From what a model wrote to the object that was asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

_FENCE = re.compile(r"```(?:json)?\s*\n?(.*?)```", re.DOTALL)


class Unfit(ValueError):
    """The text is no answer; the message says why, for the model that wrote it."""


def read(text: str, schema: Mapping[str, object]) -> Mapping[str, Any]:
    """The object in the text; raises Unfit when there is none or it does not fit the schema."""
    found = _object(text)
    problems = sorted(
        Draft202012Validator(schema).iter_errors(found), key=lambda problem: [str(part) for part in problem.path]
    )
    if problems:
        place = ".".join(str(part) for part in problems[0].path) or "the answer"
        raise Unfit(f"{place}: {problems[0].message[:300]}")
    return found


def _object(text: str) -> dict[str, Any]:
    """The last word of models that think aloud counts: of several fenced blocks the last one."""
    fenced = _FENCE.findall(text)
    tries = [*reversed(fenced), text, text[text.find("{") : text.rfind("}") + 1]]
    for each in tries:
        try:
            found = json.loads(each)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    raise Unfit("it is not a JSON object")
