"""Acts stand in one file, each needed by a pack, and are cited in the reader's language."""

import pytest

from publicity_check import api
from publicity_check.reports import ReportOptions, render
from publicity_check.rulebook import builtin

RULEBOOK = builtin()


def test_each_clause_is_the_basis_of_a_duty() -> None:
    named = {
        clause
        for pack in RULEBOOK.packs.values()
        for duty in (*pack.requirement, *pack.unchecked)
        for clause in duty.clauses
    }
    assert {identifier for identifier, clause in RULEBOOK.acts.items() if clause.article} - named == set()


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("en", "Regulation (EU) 2021/1059, Article 36(4)(a)"),
        ("lv", "Regula (ES) 2021/1059, 36. panta 4. punkta a) apakšpunkts"),
        ("lt", "Reglamentas (ES) 2021/1059, 36 straipsnio 4 dalies a punktas"),
    ],
)
def test_an_act_of_the_union_is_cited_in_the_language_of_the_reader(language: str, cited: str) -> None:
    report = api.check(b"<p>A river.</p>", name="page.html", rules=("interreg-europe-2021-2027",))
    assert cited in " ".join(render("text", report, ReportOptions(language=language)).split())
    assert report.publications[0].results[0].legal_basis[0].act.startswith("Regulation (EU)")


def test_of_a_programme_that_is_only_recognised_none_of_its_own_duties_is_known() -> None:
    recognised = RULEBOOK.packs["interreg-italy-switzerland-2014-2020"]
    assert recognised.not_known == (
        "The programme's own rules on disclaimer, links, project number and logos are not known.",
    )
