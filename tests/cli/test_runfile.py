"""The files that a run is read from."""

import pytest

from ghostly.cli.exits import BadInput
from ghostly.cli.runfile import read_run, read_secrets

STEPS = '[{"action": "snapshot"}]'


@pytest.fixture
def written(tmp_path):
    def write(content):
        file = tmp_path / "steps.json"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(file)

    return write


@pytest.mark.parametrize("content", [STEPS, f'{{"steps": {STEPS}}}', b"\xef\xbb\xbf" + STEPS.encode()])
def test_steps_are_a_list_or_a_field_of_the_whole_body(written, content):
    assert read_run(written(content)) == {"steps": [{"action": "snapshot"}]}


BAD = [
    ('[\n  {"action": }]', r"steps\.json:2:14: this is not JSON: Expecting value"),
    ("", r"steps\.json:1:1: this is not JSON"),
    ("42", "must hold a list of steps, or an object"),
    (b'["\xff"]', "is not UTF-8 text: byte 3 is wrong"),
    ("[" * 100_000, "nested too deeply"),
]


@pytest.mark.parametrize(("content", "complaint"), BAD, ids=[complaint for _, complaint in BAD])
def test_a_file_that_holds_no_run_is_an_error_that_says_where(written, content, complaint):
    with pytest.raises(BadInput, match=complaint):
        read_run(written(content))


def test_a_file_that_cannot_be_read_is_an_error_that_says_why(tmp_path):
    with pytest.raises(BadInput, match="No such file"):
        read_run(str(tmp_path / "nothing.json"))
    with pytest.raises(BadInput, match="Is a directory"):
        read_run(str(tmp_path))


def test_secrets_are_lines_of_name_and_value(written):
    file = written("# of the demo\nPASSWORD=a=b #c \n\nPIN_2=1234\n")

    assert read_secrets(file) == {"PASSWORD": "a=b #c ", "PIN_2": "1234"}


@pytest.mark.parametrize("content", ["PASSWORD", "PASSWORD=", "password=x", "A B=x"])
def test_a_line_that_is_no_secret_is_an_error_that_does_not_show_it(written, content):
    with pytest.raises(BadInput, match=r"steps\.json:2: ") as refusal:
        read_secrets(written(f"\n{content}"))

    assert content not in str(refusal.value)
