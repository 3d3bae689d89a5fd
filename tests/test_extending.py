"""What it takes to add a format of reports or a reader: one module and one line, in a copy of the library."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pages import DISCLAIMER, NUMBER, PROGRAMME, STATEMENT
from publicity_check.readers import registry
from publicity_check.reports import FORMATS, needs

ROOT = Path(__file__).parents[1]

CSV = '''"""Amounts as comma-separated values."""
import csv, io
NEEDS = frozenset({"facts"})
SUFFIX = ".csv"

def render(report, options):
    out = io.StringIO()
    rows = [(p.path, a.value, a.currency) for p in report.publications for a in p.facts.amounts]
    csv.writer(out, lineterminator="\\n").writerows([("path", "value", "currency"), *rows])
    return out.getvalue()
'''

ODT = '''"""Reads the paragraphs of an OpenDocument text."""
import hashlib, io, zipfile
from lxml import etree
from publicity_check.errors import ReadError
from publicity_check.publication import Block, Publication

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

def read(data, name):
    try:
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
    except (zipfile.BadZipFile, KeyError):
        raise ReadError(f"{name} is no OpenDocument text: save it anew.") from None
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    texts = [" ".join("".join(p.itertext()).split()) for p in root.iter(TEXT + "p", TEXT + "h")]
    blocks = tuple(Block(index, text) for index, text in enumerate(filter(None, texts)))
    return Publication(name=name, format="odt", sha256=hashlib.sha256(data).hexdigest(), blocks=blocks)
'''
ODT_ROW = """READERS = (
    Reader(format="odt", title="OpenDocument", suffixes=(".odt",), module="publicity_check.readers.odt",
           media_type="application/vnd.oasis.opendocument.text", sees=frozenset({"text"})),"""


class Copy:
    """A copy of the library, to be changed and called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "src" / "publicity_check"
        shutil.copytree(ROOT / "src" / "publicity_check", self.package, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "rules").symlink_to(ROOT / "rules")
        (folder / "drafts").mkdir()

    def add(self, module: str, text: str, registry: str, line: str, new: str) -> None:
        (self.package / module).write_text(text, encoding="utf-8")
        path = self.package / registry
        old = path.read_text(encoding="utf-8")
        assert old.count(line) == 1
        path.write_text(old.replace(line, new), encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "publicity_check", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.package.parent)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_new_format_of_reports_is_one_module_and_one_line(copy: Copy) -> None:
    line = '        "{}": "publicity_check.reports.{}",\n'
    text, amounts = line.format("text", "text"), line.format("amounts", "amounts")
    copy.add("reports/amounts.py", CSV, "reports/__init__.py", text, text + amounts)
    page = '<html lang="en"><p>Project LLI-263, co-funded by the European Union. Its total budget is 100 000 EUR.</p>'
    (copy.folder / "page.html").write_text(page, encoding="utf-8")
    expected = "path,value,currency\npage.html,100000,EUR\n"
    alone = copy.run("check", "--format", "amounts", "page.html")
    assert (alone.stdout, alone.stderr) == (expected, "")
    together = copy.run("check", "--output", "amounts", "--output", "json=report.json", "page.html")
    assert together.stdout == expected
    report = json.loads((copy.folder / "report.json").read_text(encoding="utf-8"))
    assert report["publications"][0]["facts"]["amounts"][0]["value"] == "100000"
    hint = copy.run("check", "--output", "amounts.csv", "page.html")
    assert "write amounts=amounts.csv" in hint.stderr


def odt(*paragraphs: str) -> bytes:
    kind = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:o="{kind}:office:1.0" xmlns:t="{kind}:text:1.0"'
    text = "".join(f"<t:p>{paragraph}</t:p>" for paragraph in paragraphs)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<o:document-content {names}><o:body>{text}</o:body></o:document-content>")
    return packed.getvalue()


def results(copy: Copy, *arguments: str) -> dict[str, tuple[str, str]]:
    (found,) = json.loads(copy.run("check", "--format", "json", *arguments).stdout)["publications"]
    return {r["check"]: (r["outcome"], r["code"]) for r in found["results"]}


def test_a_new_reader_is_one_module_and_one_row_and_calls_nothing_missing_that_it_cannot_see(copy: Copy) -> None:
    copy.add("readers/odt.py", ODT, "readers/registry.py", "READERS = (", ODT_ROW)
    (copy.folder / "drafts/one.odt").write_bytes(
        odt(f"{PROGRAMME} projekts “Zaļā upe” Nr. {NUMBER} ir noslēdzies.", f"{STATEMENT} {DISCLAIMER}")
    )
    found = results(copy, "drafts/one.odt")
    assert found["funding-statement"][0] == "passed"
    assert found["emblem"] == ("needs_review", "emblem-not-looked-for")
    assert found["programme-link"] == found["eu-link"] == ("needs_review", "link-not-looked-for")
    in_folder = copy.run("check", "--output", "sarif", "drafts")
    (artifact,) = json.loads(in_folder.stdout)["runs"][0]["artifacts"]
    assert artifact["mimeType"] == "application/vnd.oasis.opendocument.text"
    assert ".odt" in copy.run("check", "--help").stdout
    (copy.folder / "draft.xyz").write_text("text", encoding="utf-8")
    assert "OpenDocument (.odt), HTML (.html, .htm, .xhtml, .xhtm, " in " ".join(
        copy.run("check", "draft.xyz").stdout.split()
    )
    (copy.folder / "drafts/one.odt").write_bytes(b"no archive")
    assert "save it anew" in copy.run("check", "drafts/one.odt").stdout


def test_a_plain_text_has_no_pictures_to_look_for(copy: Copy) -> None:
    (copy.folder / "draft.txt").write_text(f"{PROGRAMME} projekts Nr. {NUMBER}.\n\n{STATEMENT}", encoding="utf-8")
    found = results(copy, "draft.txt")
    assert found["emblem"] == ("inapplicable", "emblem-plain-text")
    assert found["programme-link"] == ("failed", "link-missing")


def test_every_format_of_reports_says_what_it_needs() -> None:
    told: dict[str, Any] = {name: needs([name]) for name in FORMATS}
    assert told.pop("html") == {"facts", "text", "pictures", "mends"}
    assert told.pop("sarif") == {"mends"}
    assert told.pop("json") == told.pop("evidence") == {"facts"}
    assert not any(told.values())
    assert needs(FORMATS) == {"facts", "text", "pictures", "mends"}


@pytest.mark.parametrize("reader", registry.READERS, ids=lambda reader: reader.format)
def test_a_row_and_its_reader_agree(reader: registry.Reader) -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in reader.suffixes)
    assert not reader.sees & reader.lacks
    assert registry.reader_of(f"A{reader.suffixes[0].upper()}") is reader
    assert registry.media_type(reader.format) == reader.media_type


def test_the_hook_for_pre_commit_hands_over_what_can_be_read() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (files,) = re.findall(r"files: (.*)", hook)
    assert all(re.search(files, f"a{suffix}") for suffix in registry.SUFFIXES)
    assert not any(re.search(files, name) for name in ("a.doc", "a.pdf", "a.md", "txt", "a.txt.bak"))
