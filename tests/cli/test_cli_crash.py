"""An error in the program is told for the file it concerns; the others are still checked."""

import importlib
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import run
from pages import latvian
from publicity_check import run as run_module
from publicity_check.reports import FILES_ONLY, FORMATS
from report_text import text_of


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


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_takes_too_long_is_an_error_of_its_own(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setattr(run_module, "FILES_PER_JOB", 1)
    for name in ("a.html", "b.html", "c.html"):
        (folder / name).write_bytes(latvian())
    evaluate = run_module.evaluate

    def endless(publication, *arguments):  # type: ignore[no-untyped-def]
        while publication.name == "b.html":
            try:
                sum(range(1000))
            except Exception:  # noqa: S112  what swallows errors does not swallow the time limit
                continue
        return evaluate(publication, *arguments)

    monkeypatch.setattr(run_module, "evaluate", endless)
    files = ("a.html", "b.html", "c.html")
    status, out, _ = run(capsys, "check", "--timeout", "2", "--jobs", jobs, "--format", "json", *files)
    told = json.loads(out)["publications"]
    assert status == 2
    assert [p["outcome"] for p in told] == ["passed", "error", "passed"]
    assert told[1]["error"] == ("b.html: was given up after 2 s of computing: split it, or allow more by --timeout.")


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_that_a_report_cannot_tell_of_is_an_error_of_its_own(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (folder / "a.html").write_bytes(latvian(disclaimer=""))
    (folder / "b.html").write_bytes(latvian())
    module = importlib.import_module(FORMATS[form])
    render = module.render

    def crashing(report, options):  # type: ignore[no-untyped-def]
        if any(p.path == "b.html" and p.results for p in report.publications):
            raise ZeroDivisionError("division by zero")
        return render(report, options)

    monkeypatch.setattr(module, "render", crashing)
    status, out, err = run(capsys, "check", "--output", f"{form}=out", "a.html", "b.html")
    written = Path("out").read_bytes()
    out = text_of(written if form in FILES_ONLY else written.decode())
    assert status == 2
    assert "Traceback" not in err
    assert "a.html" in out
    assert "b.html" in out
    assert "ZeroDivisionError" in out.replace("\n", " ")


def test_any_other_error_is_one_sentence_and_status_2(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.html").write_bytes(latvian())

    def crashing(*_arguments, **_options):  # type: ignore[no-untyped-def]
        raise RecursionError("too deep")

    monkeypatch.setattr(run_module.Run, "report", crashing)
    status, out, err = run(capsys, "check", "a.html")
    assert (status, out) == (2, "")
    assert (
        err
        == "publicity-check: stopped because of an error in the program (RecursionError: too deep); please report it.\n"
    )


@pytest.mark.parametrize("command", [["check", "a.html"], ["check", "--format", "json", "a.html"], ["rules", "list"]])
@pytest.mark.parametrize("output", ["> /dev/full", ">&-", "| (exec 0<&-)"])
def test_a_report_that_nobody_can_read_is_one_sentence_and_status_2(
    folder: Path, command: list[str], output: str
) -> None:
    (folder / "a.html").write_bytes(latvian())
    tool = str(Path(sys.executable).with_name("publicity-check"))
    line = f"{shlex.join([tool, *command])} {output}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("publicity-check: standard output cannot be written")
