"""Which browser is started."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import playwright

from ghostly.errors import BrowserMissing

from .options import BrowserOptions

_HEADLESS_NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
_HEADED_NAMES = ("chromium", "google-chrome")
_SHELL_WORDS = ("headless-shell", "headless_shell")
_HOW_TO_INSTALL = (
    "Install one with `playwright install chromium --only-shell` or `apt-get install chromium-headless-shell`"
)


@dataclass(frozen=True, slots=True)
class Executable:
    """A browser to start; without a path it is Playwright's own, which Playwright finds by itself."""

    path: str | None


def registry_folder(options: BrowserOptions) -> Path:
    """The folder that Playwright installs its browsers into."""
    if options.browsers_path:
        return Path(options.browsers_path)
    cache = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / cache / "ms-playwright"


def revision(name: str) -> str:
    """The revision of a browser (or of ffmpeg) that the installed Playwright wants."""
    listed = json.loads((Path(playwright.__file__).parent / "driver/package/browsers.json").read_text())
    return next(str(entry["revision"]) for entry in listed["browsers"] if entry["name"] == name)


def find_executable(options: BrowserOptions, headless: bool) -> Executable:
    """The browser to start, in the documented order; raises BrowserMissing with a sentence that helps."""
    if options.executable and (headless or not any(word in options.executable for word in _SHELL_WORDS)):
        return Executable(_given(options.executable))
    own = "chromium-headless-shell" if headless else "chromium"
    if _is_installed(options, own):
        return Executable(None)
    for name in _HEADLESS_NAMES if headless else _HEADED_NAMES:
        if path := shutil.which(name):
            return Executable(path)
    if headless:
        raise BrowserMissing(f"No browser was found. {_HOW_TO_INSTALL}, or name one in GHOSTLY_BROWSER.")
    raise BrowserMissing(
        "No browser that can show a window was found. Install one with `playwright install chromium` or "
        "`apt-get install chromium`, or run headless."
    )


def _given(path: str) -> str:
    found = shutil.which(path)
    if found is None:
        raise BrowserMissing(f"GHOSTLY_BROWSER names {path}, which is not an executable file. {_HOW_TO_INSTALL}.")
    return found


def _is_installed(options: BrowserOptions, name: str) -> bool:
    folder = registry_folder(options) / f"{name.replace('-', '_')}-{revision(name)}"
    return (folder / "INSTALLATION_COMPLETE").exists()
