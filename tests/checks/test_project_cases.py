"""What the table of pages with several projects, or one told twice, says of each of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from publicity_check import check
from publicity_check.results import worst

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "data" / "projects.toml").read_text("utf-8"))[
    "case"
]
EMBLEM = '<img src="eu.png" alt="EU emblem">'
DISCLAIMER = (
    "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the "
    "European Union or the European Research Executive Agency (REA). Neither the European Union nor the granting "
    "authority can be held responsible for them."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['about']}")
def test_each_project_is_judged_by_what_is_said_of_it(case: dict[str, Any]) -> None:
    body = case["html"].replace("{E}", EMBLEM).replace("{D}", DISCLAIMER)
    page = f'<html lang="{case["language"]}"><body>{body}</body></html>'.encode()
    report = check(page, name="page.html").publications[0]
    if "projects" in case:
        assert [chosen.project for chosen in report.rule_packs] == case["projects"]
    if "packs" in case:
        assert [chosen.id for chosen in report.rule_packs] == case["packs"]
    for said in case["says"]:
        about, _, outcomes = said.partition(" | ")
        project, name, outcome = about.rsplit(" ", 2)
        found = worst([r.outcome for r in report.results if r.check == name and (r.project or "-") == project])
        assert found in {outcome, *outcomes.split(" | ")} - {""}, said
