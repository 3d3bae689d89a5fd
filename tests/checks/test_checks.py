"""Each check through the library's front door: what passes, what fails, and how."""

from collections.abc import Mapping

import pytest

from pages import BUDGET, DISCLAIMER, EMBLEM, LINKS, STATEMENT, latvian
from publicity_check import check, next_step, say
from publicity_check.results import PublicationReport, Result
from publicity_check.rulebook.common import CHECKS


def judged(page: bytes, name: str = "page.html", **options: object) -> PublicationReport:
    return check(page, name=name, **options).publications[0]  # type: ignore[arg-type]


def results(report: PublicationReport) -> Mapping[str, Result]:
    worst: dict[str, Result] = {}
    for result in report.results:
        if result.check not in worst or result.outcome != "passed":
            worst[result.check] = result
    return worst


def test_a_page_in_order_passes_every_check() -> None:
    report = judged(latvian())
    assert {c: r.outcome for c, r in results(report).items()} == dict.fromkeys(CHECKS, "passed") | {
        "slogan": "inapplicable"
    }
    assert report.outcome == "passed"
    assert [p.id for p in report.rule_packs] == ["interreg-latvia-lithuania-2014-2020"]
    assert report.rule_packs[0].project == "LLI-422"


@pytest.mark.parametrize(
    ("change", "failing", "kind", "code"),
    [
        ({"statement": ""}, "funding-statement", "missing", "statement-missing-beside"),
        ({"disclaimer": ""}, "disclaimer", "missing", "statement-missing-beside"),
        (
            {"disclaimer": DISCLAIMER.replace("par Eiropas Savienības oficiālo nostāju", "par oficiālu")},
            "disclaimer",
            "incomplete",
            "statement-incomplete",
        ),
        (
            {"statement": STATEMENT.replace("Eiropas Savienības", "ES")},
            "funding-statement",
            "incorrect",
            "statement-union-abbreviated",
        ),
        (
            {"statement": STATEMENT.replace("ir sagatavota", "nav sagatavota")},
            "funding-statement",
            "incorrect",
            "statement-negated",
        ),
        (
            {"disclaimer": DISCLAIMER.replace("Upes novada pašvaldība", "[partnera nosaukums]")},
            "disclaimer",
            "incorrect",
            "statement-placeholder",
        ),
        ({"programme": "Šī pārrobežu sadarbības"}, "programme-name", "missing", "programme-not-named"),
        (
            {"budget": BUDGET.replace("Eiropas Reģionālās attīstības fonda", "Eiropas Savienības")},
            "fund-name",
            "missing",
            "fund-not-named",
        ),
        ({"links": LINKS.split(";")[1]}, "programme-link", "missing", "link-missing"),
        ({"links": LINKS.split(";")[0]}, "eu-link", "missing", "link-missing"),
        ({"links": LINKS.replace("latlit.eu", "latlit.lv")}, "programme-link", "incorrect", "link-mistyped"),
        (
            {"links": LINKS.replace('href="https://www.latlit.eu/"', 'href="https://example.org/"')},
            "programme-link",
            "conflicting",
            "link-disagrees",
        ),
        (
            {"links": LINKS.replace("europa.eu", "europa.eu.example.com")},
            "eu-link",
            "incorrect",
            "link-mistyped",
        ),
        ({"number": "LLl-422"}, "project-number", "incorrect", "number-look-alike"),
        (
            {"more": "<p>Vairāk par projektu LLI-424 rudenī.</p>"},
            "project-number",
            "conflicting",
            "number-conflict",
        ),
        ({"emblem": ""}, "emblem", "missing", "emblem-missing"),
        (
            {"budget": BUDGET.replace("442 000,00", "530 000,00")},
            "budget",
            "conflicting",
            None,
        ),
    ],
)
def test_one_defect_fails_its_own_check_and_no_other(
    change: dict[str, str], failing: str, kind: str, code: str | None
) -> None:
    found = results(judged(latvian(**change)))
    assert {c for c, r in found.items() if r.outcome == "failed"} == {failing}
    result = found[failing]
    assert result.kind == kind
    if code:
        assert result.code == code
    assert say(result)
    assert next_step(result)


@pytest.mark.parametrize(
    ("change", "check_name", "code"),
    [
        ({"statement": f"<span hidden>{STATEMENT}</span>"}, "funding-statement", "statement-only-hidden"),
        (
            {"statement": "", "head": f'<meta name="description" content="{STATEMENT}">'},
            "funding-statement",
            "statement-only-in-metadata",
        ),
        (
            {"statement": f'<img src="s.png" alt="{STATEMENT}">'},
            "funding-statement",
            "statement-only-in-picture",
        ),
        (
            {
                "statement": "This publication has been produced with the financial assistance of the European Union.",
            },
            "funding-statement",
            "statement-other-language",
        ),
    ],
)
def test_what_only_a_person_can_tell_needs_review(change: dict[str, str], check_name: str, code: str) -> None:
    result = results(judged(latvian(**change)))[check_name]
    assert (result.outcome, result.code) == ("needs_review", code)
    assert result.suggestion


def test_a_deleted_or_commented_statement_is_missing() -> None:
    result = results(judged(latvian(statement=f"<!-- {STATEMENT} -->")))["funding-statement"]
    assert (result.outcome, result.kind) == ("failed", "missing")


def test_the_suggested_wording_makes_the_failure_pass() -> None:
    for part in ("statement", "disclaimer"):
        failed = [r for r in judged(latvian(**{part: ""})).results if r.outcome == "failed"]
        assert len(failed) == 1
        suggestion = failed[0].suggestion or ""
        mended = judged(latvian(**{part: suggestion.replace("{beneficiary}", "Upes novada pašvaldība")}))
        assert mended.outcome == "passed"


def test_a_plain_text_is_not_asked_for_an_emblem() -> None:
    text = f"Zaļā upe, projekts Nr. LLI-422\n\n{BUDGET}\n\n{STATEMENT} {DISCLAIMER}\n\nwww.latlit.eu, www.europa.eu"
    assert results(judged(text.encode(), "page.txt"))["emblem"].outcome == "inapplicable"


def test_addresses_that_stand_as_plain_text_count_as_links() -> None:
    found = results(judged(latvian(links="www.latlit.eu, www.europa.eu")))
    assert (found["programme-link"].outcome, found["eu-link"].outcome) == ("passed", "passed")


def test_the_programmes_former_site_counts_with_a_note() -> None:
    found = results(judged(latvian(links=LINKS.replace("www.latlit.eu", "2014-2020.latlit.eu"))))
    assert found["programme-link"].outcome == "passed"


def test_a_page_without_a_sign_of_funding_is_not_judged_but_every_check_is_reported() -> None:
    report = judged(
        b"<html lang=en><body><h1>Opening hours</h1><p>The library is open from nine to five.</p></body></html>"
    )
    assert report.outcome == "inapplicable"
    assert report.headline == "no-sign"
    assert {r.check for r in report.results} == set(CHECKS)


def test_funded_holds_a_silent_page_to_the_rules() -> None:
    page = b"<html lang=en><body><h1>Opening hours</h1><p>The library is open from nine to five.</p></body></html>"
    assert judged(page, funded=True).outcome in ("failed", "needs_review")
    by_rules = judged(page, rules=["interreg-latvia-lithuania-2014-2020"])
    assert by_rules.outcome == "failed"
    assert by_rules.rule_packs[0].chosen_by == "user"


def test_the_emblem_is_recognised_by_its_description() -> None:
    assert results(judged(latvian(emblem=EMBLEM)))["emblem"].outcome == "passed"


def test_a_page_that_a_script_draws_is_not_judged() -> None:
    page = b'<html><body><div id="root"></div><script src="/app.js"></script></body></html>'
    report = judged(page)
    assert report.outcome == "needs_review"
    assert report.results[0].code == "drawn-by-script"


def test_the_suggestion_calls_the_publication_what_its_other_sentence_calls_it() -> None:
    article = "Šis raksts ir sagatavots ar Eiropas Savienības finansiālo atbalstu."
    result = results(judged(latvian(statement=article, disclaimer="")))["disclaimer"]
    assert (result.suggestion or "").startswith("Par šī raksta saturu pilnībā atbild {beneficiary}")


def test_prescribed_texts_in_another_language_are_for_a_person_to_judge() -> None:
    english = "This publication has been produced with the financial assistance of the European Union."
    answer = (
        "The contents of this publication are the sole responsibility of Upe Municipality and can under no "
        "circumstances be regarded as reflecting the position of the European Union."
    )
    found = results(judged(latvian(statement=english, disclaimer=answer)))
    assert {c for c, r in found.items() if r.outcome == "needs_review"} == {
        "funding-statement",
        "disclaimer",
        "language",
    }
