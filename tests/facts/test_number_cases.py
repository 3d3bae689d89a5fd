"""Tables of pages and the project numbers on them, in all languages, read as a file would be."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from publicity_check.facts.finder import finder_for
from publicity_check.readers import read_bytes
from publicity_check.rulebook import builtin

TABLES = Path(__file__).parents[1] / "data" / "numbers"


def table(name):
    cases = tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=f"{case['language']}-{i}") for i, case in enumerate(cases)]


def numbers(case):
    page = f'<html lang="{case["language"]}"><body>{case["html"]}</body></html>'.encode()
    return finder_for(builtin()).find(read_bytes(page, "page.html")).project_numbers


@pytest.mark.parametrize("case", table("found"))
def test_numbers_are_found_whole_behind_any_label_and_in_any_shape(case):
    found = numbers(case)
    assert [n.value for n in found] == case["numbers"]
    assert {n.damage for n in found} == {case.get("damage", "")}
    if kind := case.get("kind"):
        assert {n.kind for n in found} == {kind}


@pytest.mark.parametrize("case", table("none"))
def test_numbers_of_something_else_are_no_project_numbers(case):
    assert [n.value for n in numbers(case)] == []


def test_the_tables_hold_every_language():
    spoken = Counter(param.values[0]["language"] for name in ("found", "none") for param in table(name))
    assert set(spoken) == set(builtin().languages)


@pytest.mark.parametrize("case", table("whose"))
def test_numbers_of_projects_that_are_merely_mentioned_are_cited(case):
    roles = {n.value: n.role for n in numbers(case)}
    assert sorted(v for v, role in roles.items() if role == "own") == sorted(case["own"])
    assert sorted(v for v, role in roles.items() if role == "cited") == sorted(case["cited"])


@pytest.mark.parametrize(
    ("fund", "told"),
    [
        ("Euroopan maaseuturahasto", True),
        ("Euroopan meri-, kalatalous- ja vesiviljelyrahasto", False),
        ("", True),
    ],
)
def test_a_number_of_a_weak_kind_beside_another_fund_tells_nothing_of_its_programme(fund, told):
    found = numbers({"language": "fi", "html": f"<p>Hankenumero 118204. {fund}</p>"})
    assert [(n.value, bool(n.packs)) for n in found] == [("118204", told)]
