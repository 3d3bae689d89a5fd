"""``python -m publicity_check`` is the command under another name."""

import subprocess
import sys


def test_the_package_can_be_run_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "publicity_check", "--version"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "publicity-check" in done.stdout
