"""The truth suite finds nothing to complain of in a few of its flows; `make truth` runs them all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = Path(__file__).parent.parent.parent / "bench" / "truth"


# Some dozen runs, which take a busy machine a minute or two.
@pytest.mark.timeout(300)
@pytest.mark.parametrize("flows", ["people/role", "shop/checkout", "board/add/"])
def test_a_fault_is_never_passed_and_health_is_never_blamed(flows, tmp_path):
    command = [sys.executable, SUITE, "--only", flows, "--html", tmp_path / "truth.html", "--parallel", "2"]
    told = subprocess.run([str(each) for each in command], capture_output=True, text=True, timeout=280, check=False)

    assert told.returncode == 0, told.stdout + told.stderr
    assert re.search(r"false pass \| 0 of (?!0)", told.stdout)
    assert re.search(r"false fail \| 0 of", told.stdout)
    assert "healthy" in (tmp_path / "truth.html").read_text()
