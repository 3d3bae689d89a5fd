"""An error in the program is told for the file it concerns; the others are still checked."""

import json
from pathlib import Path

import pytest

from command_line import run
from pages import latvian
from publicity_check import run as run_module


def test_a_file_that_crashes_the_program_is_an_error_of_its_own(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.html").write_bytes(latvian())
    (folder / "b.html").write_bytes(latvian())
    evaluate = run_module.evaluate

    def crashing(publication, *arguments):  # type: ignore[no-untyped-def]
        if publication.name == "a.html":
            raise ZeroDivisionError("division by zero")
        return evaluate(publication, *arguments)

    monkeypatch.setattr(run_module, "evaluate", crashing)
    status, out, err = run(capsys, "check", "--format", "json", "a.html", "b.html")
    first, second = json.loads(out)["publications"]
    assert status == 2
    assert first["outcome"] == "error"
    assert "a.html" in first["error"]
    assert "ZeroDivisionError" in first["error"]
    assert second["outcome"] == "passed"
    assert "Traceback" not in err
