"""The folder that files are uploaded from, and the walls around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ghostly.errors import PageError


def resolve(folder: str, names: Sequence[str]) -> list[str]:
    """The absolute paths of files inside the folder; raises PageError for anything else."""
    return [str(_resolve(Path(folder), name)) for name in names]


def _resolve(folder: Path, name: str) -> Path:
    given = Path(name)
    if not name or "\0" in name or given.is_absolute() or ".." in given.parts:
        raise PageError(f"{name!r} is not a name inside the uploads folder.", "file_refused")
    at = folder
    for part in given.parts:
        at = at / part
        if at.is_symlink():
            raise PageError(f"{name!r} is a symbolic link, and only plain files are uploaded.", "file_refused")
    if not at.is_file():
        raise PageError(f"There is no file {name!r} in the uploads folder.", "file_refused")
    return at
