"""Writes ``docs/quality.md`` from a saved run: the tables by which a user can tell what to trust."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.accuracy.measured import Data, percent, span, table
from benchmarks.accuracy.measures import Count

OPEN = Path(__file__).parent / "open.toml"
"""Why tool and label disagree, by publication."""
SAID = {"fp": "found, not labelled", "fn": "labelled, not found"}
FIRST_RUNS = Path(__file__).parent / "first_runs.toml"
"""What was right on publications that nobody had seen, batch by batch."""
INTRODUCTION = """# How far to trust it

This page is written by `make accuracy` from `benchmarks/accuracy/first_runs.toml` and from the run saved in
`benchmarks/accuracy/measured.json`; it is never edited by hand. Intervals are 95 % (Wilson).

"""
MEANING = """## What the words below mean

- A **planted defect** is one known mistake put into a publication that was in order. It counts as found when the check
  concerned says `failed` or `needs_review`; "as documented" counts only the outcome that the documentation promises.
- A **twin** is the same publication without a mistake, but laid out, split, encoded or written in another harmless way.
  A duty that fails there is a false alarm.
- **Elements** are counted one by one: precision is the share of what the tool found that is right, recall the share
  of what is there that it found.
- A publication that may or may not be of an EU-funded project is not judged: the tool says "perhaps" and leaves the
  question to a person (`needs_review`). In the line **EU-funded** such a publication counts as found, rightly or
  wrongly; in **EU-funded, not only perhaps** only those count that were judged. A publication without EU money that
  fails is counted on a line of its own.
"""


def page(measured: Data) -> str:
    """Return the page for a saved run."""
    lines = [INTRODUCTION.rstrip() + "\n", *_first_runs(), MEANING]
    for name in ("labelled", "generated"):
        if name in measured:
            lines += sections(name, measured[name])
    return "\n".join(lines).rstrip() + "\n"


def _first_runs() -> list[str]:
    """Return what was right on unseen publications: all of the last batch, and of each what came first."""
    runs = tomllib.loads(FIRST_RUNS.read_text("utf-8"))["run"]
    batches: dict[str, list[Data]] = {}
    for run in runs:
        batches.setdefault(run["batch"].partition(":")[0], []).append(run)
    last, told = list(batches.items())[-1]
    firsts = [of_batch[0] for of_batch in batches.values() if of_batch[0]["what"].startswith("publications")]
    return [
        "## Publications that nobody had seen",
        "",
        "Written and labelled by someone who knew neither the code nor the rules, each batch run once; what was mended "
        "afterwards changes no figure here. This is what to expect of a publication of your own.",
        "",
        f"Batch {last}, {told[0]['date']}, at {told[0]['commit']}:",
        "",
        *table(
            ("what", "right", "of", "interval"),
            [(run["what"], *_right(run)) for run in told],
        ),
        "",
        "Publications judged wholly right, batch by batch (later batches are harder: Word documents, pages of "
        "organisations with several projects):",
        "",
        *table(
            ("batch", "day", "right", "of", "interval"),
            [
                (run["batch"].partition(":")[0], run["date"], run["right"], run["all"], span(run["right"], run["all"]))
                for run in firsts
            ],
        ),
        "",
    ]


def _right(run: Data) -> tuple[object, object, str]:
    """Return how many were right of how many, with the interval; of an F1, which counts none, only itself."""
    if "F1 in per cent" in run["what"]:
        return f"{run['right']} %", "", ""
    return run["right"], run["all"], span(run["right"], run["all"])


def sections(name: str, data: Data) -> list[str]:
    """Return the lines about one set."""
    return _generated(data) if name == "generated" else _labelled(data)


def _generated(data: Data) -> list[str]:
    defects, sound = data["defects"], data["sound"]
    return [
        "## Generated publications",
        "",
        f"{data['publications']} publications in 24 languages, HTML and Word, made from sentences of the project's own "
        f"(`texts`, `told` and `unfunded` in `benchmarks/accuracy`). Digest of the set: `{data['digest'][:16]}`.",
        "",
        *table(
            ("what", "of", "share", "interval"),
            [
                _share("planted defects found", defects["overall"], "hits"),
                _share("… with the documented outcome", defects["overall"], "exact"),
                _share("… passed by mistake", defects["overall"], "passed"),
                _share("publications in order without a false alarm", sound["overall"], "hits"),
            ],
        ),
        "",
        "### Elements found in them",
        "",
        *_elements(data["elements"]),
        "",
        "### By language",
        "",
        *_side_by_side("language", defects["by_language"], sound["by_language"]),
        "",
        "### By format",
        "",
        *_side_by_side("format", defects["by_format"], sound["by_format"]),
        "",
        "### By kind of defect",
        "",
        *_kinds(defects["by_kind"]),
        "",
        "### By kind of twin",
        "",
        *table(
            ("twin", "of", "without a false alarm", "interval"),
            [(n, r["of"], percent(r["hits"] / r["of"]), span(r["hits"], r["of"])) for n, r in sound["by_kind"].items()],
        ),
        "",
    ]


def _labelled(data: Data) -> list[str]:
    why = {entry["id"]: entry["why"] for entry in tomllib.loads(OPEN.read_text("utf-8"))["open"]}
    lines = [
        "## Real publications",
        "",
        f"{data['publications']} complete pages and documents from public repositories, labelled by a reader. They are "
        f"not part of this project. Digest of the set: `{data['digest'][:16]}`.",
        "",
        *_elements(data["elements"]),
        "",
        "### Where tool and label disagree",
        "",
        "Labels that were found wrong on reading the publication again are left out of the count; they and the reasons "
        "stand in `benchmarks/accuracy/disputed.toml`.",
        "",
        *table(
            ("publication", "element", "tool", "why"),
            [(name, element, SAID[result], why.get(name, "")) for name, element, result in data.get("open", ())],
        ),
        "",
    ]
    for key in ("format", "family", "language"):
        lines += [
            f"### By {key}",
            "",
            "Where there was something to find or something was found.",
            "",
            *_matrix(key, data[f"by_{key}"]),
            "",
        ]
    return lines


def _share(name: str, rate: Data, key: str) -> tuple[object, ...]:
    return name, rate["of"], percent(rate[key] / rate["of"]), span(rate[key], rate["of"])


def _elements(elements: Data) -> list[str]:
    rows = []
    for name, counts in sorted(elements.items()):
        count = Count(**counts)
        there, claimed = count.tp + count.fn, count.tp + count.fp
        rows.append(
            (
                name,
                count.tp,
                count.fp,
                count.fn,
                count.tn,
                f"{percent(count.precision)} ({span(count.tp, claimed)})" if claimed else "–",
                f"{percent(count.recall)} ({span(count.tp, there)})" if there else "–",
                percent(count.f1),
            )
        )
    head = ("element", "right", "false alarm", "missed", "rightly none", "precision", "recall", "F1")
    return table(head, rows)


def _side_by_side(name: str, defects: Data, sound: Data) -> list[str]:
    def rows() -> Iterable[tuple[object, ...]]:
        for key, rate in defects.items():
            other = sound.get(key, {"hits": 0, "of": 0})
            clear = percent(other["hits"] / other["of"]) if other["of"] else "–"
            yield (
                key,
                rate["of"],
                percent(rate["hits"] / rate["of"]),
                span(rate["hits"], rate["of"]),
                other["of"],
                clear,
                span(other["hits"], other["of"]),
            )

    return table((name, "defects", "found", "interval", "in order", "without a false alarm", "interval"), rows())


def _kinds(kinds: Data) -> list[str]:
    rows: list[tuple[Any, ...]] = [
        (
            name,
            rate["of"],
            percent(rate["hits"] / rate["of"]),
            span(rate["hits"], rate["of"]),
            percent(rate["exact"] / rate["of"]),
            rate["passed"],
        )
        for name, rate in kinds.items()
    ]
    return table(("defect", "of", "found", "interval", "as documented", "passed by mistake"), rows)


def _matrix(key: str, groups: Data) -> list[str]:
    rows = []
    for measure, values in groups.items():
        for value, counts in values.items():
            count = Count(**counts)
            if not count.tp + count.fp + count.fn:
                continue
            precision, recall = percent(count.precision), percent(count.recall)
            rows.append((measure, value, count.tp, count.fp, count.fn, count.tn, precision, recall))
    return table(("element", key, "right", "false alarm", "missed", "rightly none", "precision", "recall"), rows)
