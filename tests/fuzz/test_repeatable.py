"""The same publications give the same report: in any order of files, from any number of processes, in any run."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from benchmarks.accuracy.cases import generate

FORMATS = ("json", "text", "sarif", "junit")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("site")
    found = []
    for case in list(generate(languages=("lv", "en", "de")))[::11]:
        path = folder / case.name
        path.write_bytes(case.content)
        found.append(path)
    return found


def report(files: list[Path], form: str, *options: str, hash_seed: str = "0") -> str:
    """Return the digest of what the command line prints."""
    tool = str(Path(sys.executable).with_name("publicity-check"))
    run = subprocess.run(  # noqa: S603  # our own command
        [tool, "check", "--no-cache", "--format", form, *options, *map(str, files)],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "COLUMNS": "88"},
        check=False,
    )
    assert run.returncode in {0, 1}, run.stderr.decode()
    return hashlib.sha256(run.stdout).hexdigest()


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_order_of_files_processes_and_runs_change_no_byte(files: list[Path], form: str) -> None:
    shuffled = files.copy()
    Random(5).shuffle(shuffled)
    expected = report(files, form, "--jobs", "1")
    assert report(shuffled, form, "--jobs", "1", hash_seed="1") == expected
    assert report(files, form, "--jobs", "3", hash_seed="2") == expected
