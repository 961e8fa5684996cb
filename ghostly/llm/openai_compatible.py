"""A model behind an OpenAI-compatible endpoint, asked in the strictest form that the endpoint accepts."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from typing import Any, Literal

import openai
from openai import OpenAI

from ghostly.engine.ports import Answer, Question, Usage
from ghostly.errors import ModelFailed

from . import complaints
from .answer import Unfit, read
from .completion import NoCompletion, text_of, usage_of
from .config import LlmConfig

Form = Literal["json_schema", "json_object", "tools", "text"]
FORMS: tuple[Form, ...] = ("json_schema", "json_object", "tools", "text")

_LONGEST_WAIT_S = 20.0
_ONLY_JSON = "\n\nAnswer with one JSON object and nothing else. It must fit this JSON schema:\n"
# What endpoints answer to a form that they do not know, and sometimes to what cannot be granted at all.
_NOT_THIS_FORM = {400, 404, 422, 500, 501}
# Which form an endpoint takes is found out once.
_known: dict[tuple[str, str], Form] = {}


class OpenAiCompatible:
    """A Model. In all its answers together it may be waited for `longest_s`."""

    def __init__(self, config: LlmConfig, longest_s: float = math.inf) -> None:
        self._config = config
        self._left_s = longest_s
        self._until = math.inf
        self._waits_s = config.timeout_s
        self._base_url = config.base_url.rstrip("/").removesuffix("/chat/completions")
        self._usage = Usage()

    @property
    def name(self) -> str:
        return self._config.model

    @property
    def form(self) -> Form:
        """The form that the endpoint is known to take, or the strictest."""
        return _known.get((self._base_url, self._config.model), FORMS[0])

    def ask(self, question: Question) -> Answer:
        began = time.monotonic()
        self._until = began + self._left_s
        try:
            return self._asked(question)
        finally:
            self._left_s -= time.monotonic() - began

    def _asked(self, question: Question) -> Answer:
        self._usage = Usage()
        messages: list[dict[str, str]] = [
            {"role": "system", "content": question.system},
            {"role": "user", "content": question.user},
        ]
        text = self._written(messages, question)
        try:
            return Answer(read(text, question.schema), self._usage)
        except Unfit as problem:
            complaint = f"That does not fit: {problem}. Answer again, with one JSON object and nothing else."
            messages += [{"role": "assistant", "content": text[:4000]}, {"role": "user", "content": complaint}]
        try:
            return Answer(read(self._written(messages, question), question.schema), self._usage)
        except Unfit as problem:
            raise self._failed(
                f"The model {self.name} gave no answer that can be used: {problem}.", "malformed"
            ) from None

    def _written(self, messages: list[dict[str, str]], question: Question) -> str:
        """What the model writes, in the strictest form from the known one on that the endpoint accepts."""
        forms = FORMS[FORMS.index(self.form) :]
        refused: openai.APIStatusError | None = None
        for form in forms:
            try:
                text = self._persistently(lambda form=form: self._call(messages, question, form))  # type: ignore[misc]
            except openai.APIStatusError as error:
                if error.status_code not in _NOT_THIS_FORM:
                    raise self._refused(error) from None
                refused = error
            else:
                _known[(self._base_url, self._config.model)] = form
                return text
        assert refused is not None
        raise self._refused(refused)

    def _persistently(self, call: Callable[[], str]) -> str:
        """The outcome of the call, tried again where another try may help."""
        for attempt in range(1, self._config.attempts + 1):
            if self._seconds_left() <= 0:
                raise self._failed("There is no time left to wait for the model.", "timeout")
            try:
                return call()
            except openai.APIStatusError as error:
                if not _may_pass(error):
                    raise
                if attempt == self._config.attempts:
                    raise self._refused(error) from None
                self._pause(attempt, error.response.headers.get("retry-after"))
            except openai.APIConnectionError as error:
                if attempt == self._config.attempts or self._seconds_left() <= 0:
                    raise self._away(error) from None
                self._pause(attempt, None)
            except (openai.APIError, ValueError, TypeError, RecursionError) as error:
                why = str(error) if isinstance(error, NoCompletion) else "it cannot be read as JSON"
                sentence = f"{self._base_url} answered with something that is no chat completion: {why}."
                raise self._failed(sentence, "malformed") from None
        raise AssertionError("the last attempt returns or raises")

    def _away(self, error: openai.APIConnectionError) -> ModelFailed:
        if isinstance(error, openai.APITimeoutError):
            return self._failed(f"{self._base_url} gave no answer within {round(self._waits_s, 1):g} s.", "timeout")
        return self._failed(complaints.of_connection(error, self._base_url), "unreachable")

    def _seconds_left(self) -> float:
        return self._until - time.monotonic()

    def _pause(self, attempt: int, retry_after: str | None) -> None:
        asked = float(retry_after) if retry_after and retry_after.replace(".", "", 1).isdigit() else 0.0
        wished = max(asked, 0.5 * 2**attempt * random.uniform(0.5, 1.0))
        time.sleep(min(_LONGEST_WAIT_S, max(0.0, self._seconds_left()), wished))

    def _call(self, messages: list[dict[str, str]], question: Question, form: Form) -> str:
        extra: dict[str, Any] = {}
        said = messages
        if form == "json_schema":
            shape = {"name": question.name, "schema": question.schema}
            extra["response_format"] = {"type": "json_schema", "json_schema": shape}
        elif form == "tools":
            tool = {"name": question.name, "parameters": question.schema}
            extra["tools"] = [{"type": "function", "function": tool}]
            extra["tool_choice"] = {"type": "function", "function": {"name": question.name}}
        elif form == "json_object":
            extra["response_format"] = {"type": "json_object"}
        if form != "tools":
            told = messages[0]["content"] + _ONLY_JSON + json.dumps(question.schema)
            said = [{"role": "system", "content": told}, *messages[1:]]
        asked: Any = {"model": self.name, "messages": said, "temperature": 0, **extra}
        # An endpoint without a key still gets a header, which it ignores.
        key = self._config.api_key or "none"
        if unsent := complaints.of_key(key):
            raise self._failed(unsent, "unauthorized")
        self._waits_s = seconds = min(self._config.timeout_s, max(0.1, self._seconds_left()))
        with OpenAI(base_url=self._base_url, api_key=key, timeout=seconds, max_retries=0) as client:
            given = client.chat.completions.with_raw_response.create(**asked).http_response.json()
        self._usage = self._usage + usage_of(given)
        return text_of(given)

    def _refused(self, error: openai.APIStatusError) -> ModelFailed:
        sentence, kind = complaints.of_refusal(error, self._base_url, self.name, self._config.api_key)
        return self._failed(sentence, kind)

    def _failed(self, sentence: str, kind: str) -> ModelFailed:
        return ModelFailed(sentence, kind, self._usage)


def _may_pass(error: openai.APIStatusError) -> bool:
    """Whether the same request may be granted a little later."""
    return error.status_code == 429 or error.status_code in (408, 502, 503, 504, 529)
