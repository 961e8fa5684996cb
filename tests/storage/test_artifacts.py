"""The files of runs: each run has a folder of its own, and names lead nowhere else."""

import stat

import pytest

from ghostly.storage.artifacts import Artifacts


@pytest.fixture
def artifacts(tmp_path):
    return Artifacts(tmp_path / "artifacts")


def test_the_folder_of_a_run_is_for_the_server_alone(artifacts):
    folder = artifacts.folder("run")

    assert folder.is_absolute()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert artifacts.folder("run") == folder


def test_a_name_finds_a_file_of_its_own_run_alone(artifacts):
    (artifacts.folder("run") / "a.png").write_bytes(b"a")
    (artifacts.folder("other") / "b.png").write_bytes(b"b")
    (artifacts.folder("run") / "b.png").symlink_to(artifacts.folder("other") / "b.png")

    assert artifacts.path("run", "a.png") == artifacts.folder("run") / "a.png"
    assert artifacts.path("run", "b.png") is None
    assert artifacts.path("run", "../other/b.png") is None


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".hidden", "a/b", "a\\b", "a\0b", "x" * 300, "\ud800", "loop", "folder"]
)
def test_a_name_that_can_be_no_file_finds_none(artifacts, name):
    folder = artifacts.folder("run")
    (folder / ".hidden").write_bytes(b"x")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "folder").mkdir()

    assert artifacts.path("run", name) is None


def test_deleting_takes_the_folder_of_that_run_and_minds_no_absence(artifacts):
    (artifacts.folder("run") / "a.png").write_bytes(b"a")
    (artifacts.folder("other") / "b.png").write_bytes(b"b")

    artifacts.delete("run")
    artifacts.delete("run")

    assert artifacts.path("run", "a.png") is None
    assert artifacts.path("other", "b.png") is not None
