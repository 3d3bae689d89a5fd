"""Samples: the same population and seed give the same selection, and how it was drawn is written down."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import run
from publicity_check import ConfigError
from publicity_check.registers.sample import METHODS, Method, Unit, draw

UNITS = [Unit(f"A{n}", stratum="xyz"[n % 3 and n % 2 + 1], cents=n * 100) for n in range(1, 101)]


def test_what_was_drawn_once_is_drawn_always() -> None:
    assert [u.id for u in draw(UNITS, "simple", "2026", 4)] == ["A43", "A45", "A48", "A8"]  # by sha256sum
    assert [u.id for u in draw(UNITS, "monetary", "2026", 4)] == ["A43", "A52", "A89", "A92"]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=60), st.text(max_size=5), st.integers(1, 60))
def test_the_order_of_the_population_is_of_no_matter(cents: list[int], seed: str, size: int) -> None:
    units = [Unit(str(n), stratum=str(c % 4), cents=c + 1) for n, c in enumerate(cents)]
    size = min(size, len(units))
    for method in METHODS:
        drawn = draw(units, method, seed, size)
        assert drawn == draw(units[::-1], method, seed, size)
        assert len({u.id for u in drawn}) == len(drawn)
        assert len(drawn) == size if method != "monetary" else len(drawn) <= size


@given(st.integers(3, 100), st.integers())
def test_each_stratum_gives_its_part(size: int, seed: int) -> None:
    drawn = Counter(u.stratum for u in draw(UNITS, "stratified", str(seed), size))
    for stratum, count in Counter(u.stratum for u in UNITS).items():
        assert abs(drawn[stratum] - size * count / 100) < 2
        assert drawn[stratum] >= 1


def test_what_is_longer_than_the_interval_is_always_drawn() -> None:
    units = [Unit("large", cents=50_000), *(Unit(f"small-{n}", cents=100) for n in range(100))]
    assert all("large" in {u.id for u in draw(units, "monetary", str(seed), 5)} for seed in range(50))


@pytest.mark.parametrize("method", METHODS)
def test_more_than_there_are_cannot_be_drawn(method: Method) -> None:
    with pytest.raises(ConfigError, match="a sample of 101 cannot be drawn from 100 units; ask for 1 to 100"):
        draw(UNITS, method, "1", 101)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [f"LLI-{n};Operation {n};River town;{'ERDF' if n % 2 else 'ESF'};1000,00;{n},00" for n in range(101, 121)]
    heading = "Operation ID;Operation name;Beneficiary;Fund;Total cost;EU contribution"
    Path("list.csv").write_text("\n".join([heading, *rows]), "utf-8")
    Path("site").mkdir()
    for n in range(101, 109):
        page = f"<html lang=en><p>Project LLI-{n} is co-funded by the European Union.</p></html>"
        Path("site", f"{n}.html").write_text(page, "utf-8")
    Path("site", "other.html").write_text("<html lang=en><p>We planted trees.</p></html>", "utf-8")
    return tmp_path


def test_a_sample_of_publications_is_written_down_and_followed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["sample", "--register", "list.csv", "--files", "site", "--size", "3", "--seed", "2026"]
    assert run(capsys, *asked, "--stratify", "fund", "--output", "sample.json")[0] == 0
    told = json.loads(Path("sample.json").read_text("utf-8"))
    assert (told["of"], told["method"], told["seed"], told["stratify"]) == (
        "publications",
        "stratified",
        "2026",
        "fund",
    )
    assert told["population"]["units"] == 8
    assert told["population"]["left_out"] == 1
    assert told["population"]["strata"] == {"ERDF": 4, "ESF": 4}
    assert list(told["population"]["registers"]) == ["list.csv"]
    drawn = [unit["id"] for unit in told["selection"]]
    assert len(drawn) == 3
    assert run(capsys, *asked, "--stratify", "fund")[1] == Path("sample.json").read_text("utf-8")
    report = json.loads(run(capsys, "check", "--isolated", "--format", "json", "--sample", "sample.json")[1])
    assert [p["path"] for p in report["publications"]] == drawn


def test_a_sample_of_operations_is_drawn_by_their_amounts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["sample", "--register", "list.csv", "--size", "5", "--seed", "1", "--method", "monetary"]
    told = json.loads(run(capsys, *asked)[1])
    assert (told["of"], told["population"]["cents"]) == ("operations", sum(range(101, 121)) * 100)
    assert len(told["selection"]) == 5
    assert all(unit["line"] == int(unit["id"][4:]) - 99 for unit in told["selection"])
    Path("sample.json").write_text(json.dumps(told), "utf-8")
    status, _, error = run(capsys, "check", "--sample", "sample.json")
    assert (status, "draw one of publications, by --files" in error) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--size", "3", "--seed", "1"], "name a list of operations by --register"),
        (["--size", "30", "--seed", "1", "--register", "list.csv"], "cannot be drawn from 20 units"),
        (["--size", "3", "--seed", "1", "--register", "list.csv", "--method", "stratified"], "go together"),
        (["--size", "3", "--seed", "1", "--register", "none.csv"], "none.csv: there is no such file"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    status, _, error = run(capsys, "sample", *arguments)
    assert status == 2
    assert said in error


def test_a_file_that_is_no_sample_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("sample.json").write_text("{}", "utf-8")
    status, _, error = run(capsys, "check", "--sample", "sample.json")
    assert status == 2
    assert "sample.json: is no sample that was drawn by publicity-check" in error
