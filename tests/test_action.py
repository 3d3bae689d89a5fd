"""The action of the repository: its script gets what callers give as data, and ends as the check does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ACTION = Path(__file__).parents[1] / "action.yml"
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="bash is not here")


def script() -> str:
    """Return the script of the last step, without a parser of YAML: the block behind its ``run: |``."""
    block = ACTION.read_text(encoding="utf-8").rsplit("run: |\n", 1)[1].partition("      shell:")[0]
    return "\n".join(line[8:] for line in block.splitlines())


def started(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    command = folder / "bin" / "publicity-check"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m publicity_check "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        **inputs,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    return subprocess.run(  # noqa: S603 - the script under test
        [str(BASH), "-e", "-c", script()], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "a b.html").write_text(
        "<html lang='en'><h1>Bridge</h1><p>The project is co-funded by the EU.</p></html>"
    )
    return tmp_path


def test_the_action_annotates_summarises_and_fails(page: Path) -> None:
    done = started(page, PATHS="a b.html", ARGUMENTS="")
    assert done.returncode == 1, done.stderr
    assert "::error file=a b.html" in done.stdout
    assert "publicity-check" in (page / "summary.md").read_text()


def test_no_input_of_a_caller_is_run(page: Path) -> None:
    evil = "$(touch owned)\n`touch owned`\n; touch owned"
    done = started(page, PATHS=evil, ARGUMENTS="")
    assert done.returncode == 2
    assert not (page / "owned").exists()


def test_inputs_never_stand_in_a_script() -> None:
    assert "${{" not in script()
