"""Files that describe a run: its steps or its whole body, and the values of its secrets."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from .exits import BadInput

Body = dict[str, object]
_SECRET_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def read_run(name: str) -> Body:
    """The body of `POST /v1/run` in a file, `-` for standard input; a list is taken for its steps."""
    shown = "standard input" if name == "-" else name
    text = _text(name, shown)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{shown}:{error.lineno}:{error.colno}: this is not JSON: {error.msg}.") from None
    except RecursionError:
        raise BadInput(f"{shown} is nested too deeply to be a run.") from None
    if isinstance(found, list):
        found = {"steps": found}
    if not isinstance(found, dict):
        raise BadInput(f'{shown} must hold a list of steps, or an object such as {{"steps": […]}}.')
    return found


def read_secrets(name: str) -> dict[str, str]:
    """NAME=VALUE on each line; empty lines, and lines that begin with #, do not count."""
    secrets = {}
    for number, line in enumerate(_text(name, name).splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        secret, equals, value = line.partition("=")
        if not equals or not value:
            raise BadInput(f"{name}:{number}: a line of secrets is NAME=VALUE.")
        secrets[secret_name(secret.strip(), f"{name}:{number}: ")] = value
    return secrets


def secret_name(name: str, where: str = "") -> str:
    if not _SECRET_NAME.fullmatch(name):
        raise BadInput(f"{where}The name of a secret has capital letters, digits and _, such as PASSWORD.")
    return name


def _text(name: str, shown: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"{shown} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise BadInput(f"{shown} is not UTF-8 text: byte {error.start + 1} is wrong.") from None
