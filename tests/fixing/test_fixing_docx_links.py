"""A link of a Word draft that leads astray is struck out and a right one put in, as a tracked change."""

from pathlib import Path

import pytest

from fixing.drafts import DISCLAIMER, OPENING, STATEMENT, W, accepted, draft, edited, part, refused, text_of
from publicity_check.fixing.give_back import GivenBack, give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.readers import read_bytes
from publicity_check.run import Run

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_RIGHT = "Vairāk: www.europa.eu un "


def _given(data: bytes) -> GivenBack:
    run = Run(Options(rules=("interreg-latvia-lithuania-2014-2020",)))
    return give_back(Path("draft.docx"), data, run, sentences("en"))


def linked(link: str, address: str) -> bytes:
    """Return a draft whose last paragraph ends with a link, written as Word writes it, to an address."""
    data = draft("Zaļā upe", OPENING, STATEMENT, DISCLAIMER, f"{_RIGHT}šeit.")
    relation = f'<Relationship Id="rIdL" Type="{_R}/hyperlink" Target="{address}" TargetMode="External"/>'
    data = edited(data, _RELATIONS, "</Relationships>", f"{relation}</Relationships>")
    before = '<w:t xml:space="preserve">' + _RIGHT + "</w:t></w:r>"
    return edited(data, _BODY, f"<w:t>{_RIGHT}šeit.</w:t></w:r>", f"{before}{link.replace('ADDRESS', address)}")


ELEMENT = f'<w:hyperlink r:id="rIdL" xmlns:r="{_R}" w:history="1">{{}}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> HYPERLINK "ADDRESS" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_LABEL = "<w:r><w:rPr><w:b/></w:rPr><w:t>programmas </w:t></w:r><w:r><w:t>vietnē</w:t></w:r>"


@pytest.mark.parametrize("link", [ELEMENT, FIELD], ids=["element", "field"])
@pytest.mark.parametrize(
    ("shown", "before", "after"),
    [
        (_LABEL, "programmas vietnē", "programmas vietnē"),
        ("<w:r><w:t>www.latlti.eu</w:t></w:r>", "www.latlti.eu", "www.latlit.eu"),
        ("<w:r><w:t>https://www.latlit.eu</w:t></w:r>", "https://www.latlit.eu", "www.latlit.eu"),
    ],
    ids=["label", "address", "shown-right"],
)
def test_its_target_is_put_right_and_the_old_one_kept_for_refusal(
    link: str, shown: str, before: str, after: str
) -> None:
    data = linked(link.format(shown), "https://www.latlti.eu/")
    given = _given(data)
    assert [c.text for c in given.made] == ["www.latlit.eu"]
    assert accepted(given.data)[-1] == _RIGHT + after
    assert refused(given.data) == text_of(data)
    assert refused(given.data)[-1] == _RIGHT + before
    links = {k.target for k in read_bytes(given.data, "draft.docx").links if k.visible}
    assert links == {"https://www.latlit.eu"}
    assert [r.outcome for r in given.after.results if r.check == "programme-link"] == ["passed"]
    root = part(given.data)
    assert {change.get(f"{W}author") for change in root.iter(f"{W}ins", f"{W}del")} == {"publicity-check"}
    assert not [t for gone in root.iter(f"{W}del") for t in gone.iter(f"{W}t", f"{W}instrText")]
    old = {relation.get("Id") for relation in part(data, _RELATIONS)}
    assert old < {relation.get("Id") for relation in part(given.data, _RELATIONS)}
    assert not _given(given.data).changed


@pytest.mark.parametrize(
    "link",
    [
        ELEMENT.format('<w:r><w:t>www</w:t><w:footnoteReference w:id="2"/></w:r>'),
        ELEMENT.format("<w:r><w:t>šeit</w:t></w:r><w:bookmarkStart w:id='1' w:name='x'/>"),
        '<w:fldSimple w:instr=" HYPERLINK &quot;ADDRESS&quot; "><w:r><w:t>šeit</w:t></w:r></w:fldSimple>',
    ],
    ids=["note", "bookmark", "simple"],
)
def test_one_that_holds_more_than_text_is_told_and_not_touched(link: str) -> None:
    data = linked(link, "https://www.latlti.eu/")
    given = _given(data)
    assert refused(given.data) == accepted(given.data) == text_of(data)
    assert any(result.code == "link-mistyped" for result in given.after.results)
    assert given.comments


def test_one_to_a_page_within_a_site_keeps_its_way() -> None:
    data = linked(ELEMENT.format("<w:r><w:t>šeit</w:t></w:r>"), "https://www.latlti.eu/lv/projekti/")
    given = _given(data)
    assert accepted(given.data) == text_of(data)
