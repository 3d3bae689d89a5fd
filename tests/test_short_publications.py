"""Short publications in every language, as press officers write them: funded ones and such as only look so."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check

DATA = Path(__file__).parent / "data"
ORDER = ("error", "failed", "needs_review", "passed", "inapplicable")


def table(name):
    listed = tomllib.loads((DATA / f"publications_{name}.toml").read_text("utf-8"))["publication"]
    return [pytest.param(one, id=f"{one['language']}: {one['about']}") for one in listed]


def judged(publication):
    page = f'<!DOCTYPE html><html lang="{publication["language"]}"><body>{publication["html"]}</body></html>'
    return check(page.encode(), name="page.html").publications[0]


@pytest.mark.parametrize("publication", table("not_funded"))
def test_what_is_not_funded_is_left_alone(publication):
    outcome = judged(publication).outcome
    assert outcome == publication.get("outcome", "inapplicable")


@pytest.mark.parametrize("publication", table("funded"))
def test_what_is_funded_is_judged_as_a_person_would(publication):
    report = judged(publication)
    outcomes = {}
    for result in report.results:
        outcomes.setdefault(result.check, []).append(str(result.outcome))
    have = {check: min(found, key=ORDER.index) for check, found in outcomes.items()} | {"*": str(report.outcome)}
    wrong = {check: have[check] for check, wanted in publication["expect"].items() if have[check] not in wanted}
    assert wrong == {}
    roles = {n.value: n.role for n in report.facts.project_numbers}
    assert {v for v, role in roles.items() if role == "own"} == set(publication.get("own", ()))
    assert {v for v, role in roles.items() if role == "cited"} >= set(publication.get("cited", ()))
