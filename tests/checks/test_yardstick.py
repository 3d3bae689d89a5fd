"""The profile is the yardstick: what a bound page says otherwise than declared is never in order."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec
import pytest

from pages import latvian
from publicity_check import Config, PublicationReport, check, read
from publicity_check.config.model import Project
from publicity_check.rulebook import load
from publicity_check.rulebook.common import CheckName

RULES = "interreg-latvia-lithuania-2014-2020"
TRUE: Mapping[str, Any] = {
    "number": "LLI-422",
    "acronym": "ZAUPE",
    "titles": {"lv": "Zaļā upe"},
    "rules": RULES,
    "period": "2014-2020",
    "site": "https://www.zalaupe.lv",
    "publisher": "Upes novada pašvaldība",
    "currency": "EUR",
    "total": "520000",
    "eu": "442000",
    "rate": "85",
    "fund": "ERDF",
    "paths": ["**"],
}
MORE = (
    '<p>Vairāk par to: <a href="https://www.zalaupe.lv">www.zalaupe.lv</a>. Programmas nosaukums: Interreg V-A '
    "Latvijas–Lietuvas pārrobežu sadarbības programma 2014.–2020. gadam.</p>"
)
AUTHORITY = (
    "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
    "necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). "
    "Neither the European Union nor EACEA can be held responsible for them."
)
RATED = (
    "Kopējās projekta izmaksas ir 520 000,00 EUR. Eiropas Reģionālās attīstības fonda līdzfinansējums ir "
    "442 000,00 EUR (85 %)."
)
ELIGIBLE = "Projekta attiecināmās izmaksas ir 520 000,00 EUR, ERAF līdzfinansējums ir 442 000,00 EUR (85 %)."
SHARED_OUT = "Partnera Kalna muzeja kopējais budžets ir 20 000,00 EUR."
UNTOLD = {"rules", "paths", "currency", "numbers"}
"""Keys that say how a page is judged, and what may stand on it beside."""


def judged(page: bytes, **profile: Any) -> PublicationReport:
    config = msgspec.convert({"project": [profile]}, Config, strict=False)
    (found,) = check([read(page, name="page.html")], config=config).publications
    return found


def outcomes(page: bytes, name: str, **profile: Any) -> set[str]:
    return {r.outcome.value for r in judged(page, **profile).results if r.check == name}


@pytest.mark.parametrize(
    ("key", "name", "page", "declared", "other"),
    [
        ("number", "project-number", latvian(), "LLI-422", "LLI-424"),
        ("number", "project-number", latvian(), "LLI-422", "LLI-421"),
        ("number", "project-number", latvian(), "lli 422", "LLI-999"),
        ("number", "project-number", latvian(), "LLI-422", "101123456"),
        ("acronym", "project-number", latvian(number="LLI-422 (ZAUPE)"), "ZAUPE", "ZAPUE"),
        ("titles", "project-number", latvian(), {"lv": "Zaļā upe"}, {"lv": "Zaļā iela un taka"}),
        ("titles", "project-number", latvian(), {"lv": "Zaļā upe"}, {"lv": "Pilsētas siltumtīkli"}),
        ("period", "programme-name", latvian(more=MORE), "2014-2020", "2021-2027"),
        ("site", "programme-link", latvian(more=MORE), "https://zalaupe.lv", "https://zalupe.lv"),
        ("publisher", "disclaimer", latvian(), "Upes novada pašvaldība", "Kalna muzejs"),
        ("fund", "fund-name", latvian(), "ERAF", "ESF+"),
        ("total", "budget", latvian(), "520000", "530000"),
        ("eu", "budget", latvian(), "442000", "424000"),
        ("eligible", "budget", latvian(budget=ELIGIBLE), "520000", "510000"),
        ("rate", "budget", latvian(budget=RATED), "85", "80"),
        (
            "partners",
            "budget",
            latvian(budget=SHARED_OUT),
            [{"name": "Kalna muzejs", "total": "20000"}],
            [{"name": "Kalna muzejs", "total": "21000"}],
        ),
    ],
)
def test_what_differs_from_a_declared_value_never_passes(
    key: str, name: str, page: bytes, declared: object, other: object
) -> None:
    assert outcomes(page, name, **{**TRUE, key: declared}) == {"passed"}
    wrong = judged(page, **{**TRUE, key: other})
    told = [r for r in wrong.results if r.check == name]
    assert not {r.outcome.value for r in told} & {"passed", "inapplicable"}
    assert any((r.level, r.basis) == ("must", "consistency") for r in told)
    assert wrong.outcome.value in {"failed", "needs_review"}


def test_another_authority_than_the_declared_one_is_asked_about() -> None:
    page = f"<html lang=en><body><p>Grant agreement No 101123456, Horizon Europe.</p><p>{AUTHORITY}</p>".encode()
    true = {"rules": "horizon-europe-2021-2027", "number": "101123456", "paths": ["**"]}
    same, other = (
        {r.code for r in judged(page, authority=name, **true).results if r.check == "disclaimer"}
        for name in ("EACEA", "European Research Executive Agency (REA)")
    )
    assert other - same == {"authority-not-declared"}


def test_every_declared_value_is_held_against_the_page() -> None:
    rows = test_what_differs_from_a_declared_value_never_passes.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {row[0] for row in rows} | {"authority"} | UNTOLD == set(Project.__struct_fields__)


WRONG = {
    **TRUE,
    "number": "LLI-999",
    "acronym": "KALNI",
    "titles": {"lv": "Kalni un lejas"},
    "site": "https://kalni.lv",
}
WRONG |= {"period": "2007-2013", "publisher": "Kalna muzejs", "fund": "ESF+", "total": "1", "eu": "2", "rate": "10"}


@pytest.mark.parametrize("name", get_args(CheckName))
def test_no_check_passes_a_page_of_another_project_on_what_is_declared(name: str) -> None:
    without_profile = {"eu-link", "emblem", "language", "funding-statement", "programme-link"}
    found = outcomes(latvian(more=MORE), name, **WRONG)
    assert ("passed" in found) == (name in without_profile)


BOUND = {
    "paths": {"paths": ["**"], "rules": RULES},
    "paths alone": {"paths": ["**"]},
    "acronym": {"acronym": "ZAUPE"},
    "title": {"titles": {"lv": "Zaļā upe pie robežas"}},
}


@pytest.mark.parametrize("other", ["LLI-423", "LLI-424", "LLI-999"])
@pytest.mark.parametrize("binding", BOUND)
def test_a_bound_page_carries_the_declared_number(binding: str, other: str) -> None:
    page = latvian(number=other, more="").replace("“Zaļā upe”".encode(), "ZAUPE “Zaļā upe pie robežas”".encode())
    report = judged(page, number="LLI-422", **BOUND[binding])
    told = [r for r in report.results if r.check == "project-number"]
    assert [(r.outcome.value, r.code, r.level) for r in told] == [("failed", "number-not-declared", "must")]
    assert {r.project for r in report.results} == {"LLI-422"}


BOOK = load()
KINDS = {
    kind: (next(p.id for p in BOOK.packs.values() if kind in p.numbers), *[e.value for e in data.examples][:2])
    for kind, data in BOOK.numbers.items()
    if data.needs != "both"
    and len({e.value for e in data.examples}) > 1
    and any(kind in p.numbers for p in BOOK.packs.values())
}
"""Forms that only their programme's own words make numbers ("needs" both) are left out: alone they are none."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_of_any_kind_is_held_against_the_declared_one(kind: str) -> None:
    pack, declared, other = KINDS[kind]
    languages = BOOK.numbers[kind].introducers
    language = "en" if "en" in languages or not languages else next(iter(languages))
    word = next(iter(languages.get(language, ())), "Project No.")
    title = BOOK.packs[pack].title["en"]
    page = f"<html lang={language}><body><p>{title}</p><p>{title}: {word} {{}}</p></body></html>"
    true = {"number": declared, "rules": pack, "paths": ["**"]}
    told = [r for r in judged(page.format(other).encode(), **true).results if r.check == "project-number"]
    assert told
    assert {(r.outcome.value, r.code) for r in told} <= {
        ("failed", "number-not-declared"),
        ("needs_review", "number-perhaps-not-declared"),
    }
    assert all(r.level == "must" for r in told)
    assert "passed" in outcomes(page.format(declared).encode(), "project-number", **true) or not asks_for_number(pack)


def asks_for_number(pack: str) -> bool:
    return any(duty.check == "project-number" for _, duty in BOOK.requirements(BOOK.packs[pack]))


@pytest.mark.parametrize(
    "number", ["LLI-422", "LLI‑422", "LLI - 422", "lli-422"], ids=["as declared", "no-break", "blanks", "small"]
)
def test_a_number_is_the_declared_one_however_its_signs_are_written(number: str) -> None:
    assert outcomes(latvian(number=number), "project-number", **TRUE) == {"passed"}


def test_a_second_project_may_stand_beside_the_declared_one() -> None:
    page = latvian(more="<h2>Cits stāsts</h2><p>Projekts “Kalni un lejas” Nr. LLI-111.</p>")
    assert outcomes(page, "project-number", **TRUE) == {"passed"}


def test_a_figure_that_contradicts_itself_fails_whatever_the_rules_ask() -> None:
    page = latvian(budget="Projekta kopējais budžets ir 100 000,00 EUR, no tiem ERAF 270 000,00 EUR.")
    report = judged(page, rules="horizon-europe-2021-2027", paths=["**"])
    told = {(r.outcome.value, r.level, r.basis) for r in report.results if r.check == "budget"}
    assert told == {("failed", "must", "consistency")}
