import base64
import hashlib
import io
import re

import msgspec
import pytest
from benchmarks.pictures.draw import Flag, flag
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from command_line import run
from publicity_check.facts.model import Facts, Language
from publicity_check.publication import Block, Cell, Publication, Region, Span
from publicity_check.reports import ReportOptions, render
from publicity_check.reports.html import MOST_PICTURES
from publicity_check.reports.marked_text import Mark, pieces_of, stretches
from publicity_check.results import Kind, Outcome, PictureShown
from publicity_check.rulebook.common import Clause
from publicity_check.values.message import Message, Quote
from report_samples import (
    DISCLAIMER,
    TEXTS,
    defective,
    facts,
    in_order,
    publication,
    report,
    result,
    results,
    span_of,
    suppressed,
    unfunded,
    unreadable,
)

OPTIONS = ReportOptions(tool_version="1.2.3")


def html_of(*publications, **more):
    return render("html", report(*publications, **more), OPTIONS)


def page_of(*publications, **more):
    return LexborHTMLParser(html_of(*publications, **more))


def text_in(node):
    return " ".join(node.text().split())


def test_the_headline_is_the_plain_summary():
    assert text_in(page_of().css_first("h1")) == "1 thing is missing, 1 figure does not agree, 1 thing needs your eyes."


def test_the_page_needs_and_reaches_nothing_else():
    page = page_of(defective(), in_order(), unfunded(), unreadable())
    assert not page.css("link, img, iframe, object, embed, script[src], form, base")
    assert "@import" not in html_of()
    assert "url(" not in html_of()
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (element,) = page.css(tag)
        digest = base64.b64encode(hashlib.sha256(element.text().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_whole_text_of_the_publication_is_shown_with_its_parts_named():
    page = page_of()
    shown = [text_in(node) for node in page.css(".words > p")]
    assert shown == [" ".join(text.split()) for text, _, _ in TEXTS]
    assert [text_in(n) for n in page.css(".label") if text_in(n)] == ["main text", "footer", "description of a picture"]


def test_every_found_element_is_marked():
    marked = {text_in(mark) for mark in page_of().css(".text mark")}
    for quote in ("176 680,75 EUR", "150 187,64 EUR", "85 %", "ERAF", "LLI-999", "www.latlit.eu", TEXTS[3][0]):
        assert quote in marked


def test_a_finding_stands_beside_its_place():
    page = page_of()
    piece = next(p for p in page.css(".piece") if "176 680,75" in p.css_first(".words").text())
    assert "150 187,64 EUR is not 85 % of 176 680,75 EUR" in piece.css_first(".notes .note.bad").text()


def test_both_sides_of_a_conflict_are_linked_to_their_places():
    page = page_of()
    card = next(c for c in page.css("article.card") if text_in(c.css_first("h4")) == "Budget figures")
    links = [a.attributes["href"] for a in card.css(".places a")]
    assert len(links) == 2
    for link, quote in zip(links, ("150 187,64 EUR", "176 680,75 EUR"), strict=True):
        place = page.css_first(f"span.place{link}")
        assert text_in(place.next) == quote


def test_every_link_inside_the_page_has_its_target_and_no_name_is_given_twice():
    across = (result("budget", Outcome.NEEDS_REVIEW, evidence=results()[7].evidence),)
    page = page_of(defective(), in_order(), unfunded(), unreadable(), across=across)
    names = [node.attributes["id"] for node in page.css("[id]")]
    assert len(names) == len(set(names))
    inner = [a.attributes["href"][1:] for a in page.css("a[href^='#']")]
    assert set(inner) <= set(names)
    assert {b.attributes["data-copies"] for b in page.css("button.copy")} <= set(names)


def test_the_missing_wording_is_there_to_the_letter_with_a_button_to_copy_it():
    page = page_of()
    wording = page.css_first(".wording")
    assert wording.text() == DISCLAIMER
    assert wording.attributes["lang"] == "lv"
    assert page.css_first(f"button.copy[data-copies={wording.attributes['id']}]") is not None


def test_an_open_slot_is_shown_as_one():
    open_slot = tuple(
        replace(r, suggestion="Par saturu atbild {beneficiary}.") if r.check == "disclaimer" else r for r in results()
    )
    page = page_of(defective(results=open_slot))
    assert page.css_first(".wording").text() == "Par saturu atbild [name of the beneficiary]."
    assert page.css_first(".wording .slot").text() == "[name of the beneficiary]"
    assert "Fill in what stands in brackets" in page.css_first(".paste").text()


def test_the_legal_basis_is_one_click_away():
    basis = page_of().css_first("article.card details.basis")
    link = basis.css_first("a")
    assert link.attributes["href"] == "https://latlit.eu/manual"
    assert text_in(link) == "Programme manual, version 6, section 8.3"


def test_an_address_that_is_no_web_address_is_no_link():
    clause = Clause(act="Act", url="javascript:alert(1)")
    page = page_of(defective(results=(result("budget", Outcome.FAILED, legal_basis=(clause,)),)))
    assert not [a for a in page.css("a") if a.attributes["href"].startswith("javascript")]


def test_several_publications_have_an_overview_first():
    page = page_of(defective(), in_order(), unfunded(), unreadable())
    rows = [" ".join(text_in(cell) for cell in row.css("td")) for row in page.css("#overview tbody tr")]
    assert rows == [
        "site/lasītava 1.html 1 thing is missing, 1 figure does not agree, 1 thing needs your eyes.",
        "site/broken.docx This could not be read: site/broken.docx: is a PDF, not a Word document",
    ]
    fine, unfunded_ones = page.css("#overview details")
    assert "site/good.html" in fine.text()
    assert "site/contacts.html" in unfunded_ones.text()
    assert page.css_first("main > section").attributes["id"] == "overview"
    assert page_of().css_first("#overview") is None


def test_a_finding_that_is_equal_on_many_pages_is_told_once():
    lacks = result("disclaimer", Outcome.FAILED, kind=Kind.MISSING, suggestion="Nothing is official.")
    several = [defective(path=f"page-{n}.html", results=(lacks,), unread=()) for n in range(4)]
    page = page_of(*several, defective(path="more.html", results=(lacks, results()[7])))
    assert text_in(page.css_first("#alike > .rest summary")) == "On 5 pages, first page-0.html"
    assert [text_in(li) for li in page.css("#alike > .rest li")] == [*(f"page-{n}.html" for n in range(4)), "more.html"]
    assert len(page.css(".wording")) == 1
    assert [text_in(h) for h in page.css(".publication h2")] == ["more.html"]
    assert "told once" in page.css_first(".publication").text()


def test_an_unfunded_publication_says_how_to_hold_it_to_the_rules():
    page = page_of(unfunded())
    assert text_in(page.css_first("h1")) == "NOT CHECKED: no sign of EU funding"
    assert "--funded" in page.css_first("main").text()


def test_duties_not_known_and_pieces_not_read_are_listed():
    text = page_of().css_first("main").text()
    assert "Rules for leaflets are not known." in text
    assert "an embedded object: film.swf" in text


def test_what_was_set_aside_is_shown_with_its_reason():
    page = page_of(defective(results=tuple(suppressed(r) for r in results())))
    assert "agreed with the programme" in page.css_first("main").text()


def test_a_report_without_the_text_still_tells_everything():
    page = page_of(defective(publication=None))
    assert page.css_first(".text") is None
    assert "150 187,64 EUR is not 85 %" in page.css_first("main").text()
    assert not page.css(".places a")


def test_a_language_no_browser_knows_is_not_declared():
    blocks = (msgspec.structs.replace(publication().blocks[0], language='x" onclick="'), *publication().blocks[1:])
    page = page_of(defective(publication=replace(publication(), blocks=blocks)))
    assert {n.attributes["lang"] for n in page.css("[lang]")} <= {"en", "lv"}


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{ 7 * 7 }}"


def test_nothing_from_a_publication_becomes_markup():
    blocks = tuple(msgspec.structs.replace(b, text=EVIL) for b in publication().blocks)
    one = Span.within(1, 0, len(EVIL))
    evidence = replace(publication().evidence(span_of("85 %")), quote=EVIL, span=one)
    said = result(
        "budget", Outcome.FAILED, values={"number": EVIL}, suggestion=EVIL, evidence=(evidence,), project=EVIL
    )
    html = html_of(
        defective(
            path=EVIL,
            results=(said,),
            facts=Facts(Language("lv", "declared")),
            fact_evidence={},
            unread=(Message("unread-embedded", {"what": Quote(EVIL), "address": Quote(EVIL)}),),
            publication=replace(publication(), blocks=blocks),
        ),
        unreadable(path=EVIL + "2"),
    )
    page = LexborHTMLParser(html)
    assert len(page.css("script")) == 1
    assert not page.css("img, [onerror]")
    assert "{{ 7 * 7 }}" in page.css_first("h2").text() or "{{ 7 * 7 }}" in page.css_first("main").text()


def test_the_same_report_gives_the_same_bytes():
    assert html_of(defective(), in_order()) == html_of(defective(), in_order())


def a_text(*blocks):
    return Publication("a.html", "html", "", tuple(blocks))


@given(
    st.text(alphabet="abc \n", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
)
@settings(max_examples=200)
def test_marks_change_no_letter_however_they_overlap(text, ends):
    spans = [Span.within(0, min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ends]
    marks = [Mark(span, "found", f"a{n}") for n, span in enumerate(spans)]
    (piece,) = pieces_of(a_text(Block(0, text)), marks)
    segments = piece.lines[0].segments
    assert "".join(s.text for s in segments) == text
    assert sorted(a for s in segments for a in s.anchors) == sorted(m.anchor for m in marks)
    covered = [bool(s.styles) for s in segments for _ in s.text]
    assert covered == [any(span.start <= n < span.end for span in spans) for n in range(len(text))]


def test_a_mark_over_several_blocks_begins_once():
    text = a_text(Block(0, "one two"), Block(1, "three"), Block(2, "four five"))
    pieces = pieces_of(text, [Mark(Span(0, 4, 2, 4), "found", "here")])
    segments = [s for p in pieces for line in p.lines for s in line.segments]
    assert [s.text for s in segments if s.styles] == ["two", "three", "four"]
    assert [s.text for s in segments if s.anchors] == ["two"]


def test_cells_of_one_row_are_shown_as_one_piece():
    cells = [Block(n, f"cell {n}", Region.TABLE, "cell", cell=Cell(0, n // 2, n % 2)) for n in range(4)]
    assert [len(p.lines) for p in pieces_of(a_text(*cells), [])] == [2, 2]


def test_long_stretches_beside_the_main_text_are_folded_unless_something_is_found_there():
    blocks = [Block(n, f"menu {n}", Region.NAVIGATION) for n in range(9)]
    folded = stretches(pieces_of(a_text(*blocks), []))
    assert [(s.folded, len(s.pieces)) for s in folded] == [(True, 9)]
    marked = stretches(pieces_of(a_text(*blocks), [Mark(Span.within(4, 0, 4), "found")]))
    assert [(s.folded, len(s.pieces)) for s in marked] == [(True, 4), (False, 1), (True, 4)]


def test_facts_without_more_to_tell_are_listed_once():
    twice = facts().having(funds=(*facts().funds, *facts().funds))
    page = page_of(defective(facts=twice, fact_evidence={}))
    told = [text_in(n) for n in page.css(".fact.funds")]
    assert told == ["Fund: ERDF"]


@pytest.mark.parametrize("word", ["complian", "score", "region", "regex", "token", "outcome", "inapplicable"])
def test_no_jargon_is_shown(word):
    html = html_of(defective(), in_order(), unfunded(), unreadable())
    shown = re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", html, flags=re.DOTALL)
    assert word not in shown.lower()


def looked_at(*pictures):
    return replace(defective(), pictures=tuple(PictureShown(*one) for one in pictures))


SMALL = "data:image/jpeg;base64,/9j/4AAQ"


def test_pictures_that_were_looked_at_stand_in_the_report_with_what_was_seen():
    page = page_of(
        looked_at(("eu.png", "emblem", "a", SMALL), ("<b>City</b>", "nothing", "b", SMALL + "B")),
    )
    figures = page.css("figure")
    assert [text_in(figure) for figure in figures] == [
        "“eu.png”: shows the emblem of the European Union",
        "“<b>City</b>”: does not show the emblem of the European Union",
    ]
    assert [img.attributes["src"] for img in page.css("figure img")] == [SMALL, SMALL + "B"]


def test_the_same_picture_is_shown_once_in_a_report_and_so_many_in_all():
    footer = ("eu.png", "emblem", "a", SMALL)
    page = page_of(looked_at(footer), replace(looked_at(footer), path="other.html"))
    assert (len(page.css("figure img")), len(page.css("figure"))) == (1, 2)
    many = page_of(looked_at(*((f"{n}.png", "nothing", str(n), f"{SMALL}{n}") for n in range(MOST_PICTURES + 9))))
    assert (len(many.css("figure img")), len(many.css("figure"))) == (MOST_PICTURES, MOST_PICTURES + 9)


def test_a_report_on_a_page_shows_its_emblem_small(tmp_path, capsys):
    flag(Flag(), 600).convert("RGB").save(tmp_path / "eu.png")
    file = tmp_path / "page.html"
    file.write_text('<html lang="en"><p>Co-funded by the European Union.</p><img src="eu.png" alt="EU flag">')
    run(capsys, "check", "--rules", "interreg-2021-2027", "--output", f"html={tmp_path}/r.html", str(file))
    (address,) = [
        img.attributes["src"] for img in LexborHTMLParser((tmp_path / "r.html").read_text("utf-8")).css("figure img")
    ]
    with Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))) as shown:
        assert shown.size == (165, 110)
        assert len(address) < 12_000
