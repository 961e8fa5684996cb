"""Which browser is started, and how."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import playwright
from playwright.async_api import Browser, Playwright
from playwright.async_api import Error as PlaywrightError

from ghostly.errors import BrowserGone, BrowserMissing

from .options import BrowserOptions

_HEADLESS_NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
_HEADED_NAMES = ("chromium", "google-chrome")
_SHELL_WORDS = ("headless-shell", "headless_shell")
_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
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


async def launch(driver: Playwright, options: BrowserOptions, headless: bool) -> Browser:
    """Start a browser, or connect to the remote one; raises BrowserMissing or BrowserGone."""
    if options.ws_endpoint:
        return await _connect(driver, options.ws_endpoint, options.open_ms)
    executable = find_executable(options, headless)
    try:
        return await driver.chromium.launch(
            executable_path=executable.path,
            headless=headless,
            args=list(_FLAGS),
            chromium_sandbox=_can_sandbox(),
            timeout=options.open_ms,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )
    except PlaywrightError as error:
        raise _launch_refusal(str(error), executable, headless) from None


def _given(path: str) -> str:
    found = shutil.which(path)
    if found is None:
        raise BrowserMissing(f"GHOSTLY_BROWSER names {path}, which is not an executable file. {_HOW_TO_INSTALL}.")
    return found


def _is_installed(options: BrowserOptions, name: str) -> bool:
    folder = registry_folder(options) / f"{name.replace('-', '_')}-{revision(name)}"
    return (folder / "INSTALLATION_COMPLETE").exists()


def _can_sandbox() -> bool:
    return not hasattr(os, "geteuid") or os.geteuid() != 0


async def _connect(driver: Playwright, endpoint: str, timeout_ms: int) -> Browser:
    speaks_cdp = endpoint.startswith(("http://", "https://")) or "/devtools/" in endpoint
    try:
        if speaks_cdp:
            return await driver.chromium.connect_over_cdp(endpoint, timeout=timeout_ms)
        return await driver.chromium.connect(endpoint, timeout=timeout_ms)
    except PlaywrightError:
        raise BrowserGone("The remote browser that GHOSTLY_BROWSER_WS names cannot be reached.") from None


def _launch_refusal(text: str, executable: Executable, headless: bool) -> BrowserMissing:
    name = executable.path or "Playwright's Chromium"
    if not headless and ("DISPLAY" in text or "X server" in text or "XServer" in text):
        return BrowserMissing("A browser with a window needs a display, and there is none: run headless.")
    if "sandbox" in text.lower():
        return BrowserMissing(f"{name} cannot set up its sandbox here: allow user namespaces, or run as root.")
    if "shared librar" in text:
        return BrowserMissing(f"{name} lacks system libraries: run `playwright install-deps chromium`.")
    return BrowserMissing(f"{name} does not start. Try `{name} --version`, or name another one in GHOSTLY_BROWSER.")
