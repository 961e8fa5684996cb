"""What becomes of a body that does not fit its model."""

import time

import pytest

from ghostly.errors import InvalidInput
from ghostly.web import openapi, schemas
from ghostly.web.body import fitted

RUN = {"project": "p", "baseUrl": "http://app.test", "steps": [{"action": "snapshot"}]}


def refusal(model, data):
    with pytest.raises(InvalidInput) as refused:
        fitted(model, data)
    return refused.value


@pytest.mark.parametrize(
    ("model", "data", "field", "sentence"),
    [
        (schemas.Registration, {"email": "ada", "password": "analytical"}, "email", "such as ada@example.org"),
        (schemas.Registration, {"email": "a@b", "password": "short"}, "password", "at least 8 characters"),
        (schemas.Registration, {"email": "a@b", "password": "x" * 1025}, "password", "at most 1024 characters"),
        (schemas.Registration, {"email": "a@b", "password": "x" * 8, "role": "king"}, "role", "'admin' or 'member'"),
        (schemas.Project, {"label": "Shop", "color": "red"}, "color", "a colour such as #6366f1"),
        (schemas.Login, {"email": 5, "password": "x"}, "email", "it must be a text"),
        (schemas.Run, {**RUN, "secrets": {"pw": "x"}}, "secrets", "'pw' must be capital letters"),
        (schemas.Run, {**RUN, "steps": []}, "steps", "1 to 25 steps"),
    ],
)
def test_a_sentence_says_what_would_be_right(model, data, field, sentence):
    [said] = refusal(model, data).fields[field]

    assert sentence in said


def test_every_pattern_of_the_models_has_words():
    def patterns(schema):
        if isinstance(schema, dict):
            yield from [schema["pattern"]] if isinstance(schema.get("pattern"), str) else []
            yield from schema.get("patternProperties", ())
            schema = list(schema.values())
        for value in schema if isinstance(schema, list) else ():
            yield from patterns(value)

    assert set(patterns(openapi.document())) == set(schemas.PATTERNS)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (schemas.Login, {f"selector{number}": 1 for number in range(15_000)}),
        (schemas.Run, {**RUN, "secrets": {f"b{number}": "" for number in range(15_000)}}),
        (schemas.Run, {**RUN, "steps": [{"action": "snapshot", **{f"x{n}": 1 for n in range(900)}}] * 25}),
        (schemas.Run, {**RUN, "codeHints": {"components": [{"name": "A", "testIds": [""] * 80_000}]}}),
        (schemas.Run, {**RUN, "steps": [{"action": "x" * 9_000}] * 25}),
        (schemas.Run, {**RUN, "y" * 250_000: 1}),
    ],
    ids=["unknown fields", "secrets", "fields of steps", "hints", "verbs", "a long name"],
)
def test_a_body_full_of_mistakes_costs_little_and_is_answered_in_few_words(model, data):
    begin = time.process_time()
    refused = refusal(model, data)

    # Guessing at each of the names took four seconds, in which the whole server stood still.
    assert time.process_time() - begin < 1.5
    assert sum(len(text) for sentences in refused.fields.values() for text in sentences) < 20_000
    assert len(refused.message) < 1_000


def test_what_is_not_told_one_by_one_is_counted():
    refused = refusal(schemas.Login, {"email": "a@b", "password": "x", **{f"x{number}": 1 for number in range(100)}})

    assert refused.fields[""] == ["and 80 more like these"]
    assert len(refused.fields) == 21
