"""The numbers and places of the browser that an operator may change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BrowserOptions:
    """`browsers_path` is what PLAYWRIGHT_BROWSERS_PATH says, `ffmpeg_folder` where a stand-in for Playwright's ffmpeg
    is prepared (a temporary folder unless given), `withheld` the variables that no browser process gets to see."""

    executable: str | None = None
    ws_endpoint: str | None = None
    settle_ms: int = 1_000
    long_poll_ms: int = 10_000
    longest_timer_ms: int = 10_000
    polling_after: int = 3
    calm_ms: int = 40
    calm_live_ms: int = 80
    calm_passing_ms: int = 15
    calm_timer_ms: int = 500
    late_save_ms: int = 2_000
    calm_wait_ms: int = 4_000
    patience_ms: int = 250
    look_every_ms: int = 100
    load_ms: int = 10_000
    trouble_wait_ms: int = 10_000
    open_ms: int = 30_000
    close_ms: int = 2_000
    recording_ms: int = 8_000
    stop_ms: int = 1_500
    viewport_width: int = 1_280
    viewport_height: int = 720
    browsers_path: str | None = None
    ffmpeg_folder: str | None = None
    withheld: tuple[str, ...] = (
        "JWT_SECRET",
        "DATABASE_URL",
        "REDIS_URL",
        "GHOSTLY_ADMIN_PASSWORD",
        "GHOSTLY_API_KEY",
        "OPENAI_API_KEY",
        "LLM_API_KEY",
    )
