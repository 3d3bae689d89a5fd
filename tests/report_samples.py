"""Reports built by hand: one publication with several defects, one in order, one unfunded, one unreadable."""

from decimal import Decimal

from msgspec.structs import replace

from publicity_check.facts.model import (
    Amount,
    Bounded,
    Facts,
    FundMention,
    ImageFact,
    Language,
    LinkFact,
    MoodMention,
    Note,
    PeriodMention,
    ProgrammeMention,
    ProjectMention,
    ProjectNumber,
    Rate,
    Statement,
    UnionMention,
    YearMention,
)
from publicity_check.publication import Block, Image, Link, Locator, Publication, Region, Span
from publicity_check.results import (
    ChosenPack,
    Kind,
    Outcome,
    PublicationReport,
    Reason,
    Report,
    Result,
    Suppression,
)
from publicity_check.rulebook.common import Clause
from publicity_check.values.message import Message, Money, Percent, Quote, Term

PACK = "interreg-latvia-lithuania-2014-2020"
DISCLAIMER = (
    "Par šīs publikācijas saturu pilnībā atbild Rīta pagasta pārvalde, un tas nekādos apstākļos nav uzskatāms par "
    "Eiropas Savienības oficiālo nostāju."
)
TEXTS = (
    ("Jauna lasītava bērniem", "heading", Region.MAIN),
    (
        "Projekta kopējās izmaksas ir 176 680,75 EUR, no tām ERAF 150 187,64 EUR (85 %).",
        "paragraph",
        Region.MAIN,
    ),
    ("Projekts LLI-999 <b>nav</b> & 'citāts' \"šeit\"", "paragraph", Region.MAIN),
    ("Šī publikācija ir sagatavota ar Eiropas Savienības finansiālo atbalstu.", "paragraph", Region.FOOTER),
    ("www.latlit.eu", "paragraph", Region.FOOTER),
    ("logo.png", "alt", Region.ALT_TEXT),
)


def locate(block: int, offset: int) -> Locator:
    return Locator(line=10 + 2 * block, column=3 + offset, path=f"html/body/p[{block}]")


def publication() -> Publication:
    blocks = tuple(
        Block(index, text, region, kind, heading=None if index == 0 else 0)
        for index, (text, kind, region) in enumerate(TEXTS)
    )
    return Publication(
        name="site/lasītava 1.html",
        format="html",
        sha256="a" * 64,
        blocks=blocks,
        links=(Link("https://www.latlit.eu/", "www.latlit.eu", 4, Span.within(4, 0, 13)),),
        images=(Image(("logo.png",), "logo.png", (), 5),),
        language="lv",
        locate=locate,
    )


def span_of(quote: str) -> Span:
    for index, (text, _, _) in enumerate(TEXTS):
        start = text.find(quote)
        if start >= 0:
            return Span.within(index, start, start + len(quote))
    raise AssertionError(quote)


def facts() -> Facts:
    return Facts(
        language=Language("lv", "declared", "lv"),
        statements=(
            Statement(
                "funding-statement", ("annex-xii",), "lv", span_of(TEXTS[3][0]), 1.0, {"material": "publikācija"}
            ),
        ),
        links=(
            LinkFact("https://www.latlit.eu/", "www.latlit.eu", "www.latlit.eu", span_of("www.latlit.eu"), True, True),
        ),
        project_numbers=(ProjectNumber("LLI-999", "LLI-999", "lli", (PACK,), span_of("LLI-999")),),
        amounts=(
            Amount(
                Decimal("176680.75"),
                "EUR",
                "176 680,75 EUR",
                span_of("176 680,75 EUR"),
                scope="project",
                share="total",
                project="LLI-999",
                number_style="blank-comma",
            ),
            Amount(Decimal("1.2E+6"), "EUR", "1,2 milj. EUR", span_of("150 187,64 EUR"), approximate=True),
        ),
        rates=(Rate(Decimal(85), "85 %", span_of("85 %"), share="eu", base="total"),),
        programmes=(ProgrammeMention("latlit", (PACK,), span_of("latlit")),),
        funds=(FundMention("ERDF", "ERAF", span_of("ERAF"), "lv", abbreviated=True),),
        union_names=(UnionMention("Eiropas Savienība", ("lv",), span_of("Eiropas Savienība")),),
        project_nouns=(ProjectMention("Projekta", span_of("Projekta")),),
        years=(YearMention(2020, span_of("Jauna")),),
        periods=(PeriodMention("2014-2020", span_of("Jauna lasītava")),),
        moods=(MoodMention("past", "Jauna", span_of("Jauna")),),
        images=(ImageFact(0, "may-carry-text", "logo.png", span_of("logo.png")),),
        bounded=(Bounded("figures-partly-compared", 12, span_of("Jauna")),),
    )


EU = "europa.eu"
UNREAD = Message("unread-embedded", {"what": Term("embedded", "object"), "address": Quote("film.swf")})
FORMER_SITE = Note("link-former-site", {"found": "latlit.lv", "site": "latlit.eu"})
WRONG = Money(Decimal("150187.64"), "EUR", "150 187,64 EUR")
CLAUSE = Clause(act="Programme manual, version 6", article="section 8.3", url="https://latlit.eu/manual")


def result(check: str, outcome: Outcome, **more: object) -> Result:
    values = {
        "project": "LLI-999",
        "requirement": f"{PACK}/{check}",
        "level": "must",
        "basis": "programme",
        "kind": None,
        "code": "number-present",
        "values": {"number": f"about {check}"},
        "legal_basis": (CLAUSE,),
        **more,
    }
    return Result(check=check, outcome=outcome, **values)


def results() -> tuple[Result, ...]:
    text = publication()
    statement = text.evidence(span_of(TEXTS[3][0]))
    total, share = text.evidence(span_of("176 680,75 EUR")), text.evidence(span_of("150 187,64 EUR"))
    return (
        result("funding-statement", Outcome.PASSED, evidence=(statement,), basis="law"),
        result(
            "disclaimer",
            Outcome.FAILED,
            kind=Kind.MISSING,
            code="statement-missing-beside",
            values={"what": Term("subject", "disclaimer"), "other": Term("beside", "funding-statement")},
            suggestion=DISCLAIMER,
            basis="practice",
            ask="Publications carry the disclaimer.",
        ),
        result("programme-name", Outcome.PASSED),
        result("fund-name", Outcome.PASSED),
        result(
            "programme-link",
            Outcome.PASSED,
            notes=(Note("link-former-site", {"found": "latlit.lv", "site": "latlit.eu"}),),
        ),
        result(
            "eu-link",
            Outcome.FAILED,
            kind=Kind.MISSING,
            level="should",
            code="link-missing",
            values={"site": "europa.eu"},
        ),
        result("project-number", Outcome.PASSED, evidence=(text.evidence(span_of("LLI-999")),)),
        result(
            "budget",
            Outcome.FAILED,
            kind=Kind.CONFLICTING,
            code="share-slip",
            values={
                "share": WRONG,
                "wrong": WRONG,
                "rate": Percent(Decimal(85), "85"),
                "base": Money(Decimal("176680.75"), "EUR", "176 680,75 EUR"),
                "right": Money(Decimal("150178.64"), "EUR", "150 178,64 EUR"),
                "slip": Term("slip", "swapped"),
            },
            legal_basis=(CLAUSE, Clause(act="Regulation (EU) No 1303/2013", article="Article 115")),
            evidence=(share, total),
        ),
        result("emblem", Outcome.NEEDS_REVIEW, code="emblem-perhaps", values={"picture": Quote("logo.png")}),
        result("language", Outcome.INAPPLICABLE, code="language-no-texts", values={}),
    )


def pack() -> ChosenPack:
    return ChosenPack(
        id=PACK,
        chosen_by="detected",
        because=(Reason("names-number", {"number": "LLI-999"}, publication().evidence(span_of("LLI-999"))),),
        project="LLI-999",
        unknown=("Rules for leaflets are not known.",),
        titles={"en": "Latvia–Lithuania 2014–2020", "lv": "Latvija–Lietuva 2014–2020"},
    )


def defective(**more: object) -> PublicationReport:
    text, found = publication(), facts()
    made = PublicationReport(
        path=text.name,
        outcome=Outcome.FAILED,
        sha256=text.sha256,
        format="html",
        language="lv",
        rule_packs=(pack(),),
        results=results(),
        facts=found,
        fact_evidence={name: tuple(text.evidence(f.span) for f in listed) for name, listed in found.lists()},
        unread=(UNREAD,),
        publication=text,
    )
    return replace(made, **more)


def in_order(path: str = "site/good.html") -> PublicationReport:
    fine = tuple(replace(r, outcome=Outcome.PASSED, kind=None, suggestion=None) for r in results())
    return defective(path=path, outcome=Outcome.PASSED, results=fine, unread=())


def unfunded(path: str = "site/contacts.html") -> PublicationReport:
    return PublicationReport(
        path=path,
        outcome=Outcome.INAPPLICABLE,
        sha256="b" * 64,
        format="html",
        headline="no-sign",
        results=tuple(result(r.check, Outcome.INAPPLICABLE, code="no-sign", values={}) for r in results()),
    )


def unreadable(path: str = "site/broken.docx") -> PublicationReport:
    return PublicationReport(path=path, outcome=Outcome.ERROR, error="site/broken.docx: is a PDF, not a Word document")


def report(*publications: PublicationReport, **more: object) -> Report:
    return Report(publications or (defective(),), rules_version="0.1.0", rules_sha256="c" * 64, **more)


def suppressed(one: Result) -> Result:
    return replace(one, suppressed=Suppression("agreed with the programme", "publicity-check.toml", "2027-01-31"))
