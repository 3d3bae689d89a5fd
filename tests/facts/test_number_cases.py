"""Tables of pages and the project numbers on them, in all languages, read as a file would be."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from publicity_check.facts.finder import finder_for
from publicity_check.facts.numbers.context import Introducers
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


@pytest.mark.parametrize("name", ["found", "none", "whose"])
@pytest.mark.parametrize("size", [2, 4, 7])
def test_pieces_in_which_no_word_introduces_a_number_hold_the_numbers_that_are_found_without_asking(
    name, size, monkeypatch
):
    def found():
        return [[(n.value, n.span, n.introduced_by, n.damage) for n in numbers(case)] for case in cases]

    texts = ((param.values[0], re.sub("<[^>]*>", " ", param.values[0]["html"]).split()) for param in table(name))
    pieces = (
        (case, [" ".join(words[at : at + size]) for at in range(0, len(words), max(1, size - 1))])
        for case, words in texts
    )
    cases = [{**case, "html": "".join(f"<p>{piece}</p>" for piece in parts)} for case, parts in pieces]
    quickly = found()
    monkeypatch.setattr(Introducers, "quiet", lambda _self, _text: False)
    assert quickly == found()
    assert any(quickly) or name == "none"
