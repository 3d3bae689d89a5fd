"""Every message is said by the smallest page that makes it, and reads well in every language."""

import ast
import io
import re
import tomllib
from collections.abc import Iterator
from contextlib import chdir
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import msgspec
import pytest
from benchmarks.pictures.draw import Flag, flag
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from msgspec.structs import replace

from docx_builder import Docx, paragraph
from publicity_check import (
    Config,
    Day,
    LanguageName,
    Message,
    Note,
    Reason,
    Report,
    Result,
    Several,
    Term,
    Value,
    check,
    read,
)
from publicity_check.facts import pictured
from publicity_check.judging import evaluate
from publicity_check.judging.baseline import accept, baseline_of
from publicity_check.messages import catalogue, languages, sentences
from publicity_check.readers.collect import Skipped
from publicity_check.values.message import codes_in

TABLES = Path(__file__).parents[1] / "data" / "messages"
Row = dict[str, Any]


def rows() -> list[Row]:
    return [row for path in sorted(TABLES.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["page"]]


def page(row: Row, body: str) -> bytes:
    lang = row.get("lang", "en")
    declared = f' lang="{lang}"' if lang else ""
    head = f'<meta charset="utf-8">{row.get("head", "")}'
    bodies = "".join(body.replace("{number}", str(number)) for number in range(101, 101 + row.get("times", 1)))
    return f"<!DOCTYPE html><html{declared}><head>{head}</head><body>{bodies}</body></html>".encode()


def with_emblem(centimetres: float) -> bytes:
    """Return a Word document that shows the emblem so wide, without a description."""
    document, stream = docx.Document(), io.BytesIO()
    flag(Flag(), 200).save(picture := io.BytesIO(), "PNG")
    document.add_paragraph().add_run().add_picture(picture, width=Cm(centimetres))
    document.save(stream)
    return stream.getvalue()


def with_deletion(text: str) -> bytes:
    """Return a Word document with a sentence, and a text that was deleted with its changes tracked."""
    document = docx.Document()
    gone = f'<w:del {nsdecls("w")} w:id="1" w:author=""><w:r><w:delText>{text}</w:delText></w:r></w:del>'
    document.add_paragraph("We planted trees.")._p.append(parse_xml(gone))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_parts(kind: str) -> bytes:
    """Return a Word document a part of which cannot be read."""
    made = Docx(paragraph("Co-funded by the European Union"))
    made.parts["[Content_Types].xml"] = b"<Types/>"
    box = '<w:r><w:object><o:OLEObject Type="{}" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    if kind == "missing":
        made.relate("styles", "styles.xml")
    elif kind == "broken":
        made.parts["word/footnotes.xml"] = b"<w:footnotes"
        made.relate("footnotes", "footnotes.xml")
    elif kind == "not in the file":
        drawn = '<a:graphic><a:graphicData><dgm:relIds r:dm="rId9"/></a:graphicData></a:graphic>'
        made.body += paragraph(
            "x", f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name=""/>{drawn}</wp:inline></w:drawing></w:r>'
        )
    elif kind == "inserted":
        made.body += f'<w:altChunk r:id="{made.add("aFChunk", "word/other.html", b"<p>x</p>")}"/>'
    else:
        made.body += paragraph("x", box.format(kind))
    return made.bytes()


def judged(row: Row, *data: bytes, name: str = "page.html") -> Report:
    """Judge publications as a row says, by a pack of its own if it has one."""
    config = msgspec.convert(row.get("config", {}), Config, strict=False)
    with TemporaryDirectory() as folder:
        if "pack" in row:
            Path(folder, f"{row['rules'][0]}.toml").write_text(row["pack"], encoding="utf-8")
        found = [read(one, name=f"{number}-{name}" if number else name) for number, one in enumerate(data)]
        return check(
            [replace(one, seen=one.seen - {row.get("unseen", "")}) for one in found],
            rules=row.get("rules", ()),
            rules_folders=[Path(folder)] if "pack" in row else [],
            config=config,
            today=row.get("today", date(2027, 1, 1)),
        )


def from_files(row: Row) -> Report:
    """Check a folder, or a file in it that is named, with the files that a row puts there."""
    with TemporaryDirectory() as folder, chdir(folder):
        for name, content in row["files"].items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
        if "link" in row:
            Path(row["link"]).symlink_to(folder, target_is_directory=True)
        config = msgspec.convert(row.get("config", {}), Config, strict=False)
        return check(Path(row.get("named", ".")), config=config)


def checked(row: Row) -> Report:
    if "files" in row:
        return from_files(row)
    if "text" in row:
        return judged(row, row["text"].encode(), name="draft.txt")
    if "emblem" in row:
        return judged(row, with_emblem(row["emblem"]), name="draft.docx")
    if "parts" in row:
        return judged(row, with_parts(row["parts"]), name="draft.docx")
    if "deleted" in row:
        return judged(row, with_deletion(row["deleted"]), name="draft.docx")
    report = judged(row, *(page(row, body) for body in row.get("bodies", [row.get("body")])))
    return accept(report, baseline_of(judged(row, page(row, row["known"])))) if "known" in row else report


def said(report: Report) -> Iterator[Result | Note | Reason | Skipped | Message]:
    yield from report.skipped
    for result in (*report.across, *(r for p in report.publications for r in p.results)):
        yield result
        yield from result.notes
    for publication in report.publications:
        yield from publication.not_read
        for pack in publication.rule_packs:
            yield from pack.because
            yield from (piece.reason for piece in pack.evidence)


def codes_of(report: Report) -> set[str]:
    told = list(said(report))
    return {t.code for t in told} | {code for t in told for value in t.values.values() for code in codes_in(value)}


ROWS = rows()
ENGLISH = {"the", "is", "of", "and", "that", "for", "not", "with", "are", "was", "there", "this", "only", "which", "by"}
"""Words of English that neither Latvian nor Lithuanian has."""


def failing(*_: object) -> None:
    raise ValueError("a made-up error")


@pytest.fixture(params=ROWS, ids=[row["code"] for row in ROWS])
def row(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Row:
    found: Row = request.param
    if "crash" in found:
        monkeypatch.setattr(evaluate, "DECIDE", {**evaluate.DECIDE, found["crash"]: failing})
    if "reads" in found:
        text = found["reads"]
        monkeypatch.setattr(pictured, "words_in", lambda *_: (text,) if text else None)
    return found


def blank(value: Value) -> Value:
    """Return a value without what a publication, the rules or the user say, which is in any language."""
    match value:
        case Message():
            return Message(value.code, {name: blank(inner) for name, inner in value.values.items()})
        case Several():
            return Several(tuple(map(blank, value.items)), value.between)
        case Term() | Day() | LanguageName() | int():
            return value
        case _:
            return "7"


def test_a_page_says_its_message_and_it_reads_well_in_every_language(row: Row) -> None:
    report = checked(row)
    assert row["code"] in codes_of(report)
    english = sentences("en")
    for told in said(report):
        mute = Message(told.code, {name: blank(value) for name, value in told.values.items()})
        for language in languages():
            say = sentences(language)
            for sentence in filter(None, (say.message(mute), say.next_step(mute))):
                assert not set("{}") & set(sentence)
                assert language == "en" or not ENGLISH & set(re.findall(r"\w+", sentence.lower()))
            assert language == "en" or say.message(mute) != english.message(mute)
            assert told.code != say.message(told)


def test_every_message_has_one_page() -> None:
    assert sorted(row["code"] for row in ROWS) == sorted(code for code, _ in catalogue.english().sentences)


CODE_AT = {"Finding": 1, "conflict": 1, "Reason": 0, "Note": 0, "Message": 0}
"""Which argument of these calls is the code of a message."""


def test_every_code_that_is_written_out_has_a_message() -> None:
    source = Path(evaluate.__file__).parents[1]
    known = {code for code, _ in catalogue.english().sentences}
    for room in ("applicability", "checks", "judging"):
        for path in (source / room).rglob("*.py"):
            calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
            for call in calls:
                at = CODE_AT.get(getattr(call.func, "id", ""), len(call.args))
                code = getattr(call.args[at], "value", None) if at < len(call.args) else None
                assert not isinstance(code, str) or code in known, path.name
