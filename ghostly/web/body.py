"""The one door for request bodies: JSON that fits its model, or a sentence that says what does not."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from flask import request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from ..errors import InvalidInput, TooLarge
from .schemas import PATTERNS, field_names, step_tags

T = TypeVar("T", bound=BaseModel)

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_DEEPEST = 40
# Guesses at what was meant cost time, and nobody reads a thousand sentences.
_MOST_SENTENCES = 20
_LONGEST_NAME = 80
_TAGS = step_tags()
_IN_PYTHON = re.compile(r"(?<!['\w])(?:True|False)(?!['\w])")
_WORDS = {
    "string_type": "it must be a text",
    "string_too_long": "it must have at most {max_length} characters",
    "bool_type": "it must be true or false",
    "int_type": "it must be a whole number",
    "int_parsing": "it must be a whole number",
    "int_from_float": "it must be a whole number",
    "greater_than_equal": "it must be {ge} or more",
    "less_than_equal": "it must be {le} or less",
    "list_type": "it must be a list",
    "dict_type": "it must be an object",
    "model_type": "it must be an object",
    "model_attributes_type": "it must be an object",
    "too_long": "it must hold at most {max_length} items",
    "too_short": "it must hold at least {min_length}",
}


def read_json(model: type[T]) -> T:
    return fitted(model, body())


def body() -> dict[str, Any]:
    """The JSON object in the request; raises InvalidInput or TooLarge."""
    try:
        raw = request.get_data(cache=False)
        # Of a body without Content-Length only the first part was read; asking for more tells.
        request.stream.read(1)
        data = json.loads(raw.decode("utf-8"), parse_constant=_refuse_constant)
    except RequestEntityTooLarge:
        raise TooLarge(f"the body is too large: send at most {request.max_content_length} bytes") from None
    except UnicodeDecodeError:
        raise InvalidInput("invalid JSON body: it is not UTF-8", code="invalid_json") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidInput(f"invalid JSON body: {error.msg} at {where}", code="invalid_json") from None
    except (ValueError, RecursionError):
        raise InvalidInput(
            "invalid JSON body: a number is too long, or it is nested too deeply", code="invalid_json"
        ) from None
    if not isinstance(data, dict):
        raise InvalidInput("invalid JSON body: it must be an object, {…}", code="invalid_json")
    _check_texts(data)
    return cast(dict[str, Any], data)


def fitted(model: type[T], data: Mapping[str, Any]) -> T:
    """The data as `model`; raises InvalidInput with a sentence for every field that does not fit."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        fields: dict[str, list[str]] = {}
        form: list[str] = []
        for problem in problems[:_MOST_SENTENCES]:
            sentence = _sentence(_place(problem["loc"]), problem, model)
            (fields.setdefault(_clipped(problem["loc"][0]), []) if problem["loc"] else form).append(sentence)
        first = [*form, *(sentence for sentences in fields.values() for sentence in sentences)][0]
        if (more := len(problems) - _MOST_SENTENCES) > 0:
            form.append(f"and {more} more like these")
        raise InvalidInput(f"validation error: {first}", code="validation_error", fields={"": form, **fields}) from None


def _refuse_constant(name: str) -> None:
    raise json.JSONDecodeError(f"{name} is not JSON", "", 0)


def _check_texts(value: object, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise InvalidInput(f"invalid JSON body: it is nested more than {_DEEPEST} levels deep", code="invalid_json")
    if isinstance(value, str) and _UNKEEPABLE.search(value):
        raise InvalidInput("invalid text: NUL and half surrogate pairs cannot be stored", code="invalid_text")
    if isinstance(value, dict):
        _check_texts("".join(value), depth)
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            _check_texts(item, depth + 1)


def _place(location: Iterable[int | str]) -> str:
    """steps[2].selector; the tag that tells the kinds of steps apart is left out."""
    place, previous = "", None
    for part in location:
        if isinstance(part, int):
            place += f"[{part}]"
        elif not (isinstance(previous, int) and part in _TAGS):
            place += f".{_clipped(part)}" if place else _clipped(part)
        previous = part
    return place


def _sentence(place: str, problem: Any, model: type[BaseModel]) -> str:
    match problem["type"]:
        case "extra_forbidden":
            *within, name = problem["loc"]
            return f"{place} is not a known field{_meant(str(name), field_names(model, within))}"
        case "missing":
            return f"{place} is required"
        case "union_tag_invalid":
            tag = _clipped(problem["ctx"]["tag"])
            known = ", ".join(sorted(_TAGS))
            return f"{place}.action: there is no step {tag!r}{_meant(tag, _TAGS)}; the steps are {known}"
        case "union_tag_not_found":
            return f"{place}.action is required"
        case "string_pattern_mismatch" if problem["loc"][-1] == "[key]":
            name = _clipped(problem["loc"][-2])
            rule = PATTERNS[problem["ctx"]["pattern"]].removeprefix("it ")
            return f"{problem['loc'][0]}: the name {name!r} {rule}"
    message = _message(problem)
    return f"{place}: {message}" if place and not message.startswith(place) else message


def _message(problem: Any) -> str:
    """What is wrong and what would be right; pydantic's own words where ours are missing."""
    context = problem.get("ctx", {})
    match problem["type"]:
        case "string_pattern_mismatch":
            return PATTERNS[context["pattern"]]
        case "string_too_short":
            least = context["min_length"]
            return "it must not be empty" if least == 1 else f"it must have at least {least} characters"
        case "literal_error":
            return f"it must be {_IN_PYTHON.sub(lambda found: found[0].lower(), context['expected'])}"
        case kind if kind in _WORDS:
            return _WORDS[kind].format(**context)
    return str(problem["msg"]).removeprefix("Value error, ").replace("Input should", "it must")


def _clipped(name: object) -> str:
    text = str(name)
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 1) if len(name) <= _LONGEST_NAME else []
    return f"; did you mean {close[0]}?" if close else ""
