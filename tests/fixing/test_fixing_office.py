"""LibreOffice opens what is given back, and its changes can be accepted and refused there."""

import io
from pathlib import Path

import pytest
from docx import Document

from fixing import office
from fixing.drafts import BUDGET, DISCLAIMER, LINKS, OPENING, STATEMENT, accepted, comments, draft, without_comments
from fixing.test_fixing_docx_links import ELEMENT, FIELD, linked
from publicity_check.fixing.give_back import give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.run import Run

pytestmark = [
    pytest.mark.skipif(office.python() is None, reason="LibreOffice and its Python (python3-uno) are not installed"),
    pytest.mark.slow,
]

_HEAD = "Zaļā upe"


def _in_table() -> bytes:
    document = Document(io.BytesIO(draft(_HEAD, OPENING, LINKS)))
    document.add_table(1, 1).cell(0, 0).text = DISCLAIMER
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _linked() -> list[bytes]:
    label = "<w:r><w:t>programmas vietnē</w:t></w:r>"
    return [linked(link.format(label), "https://www.latlti.eu/") for link in (ELEMENT, FIELD)]


@pytest.mark.parametrize(
    "data",
    [
        draft(_HEAD, OPENING, BUDGET, DISCLAIMER, LINKS),
        draft(_HEAD, OPENING, DISCLAIMER, STATEMENT.replace("Eiropas Savienības", "ES")),
        draft(_HEAD, OPENING, LINKS, STATEMENT, footer=DISCLAIMER.replace("nekādos apstākļos nav", "ir")),
        draft(_HEAD, OPENING),
        _in_table(),
        *_linked(),
    ],
    ids=["missing", "abbreviated", "footer", "bare", "table", "link", "field"],
)
def test_refusing_all_gives_the_draft_back_and_accepting_all_what_was_meant(data: bytes, tmp_path: Path) -> None:
    run = Run(Options(rules=("interreg-latvia-lithuania-2014-2020",)))
    given = give_back(Path("draft.docx"), data, run, sentences("en"), unsafe=True)
    assert given.made
    before, after, bare = (tmp_path / f"{name}.docx" for name in ("before", "after", "bare"))
    before.write_bytes(data)
    after.write_bytes(given.data)
    # Some builds of LibreOffice without a screen fail over any comment; the changes are looked at without them.
    bare.write_bytes(without_comments(given.data))
    assert office.opened("refuse", bare) == office.opened("open", before)
    shown = [*accepted(bare.read_bytes()), *accepted(bare.read_bytes(), "word/footer1.xml")]
    assert office.opened("accept", bare) == [line for line in shown if line]
    assert office.comments(after) == len(comments(given.data))
