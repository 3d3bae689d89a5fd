"""What kind of publication one is, by its words, its format or the user's word, and what that changes."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from publicity_check import PublicationReport, check

LETTER = "The town opened the new bridge. Co-funded by the European Union."


def word_document(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def judged(source: bytes, name: str, **options: Any) -> PublicationReport:
    return check(source, name=name, funded=True, **options).publications[0]


@pytest.mark.parametrize(
    ("name", "text", "kinds", "told_by"),
    [
        ("page.html", f"<p>{LETTER}</p>", ("website", "project-page"), "format"),
        ("note.txt", LETTER, ("social-post", "document", "press-release"), "format"),
        ("note.txt", f"Pressemitteilung\n\n{LETTER}", ("press-release",), "content"),
        ("note.txt", f"Preses relīze\n\n{LETTER}", ("press-release",), "content"),
        ("note.txt", f"INFORMACJA PRASOWA\n\n{LETTER}", ("press-release",), "content"),
        ("note.txt", f"ΔΕΛΤΙΟ ΤΥΠΟΥ\n\n{LETTER}", ("press-release",), "content"),
        ("pressiteade-2024.txt", LETTER, ("press-release",), "content"),
        ("note.txt", f"{LETTER} #EUfunds #bridge", ("social-post",), "content"),
        (
            "note.txt",
            f"{LETTER} The press release of the ministry had said so.",
            ("social-post", "document", "press-release"),
            "format",
        ),
    ],
)
def test_the_kind_is_told_by_words_or_format(name: str, text: str, kinds: tuple[str, ...], told_by: str) -> None:
    report = judged(text.encode(), name)
    assert (report.media, report.media_told_by) == (kinds, told_by)


@pytest.mark.parametrize(
    ("name", "first", "kinds"),
    [
        ("letter.docx", "Dear participants", ("document",)),
        ("letter.docx", "Comunicat de presă", ("press-release",)),
        ("plakāts.docx", "Dear participants", ("poster",)),
    ],
)
def test_a_word_document_is_a_document_unless_it_says_more(name: str, first: str, kinds: tuple[str, ...]) -> None:
    assert judged(word_document(first, LETTER), name).media == kinds


def test_what_the_user_says_holds(tmp_path: Path) -> None:
    page = f"<p>{LETTER}</p>".encode()
    assert judged(page, "page.html", medium="event").media == ("event",)
    config = tmp_path / "publicity-check.toml"
    config.write_text('medium = "document"\n[[bind]]\npaths = ["posts/"]\nmedium = "social-post"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "one.html").write_bytes(page)
    (tmp_path / "other.html").write_bytes(page)
    report = check(tmp_path, config=config, funded=True)
    assert {p.place: (p.media, p.media_told_by) for p in report.publications} == {
        "posts/one.html": (("social-post",), "user"),
        "other.html": (("document",), "user"),
    }


ARTICLES = {
    "esf-2014-2020": {
        "page.html": ("Article 4(3)(b)", "point 3"),
        "letter.docx": ("point 3", "Article 4(3)(b)"),
    },
    "esf-plus-2021-2027": {
        "page.html": ("Article 50(1)(a)", "Article 50(1)(b)"),
        "letter.docx": ("Article 50(1)(b)", "Article 50(1)(a)"),
    },
    "interreg-europe-2021-2027": {
        "page.html": ("Article 36(4)(a)", "Article 36(4)(b)"),
        "letter.docx": ("Article 36(4)(b)", "Article 36(4)(a)"),
    },
    "eafrd-2021-2027": {
        "page.html": ("Annex III, point 2(a)", "Annex III, point 2(b)"),
        "letter.docx": ("Annex III, point 2(b)", "Annex III, point 2(a)"),
    },
}


@pytest.mark.parametrize("pack", ARTICLES)
def test_a_document_is_not_told_of_an_article_about_sites_nor_a_site_of_one_about_documents(pack: str) -> None:
    for name, (cited, not_cited) in ARTICLES[pack].items():
        source = word_document(LETTER) if name.endswith("docx") else f"<p>{LETTER}</p>".encode()
        results = judged(source, name, rules=(pack,)).results
        articles = {c.article for r in results for c in r.legal_basis}
        assert any(a.endswith(cited) for a in articles), (name, articles)
        assert not any(a.endswith(not_cited) for a in articles), (name, articles)


def test_what_only_the_layout_shows_is_listed_for_the_kind_it_holds_for() -> None:
    page = judged(f"<p>{LETTER}</p>".encode(), "page.html", rules=("esf-2014-2020",))
    letter = judged(word_document(LETTER), "letter.docx", rules=("esf-2014-2020",))
    shown, hidden = ({d.requirement for p in r.rule_packs for d in p.unchecked} for r in (page, letter))
    assert "esif-2014-2020/first-view" in shown
    assert "esif-2014-2020/first-view" not in hidden
    assert "esif-2014-2020/emblem-size" in shown & hidden
    assert not any("poster" in duty or "billboard" in duty for duty in shown)


LINK = '<p><a href="https://agriculture.ec.europa.eu/common-agricultural-policy_en">The fund</a></p>'


@pytest.mark.parametrize(
    ("body", "medium", "outcome", "code"),
    [
        ("", None, "inapplicable", "medium-undecided"),
        ("", "website", "failed", "link-missing"),
        ("", "document", "inapplicable", "not-in-this-medium"),
        (LINK, None, "passed", "link-present"),
        (LINK, "website", "passed", "link-present"),
    ],
)
def test_a_duty_of_one_kind_is_judged_where_the_kind_is_known(
    body: str, medium: str | None, outcome: str, code: str
) -> None:
    report = judged(f"<p>{LETTER}</p>{body}".encode(), "page.html", rules=("eafrd-2014-2020",), medium=medium)
    assert [(r.outcome, r.code) for r in report.results if r.check == "eu-link"] == [(outcome, code)]
