"""The JavaScript that is run in pages, read from the files beside this one."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "js"


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.js").read_text(encoding="utf-8")


QUIET = _read("quiet")
QUIET_FOR = _read("quiet_for")
LATE = _read("late")
BUSY = _read("busy")
_FACTS = f"({_read('facts').rstrip()})"
LOOK_ENGINE = _read("engine").replace('"LOOK"', _read("look").replace("FACTS", _FACTS))
PAGE_ENGINE = _read("page_engine").replace('"READ"', _read("page").replace("FACTS", _FACTS))
TEXT_ENGINE = _read("text_engine").replace('"READ"', _read("text"))
SCROLL = _read("scroll")
SELECT = _read("select")
SELECTED = _read("selected")
