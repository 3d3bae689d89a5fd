import pytest
from msgspec.structs import replace

from publicity_check.publication import Evidence, Locator, Region
from publicity_check.reports import ReportOptions, render
from publicity_check.reports.facts_text import render_facts
from publicity_check.results import Kind, Outcome
from report_samples import (
    DISCLAIMER,
    UNREAD,
    defective,
    facts,
    in_order,
    pack,
    publication,
    report,
    result,
    results,
    span_of,
    suppressed,
    unfunded,
    unreadable,
)


def text_of(*publications, across=(), **options):
    return render("text", report(*publications, across=across), ReportOptions(**options))


def test_the_first_line_counts_what_is_to_be_done():
    assert text_of().splitlines()[0] == "1 thing is missing, 1 figure does not agree, 1 thing needs your eyes."


def test_more_than_one_is_counted_in_the_plural():
    again = tuple(replace(r, requirement=r.requirement + "-2") for r in results())
    first = text_of(defective(results=results() + again)).splitlines()[0]
    assert first == "2 things are missing, 2 figures do not agree, 2 things need your eyes."


def test_a_finding_tells_what_where_and_why():
    text = text_of(width=200)
    assert "150 187,64 EUR is not 85 % of 176 680,75 EUR; 150 178,64 EUR would be (two digits swapped)." in text
    assert "“150 187,64 EUR” (line 12)" in text
    assert "“176 680,75 EUR” (line 12)" in text
    assert "Asked for by the programme: Programme manual, version 6, section 8.3 https://latlit.eu/manual" in text
    assert (
        "    Asked for by the programme:\n"
        "    - Programme manual, version 6, section 8.3 https://latlit.eu/manual\n"
        "    - Regulation (EU) No 1303/2013, Article 115\n"
    ) in text


def test_a_sum_of_money_is_never_broken_over_two_lines():
    for width in range(40, 90):
        text = text_of(width=width)
        assert "150 178,64 EUR" in text


def test_a_wording_that_the_advice_already_gives_is_not_repeated():
    site = "www.europa.eu"
    same = result("eu-link", Outcome.FAILED, code="link-missing", values={"site": site}, suggestion=site)
    text = text_of(defective(results=(same,)))
    assert text.count(f"Add the address: {site}") == 1
    assert text.count(site) == 2


def test_a_gap_in_a_wording_is_pointed_out():
    gap = result("disclaimer", Outcome.FAILED, suggestion="Par saturu atbild {beneficiary}.")
    assert "Fill in what stands in brackets before you publish it." in text_of(defective(results=(gap,)))
    assert "brackets" not in text_of()


def test_a_wording_to_paste_is_never_wrapped():
    assert DISCLAIMER in text_of(width=40).splitlines()


def test_other_lines_keep_to_the_width():
    lines = text_of(width=60).splitlines()
    assert all(len(line) <= 60 for line in lines if line != DISCLAIMER)


def test_what_is_open_comes_before_advice_and_what_is_in_order():
    lines = text_of(verbose=True).splitlines()
    titles = ["Missing", "Does not agree", "Needs your eyes", "Recommended", "In order", "Does not apply"]
    places = [lines.index(title) for title in titles]
    assert places == sorted(places)


def test_the_rules_and_the_reason_for_their_choice_are_named():
    text = text_of(width=200)
    assert "Project LLI-999. Judged by the rules of Latvia–Lithuania 2014–2020, because" in text
    assert "(line 14)" in text


def test_undecided_rules_are_said_to_be_undecided():
    undecided = replace(pack(), id="undecided", certain=False, candidates=("one", "two"), titles={})
    text = text_of(defective(rule_packs=(undecided,)), width=300)
    assert "only what they have in common was judged. They may be: one; two." in text


def test_of_many_rules_that_may_hold_only_the_number_is_told_and_how_to_choose():
    undecided = replace(pack(), id="undecided", certain=False, candidates=tuple("abcde"), titles={})
    text = text_of(defective(rule_packs=(undecided,)), width=300)
    assert "The rules of 5 programmes may hold: name the programme in the text" in text
    assert "--rules" in text


def test_duties_not_known_and_pieces_not_read_are_listed():
    text = text_of()
    assert "Duties that are not known or not checked\n  - Rules for leaflets are not known." in text
    assert "Not read\n  - an embedded object: film.swf" in text


def test_a_publication_in_order_is_never_called_compliant():
    text = text_of(in_order())
    assert text.startswith("Nothing is missing or wrong, as far as a machine can see.")
    assert "as far as a machine can see. A person must judge" in text.replace("\n", " ")
    assert "complian" not in text.lower()


def test_an_unfunded_publication_says_how_to_hold_it_to_the_rules():
    text = text_of(unfunded())
    assert text.startswith("NOT CHECKED: no sign of EU funding\n")
    assert "--funded" in text
    assert "--rules PACK" in text


def test_many_unfunded_pages_are_counted_but_not_listed_unless_asked_for():
    pages = [unfunded(f"page-{n}.html") for n in range(1000)]
    text = text_of(defective(), *pages)
    assert "1,000 show no sign of EU funding and were not checked." in text
    assert "page-7.html" not in text
    assert "page-7.html" in text_of(defective(), *pages, verbose=True)


def pages(count, *more):
    """Return pages of one template: all lack the disclaimer, and each has the results ``more``."""
    lacks = result("disclaimer", Outcome.FAILED, kind=Kind.MISSING, suggestion=DISCLAIMER)
    return [defective(path=f"site/page-{n}.html", results=(lacks, *more), unread=()) for n in range(count)]


def test_a_finding_that_is_equal_on_many_pages_is_told_once_with_the_first():
    text = text_of(*pages(305), in_order())
    told = text.partition("On several pages")[2]
    assert "On 305 pages, first site/page-0.html" in told
    assert text.count(DISCLAIMER) == 1
    assert "page-7.html" not in text


def test_a_page_with_more_to_tell_is_shown_without_what_is_told_once():
    own = defective(path="site/page-9.html", results=(*pages(1)[0].results, results()[7]), unread=())
    text = text_of(*pages(3), own)
    part = text.partition("site/page-9.html")[2]
    assert "On 4 pages, first site/page-0.html" in text
    assert "1 of its findings is told once" in part
    assert "150 187,64" in part
    assert DISCLAIMER not in part


@pytest.mark.parametrize(
    "several",
    [pages(2), [*pages(2), *(replace(p, language="lt", path="lt.html") for p in pages(1))]],
    ids=["two pages", "another language"],
)
def test_what_two_pages_share_is_told_of_each(several):
    text = text_of(*several)
    assert "On several pages" not in text
    assert text.count(DISCLAIMER) == len(several)


def test_findings_with_other_quotes_are_told_of_each_page():
    money = results()[7]
    quotes = [replace(money.evidence[0], quote=f"{n} EUR") for n in range(3)]
    text = text_of(
        *(defective(path=f"{n}.html", results=(replace(money, evidence=(q,)),)) for n, q in enumerate(quotes))
    )
    assert "On several pages" not in text


def test_what_is_in_order_is_counted_among_others_and_named_when_asked_for():
    fine = [replace(in_order(), path=f"fine-{n}.html") for n in range(30)]
    text = text_of(defective(), *fine)
    assert "30 publications; --verbose names them." in text
    assert "fine-7.html" not in text
    assert "fine-7.html" in text_of(defective(), *fine, verbose=True)


def test_a_page_of_which_a_piece_was_not_read_is_named_though_nothing_failed():
    assert "embedded object: film.swf" in text_of(defective(), replace(in_order(), unread=(UNREAD,)))


def test_asked_for_everything_each_page_tells_its_own():
    text = text_of(*pages(5), verbose=True)
    assert "On several pages" not in text
    assert text.count(DISCLAIMER) == 5


def test_a_file_that_cannot_be_read_is_said_beside_the_others():
    text = text_of(defective(), unreadable())
    assert "1 could not be read." in text
    assert "This could not be read: site/broken.docx: is a PDF, not a Word document" in text


def test_quiet_leaves_the_summary_and_the_files_that_need_work():
    lines = text_of(defective(), in_order(), unfunded(), quiet=True, width=200).splitlines()
    assert lines[-1] == "site/lasītava 1.html: 1 thing is missing, 1 figure does not agree, 1 thing needs your eyes."
    assert not any("good.html" in line for line in lines)


def test_what_the_user_set_aside_is_shown_as_such_and_not_counted():
    text = text_of(defective(results=tuple(suppressed(r) for r in results())))
    assert text.startswith("Nothing is missing or wrong")
    assert "Set aside by you" in text
    assert "Set aside: agreed with the programme (publicity-check.toml)" in text


def test_findings_known_from_before_are_shown_and_not_counted():
    text = text_of(defective(results=tuple(replace(r, baselined=True) for r in results())))
    assert text.startswith("Nothing new is missing or wrong, as far as a machine can see; ")
    assert " findings are known." in " ".join(text.split())
    known = replace(result("budget", Outcome.FAILED), baselined=True)
    several = text_of(defective(results=(known,)), in_order())
    assert several.startswith("Nothing new is missing or wrong")
    assert "; 1 finding is known." in " ".join(several.split())
    assert "Known from before" in text


def test_what_differs_between_publications_has_its_own_part():
    text = text_of(defective(), in_order(), across=(result("budget", Outcome.NEEDS_REVIEW, code="no-project-money"),))
    assert "names no sum" in text.partition("Between the publications")[2]


def test_a_quote_from_another_publication_names_it():
    evidence = replace(results()[7].evidence[0], source="site/good.html")
    text = text_of(defective(), across=(result("budget", Outcome.NEEDS_REVIEW, evidence=(evidence,)),))
    assert "“150 187,64 EUR” (site/good.html, line 12)" in text


def test_a_page_without_text_is_said_once_and_not_ten_times():
    alike = tuple(
        replace(r, outcome=Outcome.NEEDS_REVIEW, kind=None, level="must", code="drawn-by-script", values={})
        for r in results()
    )
    drawn = defective(results=alike, outcome=Outcome.NEEDS_REVIEW, headline="drawn-by-script")
    assert text_of(drawn).count("The page holds no text:") == 1
    assert text_of(drawn, in_order()).startswith("1 thing needs your eyes.\n")


def test_results_of_several_projects_name_their_project():
    other = tuple(replace(r, project="LLI-888", values={**r.values, "own": "words"}) for r in results())
    text = text_of(defective(results=results() + other))
    assert "Disclaimer (project LLI-888)" in text


def test_colours_are_used_only_where_wanted():
    assert "\x1b[" in text_of(color=True)
    assert "\x1b[" not in text_of()


def test_a_publication_cannot_send_orders_to_the_terminal():
    evil = Evidence("\x1b[2J\x07red\u202e", "", "", Region.MAIN, Locator(line=1))
    text = text_of(
        defective(path="a\x1b[31m.html", results=(result("budget", Outcome.NEEDS_REVIEW, evidence=(evil,)),))
    )
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("region", "locator", "expected"),
    [
        (Region.FOOTER, Locator(line=14, column=3), "line 14, footer"),
        (Region.MAIN, Locator(line=14), "line 14"),
        (Region.MAIN, Locator(), "main text"),
        (Region.MAIN, Locator(part="body", paragraph=6), "paragraph 6"),
        (Region.FOOTER, Locator(part="footer", paragraph=2), "footer, paragraph 2"),
        (
            Region.TEXT_BOX,
            Locator(part="footer", paragraph=2, heading="Par projektu"),
            "footer, text box, paragraph 2, under the heading “Par projektu”",
        ),
    ],
)
def test_places_are_told_in_plain_words(region, locator, expected):
    evidence = Evidence("here", "", "", region, locator)
    text = text_of(defective(results=(result("budget", Outcome.NEEDS_REVIEW, evidence=(evidence,)),)), width=200)
    assert f"“here” ({expected})" in text


def test_facts_are_listed_with_their_place():
    text = render_facts([(publication(), facts())], ReportOptions())
    assert "176 680,75 EUR = 176680.75 EUR, project, total, LLI-999 (line 12)" in text
    assert "LLI-999 (line 14)" in text
    assert publication().quote(span_of("85 %")) in text
