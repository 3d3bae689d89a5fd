"""The measure of differences from a register: each kind that is planted is told, and nothing else."""

import random
from pathlib import Path

import pytest
from benchmarks.audit import made
from benchmarks.audit.__main__ import TOLD

from publicity_check import check


def test_each_kind_of_planted_difference_is_told_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "OPERATIONS", 200)
    monkeypatch.setattr(made, "PUBLICATIONS", 18)
    monkeypatch.setattr(made, "PLANTED", 9)
    draw = random.Random(7)
    operations = made.operations(draw)
    made.register(tmp_path, operations)
    planted = made.publications(tmp_path, operations, draw)
    report = check([tmp_path / name for name in planted], config=tmp_path / "publicity-check.toml")
    told = {
        Path(p.path).name: {r.code for r in p.results if r.outcome in ("failed", "needs_review")}
        for p in report.publications
    }
    for name, kind in planted.items():
        assert any(code.startswith(TOLD) for code in told[name]) == bool(kind), (name, kind)
