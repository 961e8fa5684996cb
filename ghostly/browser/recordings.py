"""What a run leaves behind: its video, and its trace without the secrets."""

from __future__ import annotations

import html
import json
import shutil
import sys
import zipfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

from .executables import registry_folder, revision
from .options import BrowserOptions

VIDEO = "video.webm"
TRACE = "trace.zip"

_MASK = "[REDACTED]"
_SHORTEST_MASKED = 4
_LEFT_ALONE = {".png", ".jpeg", ".jpg", ".webp", ".gif", ".ico", ".woff", ".woff2", ".ttf"}


def prepare_ffmpeg(options: BrowserOptions, scratch: Path) -> Path | None:
    """A browsers folder whose ffmpeg works, when Playwright's own is not installed; None when nothing is needed."""
    name = "ffmpeg-mac" if sys.platform == "darwin" else "ffmpeg-linux"
    registry = registry_folder(options)
    own = registry / f"ffmpeg-{revision('ffmpeg')}" / name
    stand_in = _stand_in()
    if own.exists() or stand_in is None:
        return None
    folder = Path(options.ffmpeg_folder or scratch / "browsers")
    (folder / own.parent.name).mkdir(parents=True, exist_ok=True)
    _link(folder / own.parent.name / name, stand_in)
    for installed in registry.iterdir() if registry.is_dir() else ():
        if installed.name != own.parent.name:
            _link(folder / installed.name, installed)
    return folder


def keep_video(source: Path, artifacts: Path) -> str | None:
    if not source.exists() or source.stat().st_size == 0:
        return None
    shutil.move(source, artifacts / VIDEO)
    return VIDEO


def keep_trace(source: Path, artifacts: Path, secrets: Iterable[str]) -> str | None:
    """Copy a trace into the artifacts, every text in it rid of the secrets."""
    if not source.exists():
        return None
    hide = _Hider(secrets)
    unfinished = artifacts / f".{TRACE}"
    with zipfile.ZipFile(source) as original, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in original.infolist():
            kept.writestr(entry.filename, _scrubbed(entry.filename, original.read(entry), hide))
    unfinished.replace(artifacts / TRACE)
    return TRACE


class _Hider:
    """Replaces secrets, in every way that a page or a protocol may write them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        given = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self.short = {secret for secret in given if len(secret) < _SHORTEST_MASKED}
        self.written = list(dict.fromkeys(way for secret in given if secret not in self.short for way in _ways(secret)))

    def text(self, text: str) -> str:
        if text in self.short:
            return _MASK
        for way in self.written:
            text = text.replace(way, _MASK)
        return text

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value

    def body(self, data: bytes) -> bytes:
        for way in self.written:
            data = data.replace(way.encode(), _MASK.encode())
        return data


def _scrubbed(name: str, data: bytes, hide: _Hider) -> bytes:
    suffix = Path(name).suffix
    if suffix in _LEFT_ALONE:
        return data
    if suffix not in {".trace", ".network", ".stacks"}:
        return hide.body(data)
    return b"\n".join(_scrubbed_line(line, hide) for line in data.split(b"\n"))


def _scrubbed_line(line: bytes, hide: _Hider) -> bytes:
    try:
        return json.dumps(hide.value(json.loads(line)), separators=(",", ":"), ensure_ascii=False).encode()
    except ValueError:
        return hide.body(line)


def _ways(secret: str) -> list[str]:
    escaped = [json.dumps(secret, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)]
    return [
        secret,
        *escaped,
        *(json.dumps(way)[1:-1] for way in escaped),
        quote(secret, safe=""),
        quote_plus(secret),
        html.escape(secret),
    ]


def _stand_in() -> Path | None:
    """An ffmpeg of the system, or the one that the package imageio-ffmpeg brings."""
    if found := shutil.which("ffmpeg"):
        return Path(found)
    package = find_spec("imageio_ffmpeg")
    bundled = Path(package.origin).parent.glob("binaries/ffmpeg-*") if package and package.origin else ()
    return next(iter(sorted(bundled)), None)


def _link(link: Path, target: Path) -> None:
    if link.is_symlink():
        link.unlink()
    if not link.exists():
        link.symlink_to(target)
