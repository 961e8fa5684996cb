"""The plugin that .ci/run uses: a skipped test is a failed session."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CI = Path(__file__).parent.parent / ".ci"

PASSES = "def test_one(): pass\n"
SKIPS = PASSES + "import pytest\ndef test_two(): pytest.skip('no server')\n"
SKIPS_ALL = "import pytest\npytest.skip('no browser', allow_module_level=True)\n"
FAILS_AS_EXPECTED = PASSES + "import pytest\n@pytest.mark.xfail\ndef test_two(): assert False\n"
FAILS = "def test_one(): assert False\n"


def exit_code(folder, *sources):
    for number, source in enumerate(sources):
        (folder / f"test_sample_{number}.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no_skips", "-c", "/dev/null", str(folder)]
    return subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(CI)}, capture_output=True).returncode


@pytest.mark.parametrize("source", [SKIPS, SKIPS_ALL, FAILS_AS_EXPECTED, FAILS])
def test_a_session_with_a_test_that_did_not_pass_fails(tmp_path, source):
    assert exit_code(tmp_path, PASSES, source) == pytest.ExitCode.TESTS_FAILED


def test_a_session_in_which_all_passed_passes(tmp_path):
    assert exit_code(tmp_path, PASSES) == pytest.ExitCode.OK


def test_a_skipped_file_alone_is_no_success_either(tmp_path):
    assert exit_code(tmp_path, SKIPS_ALL) != pytest.ExitCode.OK
