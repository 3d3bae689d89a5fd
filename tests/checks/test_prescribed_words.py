"""Words that a programme prescribes: a slogan, "Interreg", the fund and not its like, the co-funded form alone."""

from typing import Any

import pytest

from publicity_check import check

EMBLEM = '<img src="eu-emblem.png" alt="European Union">'
LATVIA, FINLAND = "latvia-growth-and-employment-2014-2020", "finland-structural-funds-2014-2020"
JAK, TAK, CZECHIA = "czechia-op-jak-2021-2027", "czechia-op-tak-2021-2027", "czechia-programmes-2021-2027"
SWEDEN, ESF, ERASMUS = "sweden-esf-2014-2020", "esf-2014-2020", "erasmus-plus-2014-2020"
RURAL = "Európsky poľnohospodársky fond pre rozvoj vidieka: Európa investuje do vidieckych oblastí"


@pytest.mark.parametrize(
    ("rules", "language", "body", "name", "outcome", "level"),
    [
        (
            LATVIA,
            "lv",
            "<p>Ieguldījums Tavā nākotnē!</p>",
            "slogan",
            "passed",
            "must",
        ),
        (LATVIA, "lv", "<p>Ieguldījums nākotnē</p>", "slogan", "failed", "must"),
        (LATVIA, "lv", f"<p>Tilts</p>{EMBLEM}", "slogan", "inapplicable", "must"),
        (FINLAND, "fi", "<p>Vipuvoimaa EU:lta</p>", "slogan", "passed", "must"),
        (
            FINLAND,
            "sv",
            '<img src="x.png" alt="Hävkraft från EU">',
            "slogan",
            "passed",
            "must",
        ),
        ("hungary-szechenyi-2020-2014-2020", "hu", "<p>Befektetés a jövőbe.</p>", "slogan", "passed", "should"),
        ("hungary-szechenyi-2020-2014-2020", "hu", "<p>A jövő</p>", "slogan", "failed", "should"),
        ("croatia-human-resources-2014-2020", "hr", "<p>Zajedno do fondova EU</p>", "slogan", "passed", "should"),
        ("finland-innovation-and-skills-2021-2027", "fi", "<p>Vipuvoimaa EU:sta</p>", "slogan", "failed", "must"),
        ("finland-innovation-and-skills-2021-2027", "fi", "<p>Uusi silta</p>", "slogan", "passed", "must"),
        ("eafrd-2014-2020", "sk", f"<p>{RURAL}</p>", "slogan", "passed", "must"),
        ("eafrd-2014-2020", "sk", f"<p>{RURAL[:49]}</p>", "slogan", "failed", "must"),
        ("interreg-danube-2021-2027", "de", "<p>Ein Interreg-Projekt</p>", "programme-name", "passed", "must"),
        ("interreg-bulgaria-serbia-2021-2027", "bg", "<p>Проект по Интеррег</p>", "programme-name", "passed", "must"),
        ("interreg-danube-2021-2027", "de", f"<p>Die Donau</p>{EMBLEM}", "programme-name", "needs_review", "must"),
        ("interreg-danube-2021-2027", "de", "<p>Die Donau</p>", "programme-name", "failed", "must"),
        (ERASMUS, "en", "<p>The Erasmus+ Programme</p>", "programme-name", "passed", "must"),
        (ERASMUS, "en", "<p>The European Union</p>", "programme-name", "failed", "must"),
        (ESF, "en", "<p>European Social Fund</p>", "fund-name", "passed", "must"),
        (
            ESF,
            "pl",
            "<p>Europejskie fundusze strukturalne i inwestycyjne</p>",
            "fund-name",
            "failed",
            "must",
        ),
        ("esif-2014-2020", "en", "<p>European Structural and Investment Funds</p>", "fund-name", "passed", "must"),
        (
            JAK,
            "cs",
            "<p>Spolufinancováno Evropskou unií</p>",
            "funding-statement",
            "passed",
            "must",
        ),
        (JAK, "cs", "<p>Financováno Evropskou unií</p>", "funding-statement", "failed", "must"),
        (TAK, "cs", "<p>Financováno Evropskou unií</p>", "funding-statement", "failed", "must"),
        (
            CZECHIA,
            "cs",
            "<p>Financováno Evropskou unií</p>",
            "funding-statement",
            "passed",
            "must",
        ),
        (
            SWEDEN,
            "sv",
            "<p>Medfinansieras av Europeiska unionen</p>",
            "funding-statement",
            "passed",
            "must",
        ),
        ("life-2014-2020", "en", "<p>A river</p>", "funding-statement", "failed", "should"),
    ],
)
def test_words_that_a_programme_prescribes(
    rules: str, language: str, body: str, name: str, outcome: str, level: str
) -> None:
    page = f'<html lang="{language}"><body>{body}</body></html>'.encode()
    results = [r for r in check(page, name="page.html", rules=[rules]).publications[0].results if r.check == name]
    assert [(r.outcome, r.level) for r in results] == [(outcome, level)]


@pytest.mark.parametrize(
    ("medium", "outcome"),
    [("press-release", "inapplicable"), ("document", "failed"), ("website", "failed"), (None, "failed")],
)
def test_a_press_release_in_estonia_needs_no_picture(medium: Any, outcome: str) -> None:
    page = b'<html lang="et"><body><p>Kaasrahastanud Euroopa Liit</p></body></html>'
    report = check(page, name="page.html", rules=["estonia-cohesion-2021-2027"], medium=medium)
    assert [r.outcome for r in report.publications[0].results if r.check == "emblem"] == [outcome]


def test_a_programme_named_without_the_word_prescribed_is_told_where_a_logo_may_show_it() -> None:
    for picture, outcome in ((EMBLEM, "passed"), ("", "failed")):
        page = f"<p>The URBACT IV Programme pays.</p>{picture}".encode()
        report = check(page, name="page.html", rules=["urbact-2021-2027"])
        (result,) = (r for r in report.publications[0].results if r.check == "programme-name")
        assert (result.outcome, [note.code for note in result.notes]) == (
            outcome,
            ["term-perhaps-pictured"] if picture else [],
        )
