"""The processes of a browser: bound to the life of their parent, found again by a mark, and ended together."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "GHOSTLY_BROWSER_MARK"

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class _Process:
    pid: int
    parent: int
    session: int


def bind_to_parent() -> None:
    """On Linux: a SIGTERM when the parent dies, and orphans of our children become ours."""
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_marked(mark: str, grace_s: float) -> None:
    """Kill all that carries the mark or descends from it, after a grace in which they may leave by themselves."""
    _end(lambda: _marked(mark), grace_s)


def end_descendants(pid: int) -> None:
    _end(lambda: _descendants({pid}) - {pid}, 0)


def _end(find: Callable[[], set[int]], grace_s: float) -> None:
    deadline = time.monotonic() + grace_s
    while (left := find()) and time.monotonic() < deadline:
        time.sleep(0.02)
    # A second look, for what was forked while the first ones were being killed.
    for _ in range(3):
        _kill(left)
        if not (left := find()):
            return


def _kill(pids: Iterable[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _marked(mark: str) -> set[int]:
    needle = f"{MARK}={mark}".encode()
    marked = {process.pid for process in _processes() if needle in _environment(process.pid)}
    return _descendants(marked)


def _descendants(roots: set[int]) -> set[int]:
    """The roots, their children and so on, and whoever shares a session that one of those leads."""
    family = set(roots)
    processes = _processes()
    while True:
        more = {p.pid for p in processes if p.parent in family or p.session in family} - family
        if not more:
            return family
        family |= more


def _processes() -> list[_Process]:
    if not _PROC.is_dir():
        return []
    read = (_stat(int(entry.name)) for entry in _PROC.iterdir() if entry.name.isdigit())
    return [process for process in read if process is not None]


def _stat(pid: int) -> _Process | None:
    try:
        text = (_PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    # The name in parentheses may hold spaces and parentheses itself.
    state, parent, _group, session = text.rpartition(")")[2].split()[:4]
    return None if state in "ZX" else _Process(pid, int(parent), int(session))


def _environment(pid: int) -> bytes:
    try:
        return (_PROC / str(pid) / "environ").read_bytes()
    except OSError:
        return b""
