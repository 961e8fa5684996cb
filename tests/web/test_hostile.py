"""Whatever is thrown at any address: a clear refusal, and never a failure of ours."""

import base64
import io
import json
import random
import re

import pytest

from ghostly.web import answers, openapi

PIECES = [
    "x", "..", "%00", "a%00b", "%ff", "%2e%2e%2f", "%ed%a0%80", "9" * 3000, "é", "'--", "%0d%0aX:1", "{run_id}", "*",
    "~", "11111111-1111-4111-8111-111111111111", "%F0%9F%91%BB", "-1", " ", "%25", "None",
]  # fmt: skip
QUERIES = [
    "",
    *(f"{name}={piece}" for name in ("token", "limit", "cursor", "project", "status", "a%00") for piece in PIECES),
]
BODIES = [b"", b"{}", b"[]", b"{", b"\xff", b"0", b'"x"', b'{"label": {}}', b'{"steps": [[]]}', b'{"__proto__": 1}']


def deep(levels):
    return base64.urlsafe_b64encode(b"[" * levels).decode().rstrip("=") + ".e30.x"


HEADERS = [
    {},
    {"Range": "bytes=9-1"},
    {"Range": "bytes=" + "9" * 5000 + "-"},
    {"If-Modified-Since": "Mon, 99 Foo 99999 99:99:99 GMT"},
    {"If-None-Match": '"'},
    {"Last-Event-ID": "9" * 5000},
    {"Last-Event-ID": "\u00b2"},
    {"Host": "a b"},
    {"Host": "[::1"},
    {"Origin": "null"},
    {"Content-Length": "-1"},
    {"Content-Type": "multipart/form-data"},
    {"Authorization": "Bearer " + deep(5000)},
    {"Authorization": "Bearer gk_" + "x" * 5000},
    {"Authorization": "Basic eDp5"},
    {"X-Api-Key": "\xff" * 100},
]


def attempts(dice, count):
    for _ in range(count):
        route = dice.choice(openapi.ROUTES)
        path = re.sub(r"\{\w+\}", lambda _: dice.choice(PIECES), route.path)
        method = dice.choice(["get", "post", "delete", "put", "patch", "head", "options", route.method])
        query, body = dice.choice(QUERIES), dice.choice(BODIES)
        yield method, f"{path}?{query}" if query else path, body, dice.choice(HEADERS)


def test_no_address_method_query_header_or_body_gets_a_server_error(admin):
    seed = random.randrange(10**9)
    for method, path, body, headers in attempts(random.Random(seed), 1000):
        answer = admin.client.open(path, method=method, data=body, headers={**admin.headers, **headers}, buffered=True)

        told = (seed, method, path, body, headers, answer.text[:200])
        assert answer.status_code < 500, told
        if answer.status_code >= 400 and method != "head":
            answers.Error.model_validate(answer.json, strict=True), told


@pytest.mark.parametrize("path", ["/v1/run", "/v1/auth/login"])
def test_a_body_in_chunks_is_measured_too(admin, path):
    body = json.dumps({"email": "x" * 1_000_000}).encode()
    chunked = {"wsgi.input_terminated": True}
    headers = {**admin.headers, "Transfer-Encoding": "chunked"}

    def send(raw):
        return admin.client.post(path, input_stream=io.BytesIO(raw), headers=headers, environ_overrides=chunked)

    assert (send(body).status_code, send(body).json["code"]) == (413, "too_large")
    assert (send(b"{}").status_code, send(b"{}").json["code"]) == (400, "validation_error")
