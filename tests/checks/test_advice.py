"""Advice is tried before it is given: what would not mend a publication, or would do harm, is withheld."""

from collections.abc import Callable
from typing import Any

import pytest
from judged_pages import short_page
from msgspec.structs import replace

from pages import latvian
from publicity_check import PublicationReport, check, next_step, read, render
from publicity_check.judging.advice import tried
from publicity_check.judging.pasted import with_texts
from publicity_check.publication import Block, Link, Publication, Region, Span
from publicity_check.results import ChosenPack, Kind, Outcome, Result
from publicity_check.rulebook import load

PACK = "interreg-latvia-lithuania-2014-2020"


def page(*texts: str, links: tuple[Link, ...] = ()) -> Publication:
    blocks = tuple(Block(n, text) for n, text in enumerate(texts))
    return Publication("page.html", "html", "0" * 64, blocks, links)


def result(check: str, outcome: Outcome = Outcome.FAILED, **more: Any) -> Result:
    values = {"project": None, "requirement": f"{PACK}/{check}", "level": "must", "basis": "law", "values": {}}
    values |= {"kind": Kind.MISSING if outcome is Outcome.FAILED else None, "code": "statement-missing", **more}
    return Result(check=check, outcome=outcome, **values)  # type: ignore[arg-type]


def report(*results: Result, pack: str = PACK) -> PublicationReport:
    return PublicationReport(
        "page.html", Outcome.FAILED, rule_packs=(ChosenPack(pack, "detected", candidates=(pack,)),), results=results
    )


LACKS = result("disclaimer", suggestion="Who writes answers: {beneficiary}, {number}.")
FINE = result("disclaimer", Outcome.PASSED)


def told(after: Callable[[Publication], PublicationReport], *before: Result) -> tuple[Result, ...]:
    return tried(report(*before), page("A text."), lambda span: span, load(), after).results


def test_advice_that_mends_is_given_as_it_is() -> None:
    assert told(lambda _: report(FINE), LACKS) == (LACKS,)


def test_gaps_are_filled_with_examples_while_advice_is_tried() -> None:
    texts = []

    def judge(publication: Publication) -> PublicationReport:
        texts.append(publication.blocks[-1].text)
        return report(FINE)

    told(judge, LACKS)
    assert texts[0].startswith("Who writes answers: Linden Town Council, LLI-")


WORSE = {
    "mends nothing": report(LACKS),
    "is another trouble of the same check": report(result("disclaimer", code="statement-negated")),
    "spoils another check": report(FINE, result("budget", code="share-slip")),
    "raises a question elsewhere": report(FINE, result("language", Outcome.NEEDS_REVIEW)),
    "changes the rules": report(FINE, pack="horizon-europe-2021-2027"),
}


@pytest.mark.parametrize("after", WORSE.values(), ids=WORSE)
def test_advice_that_does_not_mend_or_does_harm_is_withheld(after: PublicationReport) -> None:
    (found,) = told(lambda _: after, LACKS)
    assert (found.suggestion, found.withheld, found.outcome) == (None, True, Outcome.FAILED)
    assert next_step(found) == (
        "No wording is given: the prescribed one, tried in this publication, did not mend it. "
        "Ask the programme what to write."
    )
    assert "below" not in render(check(latvian(), name="p.html"), "text")


def test_of_several_pieces_of_advice_only_the_harmful_one_is_withheld() -> None:
    good, bad = LACKS, result("funding-statement", suggestion="Harm.")

    def judge(publication: Publication) -> PublicationReport:
        texts = {b.text for b in publication.blocks}
        return report(*(() if any("answers" in t for t in texts) else (LACKS,)), bad)

    kept, withheld = told(judge, good, bad)
    assert (kept, withheld.withheld) == (good, True)


def test_what_the_user_accepted_is_not_tried_and_many_are_not_tried_one_by_one() -> None:
    asked = []

    def judge(publication: Publication) -> PublicationReport:
        asked.append(publication)
        return report(*many)

    many = tuple(result("disclaimer", suggestion=f"Text {n}.") for n in range(30))
    assert all(r.withheld for r in told(judge, *many))
    assert len(asked) == 7


def test_a_text_is_put_in_the_place_of_a_quote_wherever_it_stands() -> None:
    links = (
        Link("https://a.example", "site", 1, Span.within(1, 19, 23)),
        Link("https://b.example", "LLI-264", 1, Span.within(1, 8, 15)),
    )
    made = with_texts(
        page("LLI-264", "Project LLI-264 on site, LLI-2641", "No LLI-264.", links=links),
        {Span.within(0, 0, 7): "LLI-26"},
        ["More."],
    )
    assert [b.text for b in made.blocks] == ["LLI-26", "Project LLI-26 on site, LLI-2641", "No LLI-26.", "More."]
    assert [(link.target, made.quote(link.span)) for link in made.links if link.span] == [("https://a.example", "site")]


def test_a_text_is_put_in_the_place_of_a_quote_over_several_blocks() -> None:
    made = with_texts(page("One two", "three", "four five"), {Span(0, 4, 2, 4): "X"}, [])
    assert [b.text for b in made.blocks] == ["One X", "", " five"]
    assert all(b.region is Region.MAIN for b in made.blocks)


def given(*paragraphs: str, language: str = "en", **more: Any) -> dict[str, Result]:
    found = check(read(short_page(list(paragraphs), language), name="page.html"), **more).publications[0]
    return {r.check: replace(r) for r in found.results}


def test_no_programmers_braces_and_no_gap_are_advice() -> None:
    found = given("The project is paid for.", "Co-funded by the European Union", rules=["interreg-2021-2027"])
    named = found["programme-name"]
    assert (named.code, named.suggestion) == ("programme-not-named", None)
    assert next_step(named) == "Name it, for example: “name of the programme”."
    assert "{" not in next_step(named, "lv") + next_step(named, "lt")


def test_of_several_funds_that_may_pay_none_is_offered_to_paste() -> None:
    found = given(
        "Co-funded by the European Union, project 8.3.2.1/16/I/001.", rules=["latvia-growth-and-employment-2014-2020"]
    )
    named = found["fund-name"]
    assert (named.code, named.suggestion) == ("fund-not-named", None)
    assert "European Regional Development Fund / " in next_step(named)


_LT = (
    "Už šios publikacijos turinį atsako {}. Jokiomis aplinkybėmis negali būti laikoma, kad jis atspindi oficialią "
    "Europos Sąjungos nuomonę."
)
_LV = (
    "Par šīs publikācijas saturu pilnībā atbild {}, un tas nekādos apstākļos nav uzskatāms par Eiropas Savienības "
    "oficiālo nostāju."
)
_EN = (
    "The contents of this publication are the sole responsibility of {} and can under no circumstances be regarded "
    "as reflecting the position of the European Union."
)
UNFILLED = [
    ("lt", _LT, "partnerio pavadinimas", "Upės rajono savivaldybė"),
    ("lt", _LT, "beneficiary", "Namas"),
    ("lv", _LV, "partnera nosaukums", "Kalna muzejs"),
    ("en", _EN, "the name of the beneficiary", "Linden Name Days Museum"),
    ("en", _EN, "partner", "Partner Towns of the River Council"),
]


@pytest.mark.parametrize(("language", "text", "left", "named"), UNFILLED)
def test_a_gap_that_holds_what_the_template_says_of_it_is_still_open(
    language: str, text: str, left: str, named: str
) -> None:
    open_ = given(text.format(left), language=language, rules=[PACK])["disclaimer"]
    assert (open_.outcome.value, open_.code) == ("failed", "statement-placeholder")
    assert "{beneficiary}" in (open_.suggestion or "") or "{partner}" in (open_.suggestion or "")
    assert given(text.format(named), language=language, rules=[PACK])["disclaimer"].outcome.value == "passed"
