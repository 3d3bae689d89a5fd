"""The whole example of the guide for CI does what the guide says."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pages import LINKS, latvian

GUIDE = Path(__file__).parents[1] / "docs" / "ci.md"
if not GUIDE.exists():
    pytest.skip("the documentation is not part of this copy", allow_module_level=True)
EXAMPLE = GUIDE.read_text(encoding="utf-8").partition("## A whole example\n")[2].partition("\n## ")[0]


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", EXAMPLE, re.DOTALL | re.MULTILINE)


def shell(commands: str) -> int:
    """Run the lines of a block as a shell would that stops at the first error; return the last status."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    for line in commands.splitlines():
        words = shlex.split(line)
        if words[0] == "publicity-check":
            words[:1] = [sys.executable, "-m", "publicity_check"]
        run = subprocess.run(words, env=environment, capture_output=True, check=False)  # noqa: S603  # the guide's own
        if run.returncode:
            return run.returncode
    return 0


def test_the_whole_example_of_the_guide_runs_as_it_says(folder: Path) -> None:
    (configuration,) = blocks("toml")
    once, every_run = blocks("sh")
    pages = folder / "public" / "projekti"
    pages.mkdir(parents=True)
    for number in range(12):
        (pages / f"known-{number}.html").write_bytes(latvian(links=""))
    (folder / ".gitignore").write_text("public/\nreports/\n.cache/\n", encoding="utf-8")
    (folder / "publicity-check.toml").write_text(configuration, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607  # git as the machine has it

    assert shell(once) == 0
    assert json.loads((folder / "publicity-check-baseline.json").read_bytes())
    assert shell(every_run) == 0
    assert "publicity-check" in (folder / "reports" / "summary.md").read_text(encoding="utf-8")
    assert json.loads((folder / "reports" / "publicity.sarif").read_bytes())["version"] == "2.1.0"
    assert any((folder / ".cache" / "publicity-check").iterdir())

    (pages / "new.html").write_bytes(latvian(disclaimer="", links=LINKS))
    assert shell(every_run) == 1
    assert "new.html" in (folder / "reports" / "summary.md").read_text(encoding="utf-8")
