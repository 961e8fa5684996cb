"""The files that runs leave behind: one folder a run, and no way out of it."""

from __future__ import annotations

import shutil
from pathlib import Path


class Artifacts:
    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def folder(self, run_id: str) -> Path:
        folder = self._folder / run_id
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    def path(self, run_id: str, name: str) -> Path | None:
        """The file of that name, None when it is not one that the run left."""
        if not name or name.startswith(".") or any(letter in name for letter in "/\\\0"):
            return None
        folder = self._folder / run_id
        try:
            file = (folder / name).resolve()
            return file if file.parent == folder and file.is_file() else None
        # A name too long or not encodable; a link to itself.
        except (OSError, ValueError, RuntimeError):
            return None

    def delete(self, run_id: str) -> None:
        shutil.rmtree(self._folder / run_id, ignore_errors=True)
