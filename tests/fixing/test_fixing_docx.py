"""A Word draft comes back with a comment at each finding and tracked changes, and with everything else as it was."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

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
    unchanged,
    with_part,
)
from publicity_check import Project, fix
from publicity_check.config.model import Config
from publicity_check.fixing.give_back import FixError, GivenBack, give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.run import Run

_HEAD = "Zaļā upe"


def given_back(data: bytes, name: str = "draft.docx", **how: object) -> GivenBack:
    """Give a draft back by the rules of Latvia–Lithuania, in English."""
    run = Run(Options(rules=("interreg-latvia-lithuania-2014-2020",)))
    return give_back(Path(name), data, run, sentences("en"), **how)  # type: ignore[arg-type]


def test_each_finding_is_a_comment_where_it_stands() -> None:
    given = given_back(draft(_HEAD, OPENING, BUDGET, STATEMENT, DISCLAIMER, LINKS))
    told = dict(zip(commented(given.data), comments(given.data), strict=True))
    assert given.comments == len(told) == 2
    assert told["150 187,64 EUR"].startswith("150 187,64 EUR is not 85 % of 176 680,75 EUR; 150 178,64 EUR would be")
    assert "emblem" in told[STATEMENT.rstrip(".")].splitlines()[0]


def test_a_comment_names_its_author_and_the_other_place() -> None:
    given = given_back(draft(_HEAD, OPENING, STATEMENT, DISCLAIMER, LINKS, footer="Projekts Nr. LLI-242"))
    authors = {c.get(f"{W}author") for c in part(given.data, "word/comments.xml")}
    told = dict(zip(commented(given.data), comments(given.data), strict=True))
    assert authors == {"publicity-check"}
    assert "“LLI-242” (footer, paragraph 1)" in told["LLI-422"].splitlines()


def test_a_finding_in_a_margin_is_told_in_the_body_and_put_right_in_the_margin() -> None:
    wrong = DISCLAIMER.replace("nekādos apstākļos nav uzskatāms", "ir uzskatāms")
    data = draft(_HEAD, OPENING, STATEMENT, LINKS, "Teksta beigas.", footer=wrong)
    told = given_back(data, comments_only=True)
    assert commented(told.data)[0] == "Teksta beigas."
    assert "(footer, paragraph 1)" in comments(told.data)[0]
    assert parts(told.data)["word/footer1.xml"] == parts(data)["word/footer1.xml"]
    mended = given_back(data, unsafe=True)
    assert "nekādos apstākļos nav uzskatāms" in accepted(mended.data, "word/footer1.xml")[0]
    assert refused(mended.data, "word/footer1.xml") == text_of(data, "word/footer1.xml")


def test_what_is_missing_comes_as_a_tracked_paragraph_behind_its_sibling() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER, LINKS)
    given = given_back(data)
    assert accepted(given.data) == [_HEAD, OPENING, DISCLAIMER, STATEMENT, LINKS]
    assert refused(given.data) == text_of(data)
    assert [r.outcome for r in given.after.results if r.check == "funding-statement"] == ["passed"]
    assert any("tracked change" in line for c in comments(given.data) for line in c.splitlines())


def test_two_missing_texts_stand_in_the_order_of_their_checks() -> None:
    given = given_back(draft(_HEAD, OPENING, STATEMENT, DISCLAIMER))
    assert accepted(given.data)[-2:] == ["www.latlit.eu", "www.europa.eu"]


def test_wrong_words_are_replaced_one_by_one_and_the_looks_of_the_run_are_kept() -> None:
    document = Document(io.BytesIO(draft(_HEAD, OPENING, DISCLAIMER, LINKS)))
    paragraph = document.add_paragraph("Šī publikācija ir sagatavota ar ")
    paragraph.add_run("ES").bold = True
    paragraph.add_run(" finansiālo atbalstu.")
    out = io.BytesIO()
    document.save(out)
    given = given_back(out.getvalue())
    body = part(given.data)
    [put_in] = body.findall(f".//{W}ins/{W}r")
    assert "".join(t.text or "" for t in put_in.iter(f"{W}t")) == "Eiropas Savienības"
    assert put_in.find(f"{W}rPr/{W}b") is not None
    assert [t.text for t in body.iter(f"{W}delText")] == ["ES"]
    assert accepted(given.data)[-1] == STATEMENT
    assert refused(given.data)[-1] == STATEMENT.replace("Eiropas Savienības", "ES")


def test_a_statement_in_other_words_is_left_to_a_person() -> None:
    data = draft(_HEAD, OPENING, "Projektu līdzfinansē ES.", DISCLAIMER, LINKS)
    given = given_back(data)
    assert accepted(given.data) == text_of(data)
    assert STATEMENT in "\n".join(comments(given.data))
    assert STATEMENT in accepted(given_back(data, unsafe=True).data)


def test_figures_are_never_changed() -> None:
    data = draft(_HEAD, OPENING, BUDGET, STATEMENT, DISCLAIMER, LINKS)
    assert BUDGET in accepted(given_back(data, unsafe=True).data)


def test_nothing_is_changed_where_only_comments_are_wanted() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER, LINKS)
    given = given_back(data, comments_only=True)
    assert given.comments
    assert text_of(given.data) == text_of(data)
    assert not given.made


def test_only_some_checks_are_gone_into() -> None:
    given = given_back(draft(_HEAD, OPENING, BUDGET, DISCLAIMER, LINKS), only={"budget"})
    assert commented(given.data) == ["150 187,64 EUR"]
    assert not given.made


def test_all_other_parts_are_byte_for_byte_what_they_were() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER, LINKS, header="Upes novads", footer="2026")
    given = given_back(data)
    changed = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert set(parts(data)) - set(unchanged(data, given.data)) <= changed
    assert list(parts(data)) == [name for name in parts(given.data) if name != "word/comments.xml"]


def test_a_second_time_nothing_more_is_written() -> None:
    once = given_back(draft(_HEAD, OPENING, BUDGET, DISCLAIMER, LINKS))
    twice = given_back(once.data)
    assert not twice.changed
    assert twice.data == once.data


def test_what_a_change_brings_up_anew_is_told_at_once() -> None:
    cut = (
        "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do "
        "not necessarily reflect those of the European Union or the European Education and Culture Executive Agency "
        "(EACEA)."
    )
    data = draft("KELP", "Horizon Europe, grant agreement No 101118444, watches the kelp of the coast.", cut)
    run = Run(Options(rules=("horizon-europe-2021-2027",)))
    given = give_back(Path("draft.docx"), data, run, sentences("en"))
    assert [change.results[0].check for change in given.made] == ["disclaimer"]
    assert any("EACEA is named as the granting authority" in told for told in comments(given.data))
    assert not give_back(Path("draft.docx"), given.data, run, sentences("en")).changed


def test_the_same_draft_gives_the_same_bytes() -> None:
    data = draft(_HEAD, OPENING, BUDGET, DISCLAIMER, LINKS)
    assert given_back(data).data == given_back(data).data


def test_a_draft_in_order_is_left_alone() -> None:
    given = given_back(draft(_HEAD, OPENING, STATEMENT, DISCLAIMER, LINKS), only={"funding-statement", "disclaimer"})
    assert not given.changed
    assert not given.comments


def test_comments_of_others_are_kept_and_numbered_on() -> None:
    document = Document(io.BytesIO(draft(_HEAD, OPENING, BUDGET, STATEMENT, DISCLAIMER, LINKS)))
    document.add_comment(document.paragraphs[1].runs, "Is this the number?", author="Anna", initials="A")
    out = io.BytesIO()
    document.save(out)
    given = given_back(out.getvalue())
    told = part(given.data, "word/comments.xml")
    assert [c.get(f"{W}author") for c in told] == ["Anna", "publicity-check", "publicity-check"]
    assert len({c.get(f"{W}id") for c in told}) == 3


def test_changes_of_others_are_kept() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER, LINKS)
    theirs = '<w:ins w:id="7" w:author="Anna"><w:r><w:t>Upes novadā</w:t></w:r></w:ins>'
    given = given_back(edited(data, "word/document.xml", "<w:r><w:t>Upes novadā", f"{theirs}<w:r><w:t>"))
    marks = [(m.get(f"{W}id"), m.get(f"{W}author")) for m in part(given.data).iter(f"{W}ins")]
    assert ("7", "Anna") in marks
    assert len(marks) == len({identity for identity, _ in marks})


def test_a_note_is_told_where_it_is_called() -> None:
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{BUDGET}</w:t></w:r></w:p></w:footnote>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = draft(_HEAD, OPENING, "Skat. piezīmi.", STATEMENT, DISCLAIMER, LINKS)
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = edited(data, "word/document.xml", "piezīmi.</w:t></w:r>", f"piezīmi.</w:t></w:r>{called}")
    relation = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/>'
    data = edited(data, "word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>")
    data = with_part(data, "word/footnotes.xml", f'<w:footnotes xmlns:w="{W[1:-1]}">{note}</w:footnotes>'.encode())
    given = given_back(data)
    told = dict(zip(commented(given.data), comments(given.data), strict=True))
    assert "is not 85 %" in told["Skat. piezīmi."]
    assert "“150 187,64 EUR” (footnote" in told["Skat. piezīmi."]


def test_a_signed_draft_is_refused() -> None:
    data = with_part(draft(_HEAD, OPENING), "_xmlsignatures/sig1.xml", b"<Signature/>")
    with pytest.raises(FixError, match=r"draft\.docx is signed"):
        given_back(data)


def test_what_cannot_be_given_back_is_said() -> None:
    with pytest.raises(FixError, match=r"draft\.txt: only Word documents and HTML pages"):
        given_back(OPENING.encode(), "draft.txt")


def test_runs_are_cut_only_where_a_quote_begins_and_ends() -> None:
    data = draft(_HEAD, OPENING, BUDGET, STATEMENT, DISCLAIMER, LINKS)
    given = given_back(data)
    paragraph = next(p for p in part(given.data).iter(f"{W}p") if "Kopējās" in "".join(p.itertext()))
    assert [t.text for t in paragraph.iter(f"{W}t")] == re.split(r"(150 187,64 EUR)", BUDGET)


_DECLARED = Project(
    number="LLI-422",
    publisher="Upes novada pašvaldība",
    rules="interreg-latvia-lithuania-2014-2020",
    paths=("draft.docx",),
)


def _declared(data: bytes) -> GivenBack:
    """Give a draft back that is declared to be of a project."""
    run = Run(Options(config=Config(project=(_DECLARED,))))
    return give_back(Path("draft.docx"), data, run, sentences("en"))


def test_a_number_that_the_profile_decides_is_corrected_as_a_tracked_change() -> None:
    data = draft(_HEAD, OPENING.replace("LLI-422", "LLI-242"), STATEMENT, DISCLAIMER, LINKS)
    given = _declared(data)
    assert accepted(given.data)[1] == OPENING
    assert refused(given.data) == text_of(data)


def test_a_gap_is_filled_from_the_profile() -> None:
    given = _declared(draft(_HEAD, OPENING, STATEMENT, LINKS))
    assert DISCLAIMER in [line.replace("šī raksta", "šīs publikācijas") for line in accepted(given.data)]
    empty = DISCLAIMER.replace("Upes novada pašvaldība", "[partnera nosaukums]")
    given = _declared(draft(_HEAD, OPENING, STATEMENT, empty, LINKS))
    assert "Upes novada pašvaldība" in accepted(given.data)[3]


def test_the_library_gives_back_what_stands_in_a_file_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(_HEAD, OPENING, DISCLAIMER, LINKS))
    given = fix(file, rules=["interreg-latvia-lithuania-2014-2020"], language="lv")
    assert [change.text for change in given.made] == [STATEMENT]
    assert any("izsekota izmaiņa" in told for told in comments(given.data))
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Šis tilts ir uzbūvēts ar ES finansiālo atbalstu.",
        "Šī publikācija un izstāde ir sagatavota ar ES finansiālo atbalstu, ieguldot 442 000 EUR.",
        "Šī publikācija ir sagatavota ar ES un Lietuvas Republikas finansiālo atbalstu.",
        "Šī publikācija ir sagatavota ar ES finansiālo atbalstu (LLI-422).",
        "Šī publikācija 2019. gada 5. maijā ir sagatavota ar ES finansiālo atbalstu Ogrē.",
    ],
)
def test_nothing_that_a_sentence_says_besides_is_lost_unasked(sentence: str) -> None:
    given = given_back(draft(_HEAD, OPENING, sentence, DISCLAIMER, LINKS))
    assert not [word for word in re.findall(r"\w+", sentence) if word != "ES" and word not in accepted(given.data)[2]]


def test_figures_stay_even_where_more_is_changed_than_is_certain() -> None:
    sentence = "Projektu 442 000 EUR apmērā līdzfinansē ES un Latvijas valsts."
    given = given_back(draft(_HEAD, OPENING, sentence, DISCLAIMER, LINKS), unsafe=True)
    assert "442 000 EUR" in "\n".join(accepted(given.data))


_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize("between", [_NOTE, _FIELD], ids=["note", "field"])
def test_what_is_no_text_is_not_struck_out(between: str) -> None:
    wrong = STATEMENT.replace("Eiropas Savienības", "ES")
    data = draft(_HEAD, OPENING, wrong, DISCLAIMER, LINKS)
    parted = f'E</w:t></w:r>{between}<w:r><w:t xml:space="preserve">S '
    given = given_back(edited(data, "word/document.xml", "ar ES ", f"ar {parted}"))
    deleted = part(given.data).iter(f"{W}del")
    assert not [e for mark in deleted for e in mark.iter(f"{W}footnoteReference", f"{W}fldChar", f"{W}instrText")]


def test_hidden_text_is_left_aside() -> None:
    data = draft(_HEAD, OPENING, BUDGET, STATEMENT, DISCLAIMER, LINKS)
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Vecais: 150 187,64 EUR.</w:t></w:r>"
    data = edited(data, "word/document.xml", "<w:r><w:t>Kopējās", f"{hidden}<w:r><w:t>Kopējās")
    given = given_back(data)
    marked = next(e for e in part(given.data).iter(f"{W}commentRangeStart") if "187,64" in commented(given.data)[0])
    following = "".join(t.text or "" for t in marked.getnext().iter(f"{W}t"))
    assert following == "150 187,64 EUR"
    assert part(given.data).find(f".//{W}vanish/../..").find(f"{W}t").text == "Vecais: 150 187,64 EUR."


def test_numbers_that_word_never_gives_and_a_lost_part_are_no_trouble() -> None:
    data = draft(_HEAD, OPENING, BUDGET, DISCLAIMER, LINKS)
    relation = (
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/></Relationships>'
    )
    data = edited(data, "word/_rels/document.xml.rels", "</Relationships>", relation)
    theirs = '<w:ins w:id="²" w:author="Anna"><w:r><w:t>Upes novadā</w:t></w:r></w:ins>'
    data = edited(data, "word/document.xml", "<w:r><w:t>Upes novadā", f"{theirs}<w:r><w:t>")
    stray = '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>'
    data = edited(data, "word/document.xml", "<w:r><w:t>Vairāk", f"{stray}<w:r><w:t>Vairāk")
    given = given_back(data)
    assert given.comments
    assert "0" not in {c.get(f"{W}id") for c in part(given.data, "word/comments.xml")}


def test_a_part_that_is_there_twice_is_refused() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER)
    out = io.BytesIO(data)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", parts(data)["word/document.xml"])
    with pytest.raises(FixError, match=r"draft\.docx holds a part twice"):
        given_back(out.getvalue())


def test_a_new_paragraph_takes_over_no_link_and_no_page_break() -> None:
    data = draft(_HEAD, OPENING, DISCLAIMER, LINKS)
    looks = '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:color w:val="0000FF"/><w:lang w:val="lv-LV"/></w:rPr><w:t>Par'
    data = edited(data, "word/document.xml", "<w:r><w:t>Par", looks)
    data = edited(data, "word/document.xml", f"<w:p>{looks}", f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{looks}")
    given = given_back(data)
    new = next(p for p in part(given.data).iter(f"{W}p") if STATEMENT in "".join(p.itertext()))
    assert [e.tag.rpartition("}")[2] for e in new.find(f".//{W}r/{W}rPr")] == ["lang"]
    assert new.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert refused(given.data) == text_of(data)
