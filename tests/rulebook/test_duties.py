"""Duties stand where the acts have them, to point and letter, and are as binding as their sources make them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from publicity_check.rulebook import builtin
from publicity_check.rulebook.common import SURE
from publicity_check.rulebook.packs import Duty, Pack

RULEBOOK = builtin()
TABLE = Path(__file__).parents[1] / "data" / "duties.toml"
ROWS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["duty"]
DUTIES = [(pack, duty) for pack in RULEBOOK.packs.values() for duty in (*pack.requirement, *pack.unchecked)]


def duty_of(row: dict[str, Any]) -> Duty:
    pack = RULEBOOK.packs[row["pack"]]
    known = {d.id: d for _, d in (*RULEBOOK.requirements(pack), *RULEBOOK.unchecked(pack))}
    return known[row["duty"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['pack']}/{row['duty']}")
def test_a_duty_is_what_its_source_makes_it(row: dict[str, Any]) -> None:
    duty = duty_of(row)
    cited = [f"{clause.act}, {clause.article}".rstrip(", ") for clause in RULEBOOK.clauses(duty)]
    found = {"level": duty.level, "basis": duty.basis, "cites": cited, "known": duty.known, "media": list(duty.media)}
    wanted = {key: row[key] for key in found if key in row}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(("pack", "duty"), DUTIES, ids=lambda part: part.id)
def test_no_duty_is_more_binding_than_what_is_known_of_it(pack: Pack, duty: Duty) -> None:
    assert duty.read or duty.known == "memory"
    if duty.level == "must":
        assert duty.known in SURE or (duty.basis, duty.known) == ("practice", "seen")
        assert duty.sources


@pytest.mark.parametrize(("pack", "duty"), DUTIES, ids=lambda part: part.id)
def test_a_contract_is_no_law(pack: Pack, duty: Duty) -> None:
    acts = {clause.act for clause in RULEBOOK.clauses(duty)}
    if any("Grant Agreement" in act or "grant agreement" in act for act in acts):
        assert duty.basis == "agreement"


POINTED = re.compile(r"^(Articles? \d+(\.\d+)*|Annex [IVXL\d]+|Article \d+ and Annex)")


def test_acts_of_the_union_are_cited_by_article_or_annex() -> None:
    regulations = [c for c in RULEBOOK.acts.values() if "Regulation (E" in c.act and c.article]
    assert [c.article for c in regulations if not POINTED.match(c.article)] == []


def test_a_pack_is_called_complete_only_where_its_own_rules_were_read() -> None:
    complete = [p for p in RULEBOOK.packs.values() if p.completeness == "complete"]
    assert [p.id for p in complete if any(d.known not in SURE for d in p.requirement if d.check != "budget")] == []
