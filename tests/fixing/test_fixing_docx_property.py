"""However Word cuts a paragraph into runs and wraps them, a draft comes back as it was but for what is told."""

import io
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from fixing.drafts import BUDGET, DISCLAIMER, LINKS, OPENING, STATEMENT, W, accepted, commented, draft, parts, refused
from publicity_check.fixing.give_back import give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.run import Run

_RUN = Run(Options(rules=("interreg-latvia-lithuania-2014-2020",)))
_WRONG = STATEMENT.replace("Eiropas Savienības", "ES")
_LINES = ("Zaļā upe", OPENING, BUDGET, _WRONG, DISCLAIMER, LINKS)

_WRAPPED = (
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:ins w:id="900" w:author="Anna">{}</w:ins>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    '<w:bookmarkStart w:id="50" w:name="b"/>{}<w:bookmarkEnd w:id="50"/>',
    '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "{}<w:r><w:lastRenderedPageBreak/></w:r>",
)
_LOOKS = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:lang w:val="lv-LV"/></w:rPr>')


@st.composite
def _paragraph(draw: st.DrawFn, text: str) -> str:
    """Return a paragraph's content: its text in runs cut anywhere, each wrapped in what Word wraps runs in."""
    # A field that begins amidst the word that is wrong leaves it to a person.
    places = [n for n in range(1, len(text)) if text[n - 1 : n + 1] != "ES"]
    cuts = sorted(draw(st.sets(st.sampled_from(places), max_size=4)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    runs = []
    for piece in pieces:
        run = f'<w:r>{draw(st.sampled_from(_LOOKS))}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        runs.append(draw(st.sampled_from(_WRAPPED)).format(run))
    return "".join(runs)


_CONTENT = st.tuples(*map(_paragraph, _LINES[1:]))


def _with(contents: tuple[str, ...]) -> bytes:
    """Return a draft whose paragraphs have these contents, behind its heading."""
    data = draft(*_LINES)
    body = parts(data)["word/document.xml"].decode()
    for line, content in zip(_LINES[1:], contents, strict=True):
        body = body.replace(f"<w:r><w:t>{line}</w:t></w:r>", content)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, old in parts(data).items():
            archive.writestr(name, body.encode() if name == "word/document.xml" else old)
    return out.getvalue()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CONTENT)
def test_a_draft_comes_back_as_it_was_but_for_what_is_told(contents: tuple[str, ...]) -> None:
    data = _with(contents)
    given_back = give_back(Path("draft.docx"), data, _RUN, sentences("en"))
    assert refused(given_back.data) == list(_LINES)
    assert accepted(given_back.data) == [line.replace(_WRONG, STATEMENT) for line in _LINES]
    assert "150 187,64 EUR" in commented(given_back.data)
    root = etree.fromstring(parts(given_back.data)["word/document.xml"])
    theirs = [m for m in root.iter(f"{W}ins") if m.get(f"{W}author") == "Anna"]
    assert len(theirs) == "".join(contents).count('w:author="Anna"')
    assert not give_back(Path("draft.docx"), given_back.data, _RUN, sentences("en")).changed
