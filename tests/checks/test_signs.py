"""What makes a publication one of an EU-funded project, and what only hints at it."""

import pytest

from publicity_check import check
from publicity_check.checks.model import PublicationReport

PASSING = (
    "Die neuen Züge fahren ab Mai. Sie wurden von der Europäischen Union kofinanziert, sagte der Sprecher der Bahn, "
    "die nun mit vollen Wagen rechnet."
)
FILLER = "Wir berichten jede Woche über Neues aus der Stadt, ihren Vereinen, Schulen und Betrieben."


def judged(*paragraphs: str, lang: str) -> PublicationReport:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    page = f'<html lang="{lang}"><body><main>{body}</main></body></html>'
    return check(page.encode(), name="page.html").publications[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("da", "Fonden har bevilget 2 mio. kr. til museets nye fløj."),
        ("hr", "Vijeće je usvojilo proračun od 12 milijuna eura. Od toga 3 milijuna eura dolazi iz EU fondova."),
        ("fi", "Haku alkaa. EU:n maaseuturahaston osarahoittamia hankkeita tuetaan enintään 100 000 eurolla."),
    ],
)
def test_money_of_any_foundation_town_or_call_is_no_sign(lang: str, text: str) -> None:
    assert judged(text, lang=lang).rule_packs == ()


def test_the_union_share_of_a_project_is_a_sign() -> None:
    report = judged(
        "Projekt „Uferweg“: Gesamtkosten 200.000 Euro, davon 120.000 Euro EFRE-Mittel der Europäischen Union.",
        lang="de",
    )
    assert report.rule_packs


def test_a_statement_in_passing_in_a_text_without_a_project_is_for_a_person_to_judge() -> None:
    report = judged(
        FILLER,
        PASSING,
        lang="de",
    )
    assert (report.rule_packs, report.outcome) == ((), "needs_review")
    assert report.results[0].values["hint"] == "it says “Europäischen Union kofinanziert” in passing"


@pytest.mark.parametrize(
    "more", ["Das Projekt „Neue Züge“ endet im Mai.", "<b>Kofinanziert von der Europäischen Union</b>"]
)
def test_a_project_or_a_statement_of_its_own_makes_it_certain(more: str) -> None:
    report = judged(
        FILLER,
        PASSING,
        more,
        lang="de",
    )
    assert report.rule_packs


def test_a_disclaimer_that_names_no_authority_says_so() -> None:
    report = judged(
        "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
        "necessarily reflect those of the European Union. Neither the European Union nor the granting authority can be "
        "held responsible for them.",
        "The Horizon Europe project Salt Harbour, grant agreement 101069999.",
        lang="en",
    )
    (disclaimer,) = [r for r in report.results if r.check == "disclaimer"]
    assert (disclaimer.outcome, disclaimer.kind) == ("failed", "incomplete")
    assert disclaimer.message == "The disclaimer does not name the granting authority."


def test_a_programme_known_for_another_period_only_does_not_choose_its_rules() -> None:
    report = judged(
        "Projet cofinancé par le Fonds européen de développement régional dans le cadre du programme FEDER-FSE+ "
        "Nouvelle-Aquitaine 2021-2027.",
        lang="fr",
    )
    assert {i for p in report.rule_packs for i in (p.id, *p.candidates) if i.endswith("2014-2020")} == set()
    (statement,) = [r for r in report.results if r.check == "funding-statement"]
    assert statement.outcome == "failed"


def test_the_name_of_a_call_names_horizon_europe() -> None:
    report = judged("Call: HORIZON-CL5-2022-D5-01. Grant agreement 101095321.", lang="en")
    assert [p.id for p in report.rule_packs] == ["horizon-europe-2021-2027"]


def test_a_disclaimer_in_words_of_its_own_is_for_a_person_to_judge() -> None:
    report = judged(
        FILLER,
        "The editors alone are responsible for this page. It does not reflect the opinion of the European Union.",
        lang="en",
    )
    assert (report.rule_packs, report.outcome) == ((), "needs_review")


def test_views_that_are_not_those_of_partners_are_no_sign() -> None:
    report = judged(
        FILLER,
        "The contents are the sole responsibility of the youth network and do not necessarily reflect the views of "
        "its partners.",
        lang="en",
    )
    assert (report.rule_packs, report.outcome) == ((), "inapplicable")
