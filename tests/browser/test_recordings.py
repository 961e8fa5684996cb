"""What a run leaves behind: screenshots, a video that plays, and a trace without its secrets."""

import re
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from ghostly.engine.ports import Look

PNG = b"\x89PNG"


def _height(picture):
    return int.from_bytes(picture.read_bytes()[20:24], "big")


@pytest.fixture
def artifacts(tmp_path):
    return tmp_path / "artifacts"


def test_a_screenshot_comes_after_every_step_when_asked_for(visit, artifacts):
    there = visit(None, screenshots=True)

    assert there.do("goto", url="/form.html").screenshot == "step-1-ok.png"
    assert there.do("click", selector="#save").screenshot == "step-2-ok.png"

    assert (artifacts / "step-2-ok.png").read_bytes().startswith(PNG)


def test_a_failure_always_has_a_screenshot(visit, artifacts):
    error = visit("form.html").fails("click", selector="#nope")

    assert error.screenshot == "step-2-failed.png"
    assert (artifacts / error.screenshot).read_bytes().startswith(PNG)


def test_a_screenshot_shows_the_whole_page(visit, artifacts):
    visit(None, screenshots=True).do("goto", url="/scroll.html")

    assert _height(artifacts / "step-1-ok.png") > 3000


@pytest.mark.parametrize("hides", [False, True])
def test_a_picture_of_what_is_in_view_is_as_high_as_the_window(visit, artifacts, hides):
    there = visit("secrets.html" if hides else "scroll.html")
    if hides:
        there.do("fill", selector="input[type=password]", value="x4711")
    for name, in_view in (("whole.png", False), ("view.png", True)):
        there.browser.observe(Look(4_000, name, in_view=in_view))
        there.browser.picture(name)

    whole, view = (_height(artifacts / name) for name in ("whole.png", "view.png"))
    assert view == 720
    assert whole >= view if hides else whole > 3000


def test_a_video_plays_and_is_kept_only_when_asked_for(visit, artifacts):
    for keep in (False, True):
        there = visit("form.html", video=True)
        there.do("click", selector="#save")
        there.says("saved")
        assert there.browser.close(keep_video=keep).video == ("video.webm" if keep else None)
        assert (artifacts / "video.webm").exists() is keep

    decoded = subprocess.run(
        [_ffmpeg(), "-v", "error", "-i", artifacts / "video.webm", "-f", "framemd5", "-"],
        capture_output=True,
        check=True,
    )
    assert decoded.stderr == b""
    assert len(re.findall(rb"^0,", decoded.stdout, re.MULTILINE)) > 3


def test_a_trace_opens_and_holds_no_secret(visit, artifacts):
    secrets = ('quo"te\\d sesame', "pässwörd & more")
    there = visit("form.html", trace=True, secrets=secrets)
    there.do("fill", selector="#customer", value=secrets[0])
    there.do("fill", selector="#notes", value=f"before {secrets[1]} after")
    there.do("fill", selector="#password", value="typed-hunter22")
    there.do("click", selector="#save")

    assert there.browser.close(keep_video=False).trace == "trace.zip"

    with zipfile.ZipFile(artifacts / "trace.zip") as trace:
        whole = b"\n".join(trace.read(name) for name in trace.namelist())
        assert trace.testzip() is None
        assert {"trace.trace", "trace.network"} <= set(trace.namelist())
    assert b"[REDACTED]" in whole
    for hidden in ("sesame", "pässwörd", "p\\u00e4ssw", "p%C3%A4ssw", "hunter22"):
        assert hidden.encode() not in whole


def test_a_trace_holds_no_secret_that_a_selector_escapes_or_the_log_cuts(visit, artifacts):
    secret = 'Zq7!kW ümlaut/\\"q&x-and-it-goes-on-for-a-while'
    there = visit("form.html", trace=True, secrets=(secret,))
    quoted = secret.replace("\\", "\\\\").replace('"', '\\"')
    there.fails("click", selector=f'role=link[name="{quoted}"]')
    there.fails("click", selector=f'text="{quoted}"')
    there.do("fill", selector="#notes", value=secret)
    there.do("fill", selector="#customer", value=f"{'x' * 30}{secret}")
    there.do("click", selector="#notes")

    there.browser.close(keep_video=False)

    with zipfile.ZipFile(artifacts / "trace.zip") as trace:
        whole = b"\n".join(trace.read(name) for name in trace.namelist()).decode("utf-8", "replace")
    assert "[REDACTED]" in whole
    assert [whole[at - 60 : at + 60] for part in ("Zq7", "mlaut", "goes-on") if (at := whole.find(part)) >= 0] == []


def test_nothing_is_recorded_unless_asked_for(visit, artifacts):
    recorded = visit("form.html").browser.close(keep_video=True)

    assert (recorded.video, recorded.trace) == (None, None)
    assert list(artifacts.iterdir()) == []


def _ffmpeg():
    package = find_spec("imageio_ffmpeg")
    return next(Path(package.origin).parent.glob("binaries/ffmpeg-*"))
