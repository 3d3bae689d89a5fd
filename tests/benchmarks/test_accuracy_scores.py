import hashlib
import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy import drafts, floors, labels, measured, quality
from benchmarks.accuracy.cases import DEFECTS, Case, digest, generate
from benchmarks.accuracy.facts import compare
from benchmarks.accuracy.measures import Board, Count, wilson
from benchmarks.accuracy.planted import Scored, score

MANIFEST = """
[[doc]]
id = "001"
file = "files/page.html"
sha256 = "{sha256}"
format = "html"
lang = ["en"]
verdict = "yes"
eu_funded = "yes"
funding_statement = {{ status = "present", quote = "Co-funded by the European Union" }}
disclaimer = {{ status = "absent", quote = "" }}
programme = "Interreg"
fund = "ERDF"
project_numbers = ["LLI-263"]
links = {{ programme_domains = ["latlit.eu"], europa_eu = "href" }}
amounts = [
    {{ text = "€1,234.50", role = "total", currency = "EUR" }},
    {{ text = "85%", role = "eu_rate", currency = "" }},
]
conflicts = []
"""


def manifest(folder: Path, content: bytes = b"<p>Co-funded by the European Union</p>") -> Path:
    (folder / "files").mkdir()
    (folder / "files" / "page.html").write_bytes(content)
    path = folder / "manifest.toml"
    path.write_text(MANIFEST.format(sha256=hashlib.sha256(content).hexdigest()), "utf-8")
    return path


def evidence(region: str = "footer") -> dict[str, Any]:
    return {"quote": "…", "region": region, "locator": {"line": 3}}


def statement(part: str = "funding-statement", **changes: Any) -> dict[str, Any]:
    return {"part": part, "deviations": [], "only_in_picture": False, "evidence": evidence(), **changes}


def judged(**changes: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {"statements": [], "project_numbers": [], "links": [], "amounts": []}
    facts.update({name: changes.pop(name) for name in list(changes) if name in facts})
    return {"outcome": "failed", "results": [], "rule_packs": [], "facts": facts, **changes}


def verdicts(label: labels.Label, **changes: Any) -> dict[str, str]:
    return {v.measure: v.result for v in compare(label, judged(**changes))}


@pytest.fixture
def label(tmp_path: Path) -> labels.Label:
    return next(labels.from_manifest(manifest(tmp_path), {}))


def test_labels_are_read_from_a_manifest(label: labels.Label) -> None:
    assert label.numbers == {"LLI263"}
    assert [(s.value, s.scope, s.shares) for s in label.sums] == [(Decimal("1234.50"), "project", ("total",))]
    assert (label.family, label.funded, label.europa) == ("interreg", "yes", True)


def test_a_file_that_is_not_the_labelled_one_is_an_error(tmp_path: Path) -> None:
    path = manifest(tmp_path)
    (tmp_path / "files" / "page.html").write_bytes(b"other")
    with pytest.raises(ValueError, match="not the file that was labelled"):
        list(labels.from_manifest(path, {}))


def test_disputed_labels_are_left_out(tmp_path: Path) -> None:
    left = next(labels.from_manifest(manifest(tmp_path), {"001": {"funding_statement"}}))
    assert "statement (there or not)" not in verdicts(left)


def test_disputed_labels_carry_reasons() -> None:
    assert all(labels_found for labels_found in command.disputed().values())


def test_what_is_there_and_found_is_a_true_positive(label: labels.Label) -> None:
    found = verdicts(
        label,
        statements=[statement()],
        project_numbers=[{"value": "LLI 263", "damage": None, "visible": True, "evidence": evidence()}],
        links=[{"host": "www.latlit.eu", "shown_host": None, "visible": True, "evidence": evidence()}],
        results=[{"check": "funding-statement", "outcome": "passed"}],
    )
    assert found["statement (there or not)"] == "tp"
    assert found["project number"] == "tp"
    assert found["programme link"] == "tp"
    assert found["europa.eu link"] == "fn"
    assert found["disclaimer (there or not)"] == "tn"


@pytest.mark.parametrize(
    "fact",
    [
        statement(evidence=evidence("hidden")),
        statement(only_in_picture=True),
        statement(deviations=[{"code": "negated"}]),
        statement(deviations=[{"code": "quoted"}]),
    ],
)
def test_a_statement_that_no_reader_would_accept_does_not_count(label: labels.Label, fact: dict[str, Any]) -> None:
    assert verdicts(label, statements=[fact])["statement (there or not)"] == "fn"


def test_a_host_that_only_ends_alike_is_not_the_programme(label: labels.Label) -> None:
    link = {"host": "notlatlit.eu", "shown_host": None, "visible": True, "evidence": evidence()}
    assert verdicts(label, links=[link])["programme link"] == "fn"


def test_an_amount_needs_its_scope_and_share(label: labels.Label) -> None:
    amount = {"value": "1234.5", "scope": "programme", "share": "total", "approximate": False, "evidence": evidence()}
    found = verdicts(label, amounts=[amount])
    assert found["amount (figure)"] == "tp"
    assert found["amount with scope and share"] == "fn"


def test_passing_what_is_absent_is_counted(label: labels.Label) -> None:
    found = verdicts(label, results=[{"check": "disclaimer", "outcome": "passed"}])
    assert found["disclaimer: passed though absent"] == "fp"


def test_precision_recall_and_f1_follow_their_definitions() -> None:
    count = Count(tp=6, fp=2, fn=4)
    assert (count.precision, count.recall, count.f1) == (0.75, 0.6, 12 / 18)
    assert Count().f1 is None


def test_the_wilson_interval_is_the_textbook_one() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


def planted(outcome: str, *, check: str = "disclaimer", level: str = "must") -> Scored:
    kind = next(kind for kind in DEFECTS if kind.name == "disclaimer cut")
    draft = drafts.clean("latlit", "lv", "html", Random(1))
    result = {"check": check, "level": level, "outcome": outcome, "code": "x"}
    return score(Case("d1", kind, draft, draft, b""), judged(results=[result]))


def test_a_defect_is_found_if_its_check_failed_or_asks_for_review() -> None:
    assert planted("failed").found
    assert planted("failed").exact
    assert planted("needs_review").found
    assert not planted("needs_review").exact


def test_a_defect_whose_check_passed_or_did_not_apply_is_missed() -> None:
    assert not planted("passed").found
    assert planted("passed").passed
    assert not planted("inapplicable").found
    assert not planted("failed", check="emblem").found


def test_a_twin_is_right_only_if_no_duty_failed() -> None:
    case = next(case for case in generate(languages=("lv",)) if case.kind and not case.kind.check)
    failed = {"check": "emblem", "level": "must", "outcome": "failed", "code": "x"}
    assert score(case, judged(results=[{**failed, "outcome": "passed"}])).right
    assert not score(case, judged(results=[failed])).right
    assert score(case, judged(results=[{**failed, "level": "should"}])).right


def without_eu_money(name: str) -> Case:
    return next(case for case in generate(languages=("lv",)) if case.kind and case.kind.name.endswith(f": {name}"))


def test_failing_a_publication_without_an_eu_project_is_always_a_false_alarm() -> None:
    assert not score(without_eu_money("football"), judged(outcome="failed")).right
    assert not score(without_eu_money("cv"), judged(outcome="failed")).right


def test_asking_about_a_publication_is_right_only_where_a_careful_reader_would_ask() -> None:
    assert score(without_eu_money("cv"), judged(outcome="needs_review")).right
    assert not score(without_eu_money("football"), judged(outcome="needs_review")).right


def test_where_one_check_is_watched_another_may_fail() -> None:
    case = without_eu_money("active")
    failed = {"check": "emblem", "level": "must", "outcome": "failed", "code": "x"}
    assert score(case, judged(results=[failed])).right
    assert not score(case, judged(results=[{**failed, "check": "funding-statement"}])).right


def test_a_publication_only_asked_about_counts_as_found_on_one_line_and_not_on_the_other(label: labels.Label) -> None:
    found = verdicts(
        label,
        outcome="needs_review",
        results=[{"check": "emblem", "code": "perhaps-funded", "outcome": "needs_review"}],
    )
    assert (found["EU-funded"], found["EU-funded, not only perhaps"]) == ("tp", "fn")


def run_of(value: float = 0.9, digest_of: str = "abc") -> measured.Data:
    hits = round(value * 1000)
    rate = {"hits": hits, "of": 1000, "exact": hits, "passed": 0}
    group = {"overall": rate, "by_kind": {"k": rate}, "by_language": {"lv": rate}, "by_format": {"html": rate}}
    return {
        "digest": digest_of,
        "publications": 2000,
        "crashes": 0,
        "defects": group,
        "sound": group,
        "elements": {"project number": {"tp": 9, "fp": 1, "fn": 0, "tn": 0}},
    }


def test_a_run_at_its_floors_holds_and_one_below_does_not() -> None:
    pinned = floors.pin("generated", run_of(0.95), {})
    assert floors.breaches("generated", run_of(0.95), pinned) == []
    assert any("below its floor" in breach.text for breach in floors.breaches("generated", run_of(0.9), pinned))


def test_a_run_a_hair_below_its_floors_holds() -> None:
    pinned = floors.pin("generated", run_of(0.95), {})
    assert floors.breaches("generated", run_of(0.949), pinned) == []


def test_a_changed_set_must_be_pinned_anew() -> None:
    pinned = floors.pin("generated", run_of(), {})
    assert "pin it anew" in floors.breaches("generated", run_of(digest_of="other"), pinned)[0].text
    assert "nothing is pinned" in floors.breaches("generated", run_of(), {})[0].text


def test_floors_rise_freely_and_fall_only_with_a_reason_on_record(tmp_path: Path) -> None:
    pinned = floors.pin("generated", run_of(0.9), {})
    raised = floors.pin("generated", run_of(0.95), pinned)
    assert raised["generated"]["floors"]["planted defects found"] == 0.95
    with pytest.raises(ValueError, match=r"planted defects found from 0\.95"):
        floors.pin("generated", run_of(0.9), raised)
    lowered = floors.pin("generated", run_of(0.9), raised, "harder kinds were added")
    floors.write(lowered, tmp_path / "floors.toml")
    assert floors.read(tmp_path / "floors.toml") == lowered
    assert {entry["reason"] for entry in lowered["lowered"]} == {"harder kinds were added"}


@pytest.mark.slow
def test_the_saved_run_and_its_page_belong_to_the_set_as_it_is_now() -> None:
    saved = json.loads(command.SAVED.read_text("utf-8"))
    assert saved["generated"]["digest"] == digest(list(generate())), "measure anew: make accuracy"
    assert command.PAGE.read_text("utf-8") == quality.page(saved), "write it anew: make accuracy"
    assert floors.breaches("generated", saved["generated"], floors.read()) == []


@pytest.mark.slow
def test_the_tool_holds_its_floors() -> None:
    assert command.main(["--set", "generated", "--check", "--jobs", "2"]) == 0


def test_verdicts_are_counted_in_groups() -> None:
    board = Board()
    case = next(iter(generate(languages=("lv",))))
    board.verdicts.extend(compare(labels.from_case(case), judged()))
    assert set(board.by("measure", "language")) >= {("EU-funded", "lv")}
