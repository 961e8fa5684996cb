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
from .schemas import FIELD_NAMES, step_tags

T = TypeVar("T", bound=BaseModel)

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_DEEPEST = 40
_TAGS = step_tags()


def read_json(model: type[T]) -> T:
    return fitted(model, body())


def body() -> dict[str, Any]:
    """The JSON object in the request; raises InvalidInput or TooLarge."""
    try:
        text = request.get_data(cache=False).decode("utf-8")
        data = json.loads(text, parse_constant=_refuse_constant)
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
        fields: dict[str, list[str]] = {}
        form: list[str] = []
        for problem in error.errors(include_url=False, include_input=False, include_context=True):
            sentence = _sentence(_place(problem["loc"]), problem)
            (fields.setdefault(str(problem["loc"][0]), []) if problem["loc"] else form).append(sentence)
        first = [*form, *(sentence for sentences in fields.values() for sentence in sentences)][0]
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
            place += f".{part}" if place else part
        previous = part
    return place


def _sentence(place: str, problem: Any) -> str:
    match problem["type"]:
        case "extra_forbidden":
            name = str(problem["loc"][-1])
            return f"{place} is not a known field{_meant(name, FIELD_NAMES)}"
        case "missing":
            return f"{place} is required"
        case "union_tag_invalid":
            tag = str(problem["ctx"]["tag"])
            known = ", ".join(sorted(_TAGS))
            return f"{place}.action: there is no step {tag!r}{_meant(tag, _TAGS)}; the steps are {known}"
        case "union_tag_not_found":
            return f"{place}.action is required"
        case "string_pattern_mismatch" if problem["loc"][-1] == "[key]":
            return f"secrets: the name {problem['loc'][-2]!r} must be capital letters, digits and _, such as PASSWORD"
    message = str(problem["msg"]).removeprefix("Value error, ").replace("input should", "it must")
    message = message.replace("Input should", "it must").replace("String should", "the text must")
    return f"{place}: {message}" if place and not message.startswith(place) else message


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""
