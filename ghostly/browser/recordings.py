"""What a run leaves behind: its video, and its trace without the secrets."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .executables import registry_folder, revision
from .hiding import Hider
from .options import BrowserOptions

VIDEO = "video.webm"
TRACE = "trace.zip"

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


def keep_trace(source: Path, artifacts: Path, hide: Hider) -> str | None:
    """Copy a trace into the artifacts, every text in it rid of the secrets."""
    if not source.exists():
        return None
    unfinished = artifacts / f".{TRACE}"
    with zipfile.ZipFile(source) as original, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in original.infolist():
            kept.writestr(entry.filename, _scrubbed(entry.filename, original.read(entry), hide))
    unfinished.replace(artifacts / TRACE)
    return TRACE


def _scrubbed(name: str, data: bytes, hide: Hider) -> bytes:
    suffix = Path(name).suffix
    if suffix in _LEFT_ALONE:
        return data
    if suffix not in {".trace", ".network", ".stacks"}:
        return _body(data, hide)
    return b"\n".join(_scrubbed_line(line, hide) for line in data.split(b"\n"))


def _scrubbed_line(line: bytes, hide: Hider) -> bytes:
    try:
        return json.dumps(_value(json.loads(line), hide), separators=(",", ":"), ensure_ascii=False).encode()
    except ValueError:
        return _body(line, hide)


def _value(value: Any, hide: Hider) -> Any:
    if isinstance(value, str):
        return hide.text(value)
    if isinstance(value, list):
        return [_value(item, hide) for item in value]
    if isinstance(value, dict):
        return {key: _value(item, hide) for key, item in value.items()}
    return value


def _body(data: bytes, hide: Hider) -> bytes:
    return hide.whole(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


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
