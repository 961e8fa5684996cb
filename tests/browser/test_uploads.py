"""Files are taken from the uploads folder and from nowhere else."""

import pytest


@pytest.fixture
def uploads(tmp_path):
    folder = tmp_path / "uploads"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("alpha")
    (folder / "deep" / "b.txt").write_text("beta")
    (tmp_path / "outside.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "way").symlink_to(tmp_path)
    return folder


def test_files_of_the_folder_are_uploaded(visit, uploads):
    there = visit("uploads.html")

    there.do("setInputFiles", selector="#files", files=("a.txt", "deep/b.txt"))

    there.says("a.txt=alpha, b.txt=beta")


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "deep/../../outside.txt", "link.txt", "way/outside.txt", "missing.txt", "deep", "", "a\0.txt"],
)
def test_a_way_out_of_the_folder_is_refused(visit, uploads, name):
    assert visit("uploads.html").fails("setInputFiles", selector="#files", files=(name,)).code == "file_refused"


def test_an_absolute_path_is_refused(visit, uploads):
    error = visit("uploads.html").fails("setInputFiles", selector="#files", files=(str(uploads / "a.txt"),))

    assert error.code == "file_refused"


def test_what_takes_no_files_says_so(visit, uploads):
    there = visit("uploads.html")

    assert "HTMLInputElement" in str(there.fails("setInputFiles", selector="#said", files=("a.txt",)))
    assert "single file" in str(there.fails("setInputFiles", selector="#single", files=("a.txt", "deep/b.txt")))
