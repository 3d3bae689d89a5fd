"""Calls the command line in this process."""

import sys

import pytest

from publicity_check.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Call the command line; return exit status, standard output and standard error."""
    sys.argv = ["publicity-check", *arguments]
    with pytest.raises(SystemExit) as stop:
        main()
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err
