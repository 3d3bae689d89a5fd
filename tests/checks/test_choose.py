"""Which rules a publication is judged by, and why."""

import pytest

from pages import LINKS, PROGRAMME, latvian
from publicity_check import check, say
from publicity_check.results import PublicationReport, Result

LATLIT = "interreg-latvia-lithuania-2014-2020"
MGA = (
    "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the "
    "European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor "
    "EACEA can be held responsible for them."
)
EMBLEM = '<img src="eu-emblem.png" alt="Emblem of the European Union">'


def judged(body: str | bytes, language: str = "en", **options: object) -> PublicationReport:
    page = body if isinstance(body, bytes) else f"<html lang={language}><body>{body}</body></html>".encode()
    return check(page, name="page.html", **options).publications[0]  # type: ignore[arg-type]


def packs(report: PublicationReport) -> list[str]:
    return [pack.id for pack in report.rule_packs]


def of(report: PublicationReport, check_name: str, project: str | None = None) -> list[Result]:
    return [r for r in report.results if r.check == check_name and (project is None or r.project == project)]


def test_the_user_comes_first() -> None:
    report = judged(latvian(), rules=["interreg-2021-2027"])
    assert packs(report) == ["interreg-2021-2027"]
    assert report.rule_packs[0].chosen_by == "user"


@pytest.mark.parametrize(
    ("body", "pack", "code"),
    [
        ("<p>Project LLI-422. Funded by the European Union.</p>", LATLIT, "names-number"),
        (
            '<p>Co-funded by the European Union, 2025. <a href="https://interreg-baltic.eu/x">Project</a></p>',
            "interreg-baltic-sea-region-2021-2027",
            "names-site",
        ),
        (
            "<p>Our project is funded by the European Union within the Interreg V-A Latvia – Lithuania Programme.</p>",
            LATLIT,
            "names-programme",
        ),
        (f"<p>Funded by the European Union. {MGA}</p>", "direct-management-2021-2027", "uses-wording"),
        (
            "<p>Co-funded by the European Union. The money comes from the European Social Fund Plus.</p>",
            "esf-plus-2021-2027",
            "names-fund",
        ),
    ],
)
def test_number_site_name_wording_and_fund_lead_to_the_rules(body: str, pack: str, code: str) -> None:
    report = judged(body)
    assert packs(report) == [pack]
    reasons = report.rule_packs[0].because
    assert code in [r.code for r in reasons]
    assert all(r.evidence for r in reasons if r.code.startswith(("names-", "uses-")) and r.code != "names-period")


def test_where_nothing_decides_only_what_all_rules_share_is_judged() -> None:
    report = judged(f"<p>Our project is co-funded by the European Union.</p>{EMBLEM}")
    chosen = report.rule_packs[0]
    assert not chosen.certain
    assert len(chosen.candidates) > 1
    assert [r.outcome for r in of(report, "funding-statement")] == ["passed"]
    assert [r.outcome for r in of(report, "disclaimer")] == ["needs_review"]
    assert report.outcome == "needs_review"


def test_a_programme_named_without_its_period_is_dated_by_the_page() -> None:
    named = "Interreg Central Baltic project. Co-funded by the European Union."
    assert packs(judged(f"<p>{named} The kick-off was on 3 May 2017.</p>")) == ["interreg-central-baltic-2014-2020"]
    assert packs(judged(f"<p>{named} The kick-off was on 3 May 2025.</p>")) == ["interreg-central-baltic-2021-2027"]


def test_two_projects_of_two_programmes_are_judged_one_by_one() -> None:
    report = judged(
        "<h2>SOLARIS</h2><p>This project has received funding from the European Union’s Horizon 2020 research and "
        "innovation programme under grant agreement No 732463.</p>"
        "<h2>TEACHWELL</h2><p>TEACHWELL (2022-1-LV01-KA220-SCH-000087654) trains teachers. Co-funded by the European "
        f"Union. {MGA}</p>{EMBLEM}"
    )
    assert packs(report) == ["horizon-2020-2014-2020", "erasmus-plus-2021-2027"]
    first, second = "732463", "2022-1-LV01-KA220-SCH-000087654"
    assert [r.outcome for r in of(report, "disclaimer", first)] == ["failed"]
    assert [r.kind for r in of(report, "disclaimer", first)] == ["missing"], "the other project's is none of its own"
    assert [r.outcome for r in of(report, "disclaimer", second)] == ["passed"]
    assert [r.outcome for r in of(report, "project-number", second)] == ["passed"]


def test_a_number_of_another_programme_than_site_and_name_say_conflicts() -> None:
    report = judged(latvian(number="2022-1-LV01-KA220-SCH-000087654"))
    assert packs(report) == [LATLIT]
    assert [(r.outcome, r.kind) for r in of(report, "project-number")] == [("failed", "conflicting")]


def test_a_programme_named_beside_a_number_of_another_conflicts() -> None:
    other = PROGRAMME.replace("Latvijas–Lietuvas", "Igaunijas–Latvijas")
    report = judged(latvian(programme=other, links=LINKS.split(";")[1]))
    assert "number-other-programme" in [r.code for r in of(report, "project-number")]


@pytest.mark.parametrize(
    ("code", "pack"),
    [("KA220-SCH", "erasmus-plus-2021-2027"), ("ESC30-VTJ", "european-solidarity-corps-2021-2027")],
)
def test_the_action_in_a_number_tells_the_programme(code: str, pack: str) -> None:
    assert packs(judged(f"<p>Project 2022-1-LV01-{code}-000087654. Co-funded by the European Union.</p>")) == [pack]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The project “Green River” is carried out within the Interreg Central Baltic programme.</p>",
        "<p>Das Projekt wird im Rahmen von Erasmus+ durchgeführt.</p>",
    ],
)
def test_a_programme_named_with_a_project_is_for_a_person_to_judge(body: str) -> None:
    report = judged(body)
    assert report.outcome == "needs_review"
    assert {r.code for r in report.results} == {"perhaps-funded"}


@pytest.mark.parametrize(
    "body",
    [
        "<p>The call of the Erasmus+ programme opens in March; 40 projects may be funded.</p>",
        "<p>The European Social Fund was founded in 1957.</p>",
    ],
)
def test_a_programme_or_fund_that_is_merely_mentioned_is_no_sign(body: str) -> None:
    assert judged(body).outcome == "inapplicable"


def test_a_disclaimer_that_only_resembles_a_prescribed_one_is_no_sign() -> None:
    body = (
        "<p>The information on this website does not necessarily reflect the opinion of the European Commission, "
        "and the Commission is not responsible for it.</p>"
    )
    assert judged(body).outcome == "inapplicable"


def test_money_of_a_union_fund_is_for_a_person_to_judge_where_nothing_else_is_said() -> None:
    report = judged(
        "<p>The new library costs 6 250 000 EUR in all. 4 187 500 EUR come from the European Regional Development "
        "Fund, the town pays the rest.</p>"
    )
    assert report.outcome == "needs_review"
    assert {r.code for r in report.results} == {"perhaps-funded"}


LIFE = "<p>The project Quiet Marsh (LIFE18 NAT/LV/000123) is co-funded by the LIFE Programme of the European Union.</p>"


def test_a_sentence_that_names_its_programme_is_not_held_against_the_wording_of_another() -> None:
    statement = of(judged(LIFE + EMBLEM), "funding-statement")[0]
    assert (statement.outcome.value, "Erasmus" in say(statement)) == ("passed", False)


REVIEWED = "needs_review"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ('Interreg VI-A Romania-Bulgaria. <a href="https://www.interreg-rohu.eu">programme</a>', REVIEWED),
        ('Interreg VI-A Romania-Bulgaria. <a href="https://interregrobg.eu">programme</a>', "inapplicable"),
        (
            'Interreg VI-A Romania-Bulgaria. Our neighbours in <a href="https://www.interreg-rohu.eu">Interreg '
            "Romania-Hungary</a> dig, too.",
            "inapplicable",
        ),
    ],
)
def test_a_link_beside_the_programme_that_leads_to_another_is_asked_about(body: str, outcome: str) -> None:
    report = judged(f"<p>Co-funded by the European Union. {body}</p>{EMBLEM}")
    assert [r.outcome for r in of(report, "programme-link")] == [outcome]


def test_undecided_rules_ask_for_the_period_and_quote_no_law_of_one_of_them() -> None:
    report = judged("<p>Our LIFE project is co-funded by the European Union.</p>")
    assert {r.code for r in of(report, "disclaimer")} == {"rules-undecided-period"}
    [emblem] = of(report, "emblem")
    assert (emblem.outcome, emblem.legal_basis, emblem.requirement) == ("failed", (), "undecided/emblem")


def test_all_evidence_is_told_with_its_place_and_weight() -> None:
    report = judged(f"<h1>LIFE Programme</h1><p>Co-funded by the European Union.</p><nav>Erasmus+</nav>{EMBLEM}")
    told = {piece.kind: piece for piece in report.rule_packs[0].evidence if piece.kind != "name"}
    names = [(p.place, p.weight, p.packs[-1]) for p in report.rule_packs[0].evidence if p.kind == "name"]
    assert names == [("title", 6.5, "life-2021-2027"), ("menu", 0.0, "erasmus-plus-2021-2027")]
    assert told["wording-shared"].weight == 1.0
    assert next(iter(report.rule_packs[0].scores)) == "life-2014-2020"
