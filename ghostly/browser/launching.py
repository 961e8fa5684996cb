"""How a browser is started, or connected to."""

from __future__ import annotations

import os

from playwright.async_api import Browser, Playwright
from playwright.async_api import Error as PlaywrightError

from ghostly.errors import BrowserGone, BrowserMissing

from .executables import Executable, find_executable
from .options import BrowserOptions

_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
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
