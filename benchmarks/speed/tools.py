"""The tools that are compared, each as a whole process, and how to install them beside each other."""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

NPM = {
    "htmlhint": "1.9.2",
    "html-validate": "10.17.0",
    "textlint": "15.8.0",
    "textlint-plugin-html": "1.0.1",
    "textlint-rule-terminology": "5.2.16",
}
PYPI = {"scancode-toolkit-mini": "32.5.0", "pluggy": "1.5.0"}

_SOUP = """
import sys
from pathlib import Path
from bs4 import BeautifulSoup
for path in sorted(Path(sys.argv[1]).rglob("*.html")):
    BeautifulSoup(path.read_bytes(), "lxml")
"""


@dataclass(frozen=True)
class Tool:
    """A tool: its name, the command for a folder of pages, and how many pages it is given (0: all)."""

    name: str
    command: Callable[[Path], list[str]]
    pages: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)


def install(folder: Path) -> None:
    """Install the tools into a folder, unless they are there in the versions named here."""
    wanted = json.dumps([NPM, PYPI])
    ready = folder / "ready.json"
    if ready.exists() and ready.read_text("utf-8") == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed: it is needed for htmlhint, html-validate and textlint")
    names = [f"{name}@{version}" for name, version in NPM.items()]
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", str(folder), *names], check=True)
    venv.create(folder / "scancode", with_pip=True)
    pip = [str(folder / "scancode" / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *(f"{name}=={version}" for name, version in PYPI.items())], check=True)
    (folder / "html-validate.json").write_text('{"root": true, "extends": ["html-validate:recommended"]}', "utf-8")
    (folder / "textlint.json").write_text('{"plugins": ["html"], "rules": {"terminology": true}}', "utf-8")
    ready.write_text(wanted, "utf-8")


def tools(folder: Path, sampled: int) -> list[Tool]:
    """Return the tools; those that are slow are given ``sampled`` pages, or ten times as many."""
    node = shutil.which("node") or "node"
    bin_ = folder / "node_modules" / ".bin"
    own = str(Path(sys.executable).with_name("publicity-check"))
    cache = folder / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    kept = {"XDG_CACHE_HOME": str(cache)}

    def by_node(name: str, *options: str) -> Callable[[Path], list[str]]:
        return lambda pages: [node, str(bin_ / name), *options, f"{pages}/**/*.html"]

    return [
        Tool("publicity-check, nothing remembered", lambda p: [own, "check", "--no-cache", str(p)]),
        Tool("publicity-check, one process", lambda p: [own, "check", "--no-cache", "--jobs", "1", str(p)]),
        Tool("publicity-check, first run with its cache", lambda p: [own, "check", str(p)], environment=kept),
        Tool("publicity-check, second run with its cache", lambda p: [own, "check", str(p)], environment=kept),
        Tool(f"htmlhint {NPM['htmlhint']}", by_node("htmlhint", "--format", "json")),
        Tool(
            f"html-validate {NPM['html-validate']}",
            by_node("html-validate", "--formatter", "json", "--config", str(folder / "html-validate.json")),
            pages=10 * sampled,
        ),
        Tool(
            f"textlint {NPM['textlint']} (HTML, terminology)",
            by_node("textlint", "--format", "json", "--config", str(folder / "textlint.json")),
            pages=10 * sampled,
        ),
        Tool(
            f"ScanCode {PYPI['scancode-toolkit-mini']}, licences, two processes",
            lambda p: [
                *(str(folder / "scancode" / "bin" / "scancode"), "--license", "--processes", "2", "--quiet"),
                *("--timeout", "600", "--json", str(folder / "scancode.json"), str(p)),
            ],
            pages=sampled,
        ),
        Tool("BeautifulSoup with lxml, parsing alone", lambda p: [sys.executable, "-c", _SOUP, str(p)]),
    ]
