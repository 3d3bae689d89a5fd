"""What keeps its text is told and not touched: locked controls, data, protected documents; copies are changed alike."""

import re
from pathlib import Path

import pytest

from fixing.drafts import (
    BUDGET,
    DISCLAIMER,
    LINKS,
    OPENING,
    STATEMENT,
    W,
    accepted,
    commented,
    comments,
    draft,
    edited,
    part,
    parts,
    refused,
    text_of,
)
from publicity_check.fixing.give_back import FixError, GivenBack, give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.run import Run

_BODY = "word/document.xml"
_WRONG = STATEMENT.replace("Eiropas Savienības", "ES")


def _given(data: bytes, language: str = "en", **how: object) -> GivenBack:
    run = Run(Options(rules=("interreg-latvia-lithuania-2014-2020",)))
    return give_back(Path("draft.docx"), data, run, sentences(language), **how)  # type: ignore[arg-type]


def _wrapped(data: bytes, text: str, before: str, after: str, *, whole: bool) -> bytes:
    """Return a draft in which the run, or the whole paragraph, of a text stands between two pieces of XML."""
    around = rf"<w:p>(?:(?!</w:p>).)*?{re.escape(text)}</w:t></w:r></w:p>"
    run = rf"<w:r><w:t>{re.escape(text)}</w:t></w:r>"
    found = re.search(around if whole else run, parts(data)[_BODY].decode(), re.DOTALL)
    assert found
    return edited(data, _BODY, found[0], f"{before}{found[0]}{after}")


_CONTROL = ("<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>")
_HELD = (
    '<w:lock w:val="sdtContentLocked"/>',
    '<w:lock w:val="contentLocked"/>',
    '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>',
    '<w:dropDownList><w:listItem w:value="a"/></w:dropDownList>',
)


@pytest.mark.parametrize("whole", [False, True], ids=["inline", "block"])
@pytest.mark.parametrize("held", _HELD, ids=["sdt", "content", "data", "list"])
def test_a_control_that_keeps_its_text_is_told_and_not_touched(held: str, *, whole: bool) -> None:
    before = _CONTROL[0].format(held)
    data = _wrapped(draft("Zaļā upe", OPENING, _WRONG, DISCLAIMER, LINKS), _WRONG, before, _CONTROL[1], whole=whole)
    given = _given(data)
    assert accepted(given.data) == refused(given.data) == text_of(data)
    [statement] = [told for told in comments(given.data) if STATEMENT in told]
    assert "abbreviat" in statement.splitlines()[0]
    if "ock" in held:
        [control] = part(given.data).iter(f"{W}sdt")
        assert not list(control.iter(f"{W}commentRangeStart", f"{W}commentReference", f"{W}commentRangeEnd"))
    assert not _given(given.data).changed


def test_a_control_that_may_be_written_in_is_changed() -> None:
    before = _CONTROL[0].format('<w:lock w:val="sdtLocked"/>')
    data = _wrapped(draft("Zaļā upe", OPENING, _WRONG, DISCLAIMER, LINKS), _WRONG, before, _CONTROL[1], whole=False)
    assert STATEMENT in accepted(_given(data).data)


def _protected(edit: str, enforcement: str = "1") -> bytes:
    said = f'<w:documentProtection w:edit="{edit}" w:enforcement="{enforcement}"/>'
    data = draft("Zaļā upe", OPENING, _WRONG, DISCLAIMER, LINKS)
    return edited(data, "word/settings.xml", "<w:defaultTabStop", f"{said}<w:defaultTabStop")


@pytest.mark.parametrize("edit", ["readOnly", "forms"])
def test_a_draft_that_may_only_be_read_or_filled_in_is_refused(edit: str) -> None:
    with pytest.raises(FixError, match=r"draft\.docx is protected"):
        _given(_protected(edit))


def test_one_that_may_only_be_commented_is_only_commented() -> None:
    given = _given(_protected("comments"))
    assert given.comments
    assert not given.made
    assert accepted(given.data) == text_of(_protected("comments"))


@pytest.mark.parametrize(("edit", "enforcement"), [("trackedChanges", "1"), ("readOnly", "0"), ("none", "true")])
def test_one_that_may_be_changed_is(edit: str, enforcement: str) -> None:
    assert STATEMENT in accepted(_given(_protected(edit, enforcement)).data)


def _boxed(content: str, copied: str) -> str:
    """Return a run with a text box as Word writes it, and the copy for older programs."""
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    new = (
        '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="Box"/><a:graphic>'
        "<a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>'
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{copied}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent {spaces}><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_the_copy_of_a_text_box_for_older_programs_is_changed_alike() -> None:
    content = f"<w:p><w:r><w:t>Upe</w:t></w:r></w:p><w:p><w:r><w:t>{_WRONG}</w:t></w:r></w:p>"
    data = draft("Zaļā upe", OPENING, DISCLAIMER, LINKS)
    last = f"{LINKS}</w:t></w:r>"
    given = _given(edited(data, _BODY, last, f"{last}{_boxed(content, content)}"))
    assert accepted(given.data).count(STATEMENT) == 2
    assert refused(given.data).count(_WRONG) == 2
    ids = [change.get(f"{W}id") for change in part(given.data).iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids)) == 4
    assert not _given(given.data).changed


def test_a_copy_that_says_something_else_is_left_alone() -> None:
    data = draft("Zaļā upe", OPENING, DISCLAIMER, LINKS)
    last = f"{LINKS}</w:t></w:r>"
    content = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    given = _given(edited(data, _BODY, last, f"{last}{_boxed(content.format(_WRONG), content.format('ES upe'))}"))
    assert accepted(given.data).count(STATEMENT) == 1
    assert "ES upe" in accepted(given.data)


@pytest.mark.parametrize("language", ["en", "lv", "lt"])
def test_a_second_run_in_another_language_tells_nothing_anew(language: str) -> None:
    once = _given(draft("Zaļā upe", OPENING, BUDGET, STATEMENT, DISCLAIMER), "lv")
    assert once.comments
    again = _given(once.data, language)
    assert not again.changed
    assert not again.comments
    assert commented(again.data) == commented(once.data)
