"""One measured run as plain data: what was measured on which sets, to be saved, pinned and shown."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.accuracy.measures import Board, Count, wilson
from benchmarks.accuracy.planted import Rate, Scored, rates

Data = dict[str, Any]


def of_generated(digest: str, scored: Sequence[Scored], board: Board) -> Data:
    """Return what was measured on the generated set."""
    defects = [one for one in scored if one.defect]
    sound = [one for one in scored if not one.defect]
    return {
        "digest": digest,
        "publications": len(scored),
        "defects": _groups(defects),
        "sound": _groups(sound),
        "crashes": sum(bool(one.crash) for one in scored),
        "elements": _elements(board),
    }


def of_manifest(digest: str, publications: int, board: Board) -> Data:
    """Return what was measured on a manifest of labelled publications."""
    return {
        "digest": digest,
        "publications": publications,
        "elements": _elements(board),
        **{f"by_{key}": _grouped(board, key) for key in ("language", "format", "family")},
        "open": sorted({(v.publication, v.measure, v.result) for v in board.wrong()}),
    }


def headline(data: Data) -> dict[str, float]:
    """Return the measures of one set that floors are pinned for, by name; higher is better for all of them."""
    found: dict[str, float] = {}
    if "defects" in data:
        overall, sound = data["defects"]["overall"], data["sound"]["overall"]
        found["planted defects found"] = overall["hits"] / overall["of"]
        found["planted defects not passed"] = 1 - overall["passed"] / overall["of"]
        found["planted defects with the documented outcome"] = overall["exact"] / overall["of"]
        found["publications in order without a false alarm"] = sound["hits"] / sound["of"]
        found["publications without a crash"] = 1 - data["crashes"] / data["publications"]
    for name, counts in data["elements"].items():
        count = Count(**counts)
        values = {"precision": count.precision, "recall": count.recall, "F1": count.f1}
        if name.endswith(("passed though absent", "failed though not")):
            values = {"none": 1 - count.fp / max(1, count.fp + count.tn)}
        for what, value in values.items():
            if value is not None:
                found[f"{name}, {what}"] = value
    return {name: round(value, 4) for name, value in found.items()}


def _groups(scored: Sequence[Scored]) -> Data:
    return {
        "overall": _rate(rates(scored, lambda _: "all")["all"]),
        "by_kind": _rates(rates(scored, lambda one: one.kind)),
        "by_language": _rates(rates(scored, lambda one: one.case.draft.language)),
        "by_format": _rates(rates(scored, lambda one: one.case.draft.format)),
        "by_family": _rates(rates(scored, lambda one: one.case.draft.programme.family)),
    }


def _rates(groups: dict[str, Rate]) -> Data:
    return {name: _rate(groups[name]) for name in sorted(groups)}


def _rate(rate: Rate) -> Data:
    return {"hits": rate.hits, "of": rate.of, "exact": rate.exact, "passed": rate.passed}


def _elements(board: Board) -> Data:
    return {key[0]: _count(count) for key, count in board.by("measure").items()}


def _grouped(board: Board, key: str) -> Data:
    groups: Data = {}
    for (measure, value), count in sorted(board.by("measure", key).items()):
        groups.setdefault(measure, {})[value] = _count(count)
    return groups


def _count(count: Count) -> Data:
    return {"tp": count.tp, "fp": count.fp, "fn": count.fn, "tn": count.tn}


def percent(share: float | None) -> str:
    """Write a share as a percentage with one decimal, never rounding up to 100."""
    if share is None:
        return "–"
    return "100 %" if share >= 1 else f"{min(99.9, share * 100):.1f} %"


def span(hits: int, of: int) -> str:
    """Write the 95 % interval of a rate."""
    low, high = wilson(hits, of)
    return f"{low * 100:.0f}–{high * 100:.0f} %"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return a Markdown table that is also legible as text."""
    body = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in [list(head), *body]) for i in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    return [line(head), "| " + " | ".join("-" * width for width in widths) + " |", *(line(row) for row in body)]
