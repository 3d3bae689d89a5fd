"""A report as tables: what the workbook and the files of comma-separated values hold, sheet by sheet.

Names of sheets and columns are English and stay; what is said stands in the language of the report.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Evidence
from publicity_check.reports.clean import clean, one_line
from publicity_check.reports.elements import rows_of
from publicity_check.reports.explain import sources
from publicity_check.reports.grouping import OPEN, group_of, is_unfunded, pack_title, verdict
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.results import ChosenPack, Outcome, PublicationReport, Report, Result
from publicity_check.rulebook.common import CHECKS

_QUOTES = 3
"""Quotes of a result that a cell holds."""


class Linked(msgspec.Struct, frozen=True, gc=False):
    """A cell that leads to an address."""

    text: str
    url: str


Cell = str | int | Linked


class Table(msgspec.Struct, frozen=True):
    """One sheet: its name, what heads its columns, its rows."""

    name: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(report: Report, options: ReportOptions) -> tuple[Table, ...]:
    """Return all tables of a report, in the order of the sheets."""
    say = sentences(options.language)
    return (
        Table("Summary", ("What", "Value"), tuple(_summary(report, options))),
        Table("Publications", _PUBLICATIONS, tuple(_publications(report, say))),
        Table("Obligations", _OBLIGATIONS, tuple(_obligations(report, say, lambda _: True))),
        Table("Findings", _OBLIGATIONS, tuple(_obligations(report, say, lambda r: group_of(r) in _SHOWN))),
        Table("Projects", _PROJECTS, tuple(_projects(report, say))),
        Table("Not judged", ("Publication", "Project", "What", "Reason"), tuple(_not_judged(report, say))),
        Table("Register differences", _DIFFERENCES, tuple(_differences(report, say))),
        Table("Rules", _RULES, tuple(_rules(report, say))),
        Table("Run", ("What", "Value"), tuple(_run(report, options))),
    )


_SHOWN = (*OPEN, "recommended")
_PUBLICATIONS = (
    *("Publication", "SHA-256", "Outcome", "In short", "Format", "Language", "Kind", "Projects", "Rules"),
    *CHECKS,
)
_OBLIGATIONS = (
    *("Publication", "SHA-256", "Project", "Rules", "Requirement", "Element", "Level", "Basis", "Outcome", "Kind"),
    *("Code", "What is said", "What to do", "Quote", "Place", "Act and article", "Known", "Read", "Duty", "Set aside"),
)
_PROJECTS = ("Project", "Publication", "Outcome", "Carries", "Lacks", "Differs")
_DIFFERENCES = (
    "Publication",
    "SHA-256",
    "Project",
    "Outcome",
    "Code",
    "What is said",
    "Quote",
    "Register",
    "Line",
    "Row",
)
_RULES = ("Rules", "Title", "Completeness", "Publications", "Not known or not checked")


def _summary(report: Report, options: ReportOptions) -> Iterator[tuple[Cell, ...]]:
    results = [r for p in report.publications for r in p.results]
    yield "Publications", len(report.publications)
    for outcome in Outcome:
        yield f"Publications: {outcome.value}", sum(p.outcome is outcome for p in report.publications)
    for outcome in Outcome:
        count = sum(r.outcome is outcome and r.level == "must" for r in results if not r.suppressed)
        yield f"Obligations (must): {outcome.value}", count
    yield "Recommendations that are not followed", sum(group_of(r) == "recommended" for r in results)
    yield "Findings between publications", len(report.across)
    yield "Found and not read", len(report.skipped)
    yield "Program", f"publicity-check {options.tool_version}"
    yield "Rules", f"{report.rules_version} ({report.rules_sha256})"
    yield (
        "What it means",
        "Passed says that a duty was met as far as a machine can see. Nothing is added up to a score.",
    )


def _publications(report: Report, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    for p in report.publications:
        worst: dict[str, list[str]] = {}
        for pack in p.rule_packs:
            for row in rows_of(p, pack):
                worst.setdefault(row.check, []).append(row.verdict)
        yield (
            shown_path(p.path),
            p.sha256,
            p.outcome.value,
            one_line(verdict(p, say)),
            p.format,
            p.language,
            ", ".join(p.media),
            ", ".join(dict.fromkeys(pack.project for pack in p.rule_packs if pack.project)),
            ", ".join(dict.fromkeys(pack.id for pack in p.rule_packs)),
            *(", ".join(dict.fromkeys(worst.get(check, ()))) for check in CHECKS),
        )


def _of_all(report: Report) -> Iterator[tuple[str, str, Result]]:
    """Yield every result with the path and digest of its publication, then those of the whole run."""
    for p in report.publications:
        yield from ((shown_path(p.path), p.sha256, r) for r in p.results)
    for result in report.across:
        where = dict.fromkeys(shown_path(e.source) for e in result.evidence if e.source)
        yield ", ".join(where), "", result


def _obligations(report: Report, say: Sentences, wanted: Callable[[Result], bool]) -> Iterator[tuple[Cell, ...]]:
    for path, sha256, r in _of_all(report):
        if not wanted(r):
            continue
        stands = sources(r, say)
        cited = "; ".join(name for name, _ in stands)
        url = next((url for _, url in stands if url), "")
        yield (
            path,
            sha256,
            r.project or "",
            r.requirement.partition("/")[0],
            r.requirement,
            r.check,
            r.level,
            r.basis,
            r.outcome.value,
            r.kind.value if r.kind else "",
            r.code,
            one_line(say.message(r)),
            one_line(say.next_step(r)),
            _quotes(r.evidence),
            "; ".join(place(e, say) for e in r.evidence[:_QUOTES]),
            Linked(cited, url) if url else cited,
            r.known,
            r.read,
            r.ask,
            f"{r.suppressed.reason} ({r.suppressed.source})" if r.suppressed else "baseline" if r.baselined else "",
        )


def _quotes(evidence: Sequence[Evidence]) -> str:
    return " | ".join(clean(e.quote) for e in evidence[:_QUOTES] if e.quote)


def _projects(report: Report, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    """Yield for each project each of its publications: what it carries, lacks, and says otherwise."""
    found: list[tuple[str, str, PublicationReport, ChosenPack]] = [
        (pack.project, p.path, p, pack) for p in report.publications for pack in p.rule_packs if pack.project
    ]
    for project, path, p, pack in sorted(found, key=lambda row: row[:2]):
        rows = list(rows_of(p, pack))
        own = [r for r in p.results if r.project == project]
        differs = [r for r in own if r.outcome in _WRONG and group_of(r) in ("conflicting", "incorrect", "review")]
        across = [r for r in report.across if r.project == project and any(e.source == path for e in r.evidence)]
        yield (
            project,
            shown_path(path),
            p.outcome.value,
            ", ".join(row.check for row in rows if row.found),
            ", ".join(row.check for row in rows if row.verdict in ("missing", "incomplete")),
            " | ".join(dict.fromkeys(one_line(say.message(r)) for r in (*differs, *across))),
        )


_WRONG = (Outcome.FAILED, Outcome.NEEDS_REVIEW)


def _not_judged(report: Report, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    for p in report.publications:
        path = shown_path(p.path)
        if p.error is not None or is_unfunded(p):
            yield path, "", "the whole publication", one_line(verdict(p, say))
        for piece in p.not_read:
            yield path, "", "a part that was not read", one_line(say.message(piece))
        for pack in p.rule_packs:
            for duty in pack.unchecked:
                yield path, pack.project or "", f"{duty.requirement} (see {duty.shows})", say.of_rules(duty.ask)
            for unknown in pack.unknown:
                yield path, pack.project or "", f"{pack.id}: not known or not checked", say.of_rules(unknown)
    for skipped in report.skipped:
        yield shown_path(skipped.path), "", "not read", one_line(say.message(skipped))


def _differences(report: Report, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    registers = {register.path for run in report.runs for register in run.registers}
    for path, sha256, r in _of_all(report):
        rows = [e for e in r.evidence if e.source in registers]
        if not rows and r.code != "number-not-in-register":
            continue
        own = [e for e in r.evidence if e.source not in registers]
        row = rows[0] if rows else None
        yield (
            path,
            sha256,
            r.project or "",
            r.outcome.value,
            r.code,
            one_line(say.message(r)),
            _quotes(own),
            shown_path(row.source) if row else "",
            row.locator.line or 0 if row else "",
            clean(row.quote) if row else "",
        )


def _rules(report: Report, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    packs: dict[str, tuple[ChosenPack, int]] = {}
    for p in report.publications:
        for pack in {pack.id: pack for pack in p.rule_packs}.values():
            packs[pack.id] = pack, packs[pack.id][1] + 1 if pack.id in packs else 1
    for identity, (pack, count) in sorted(packs.items()):
        unknown = " | ".join(say.of_rules(sentence) for sentence in pack.unknown)
        yield identity, pack_title(pack, say), pack.completeness, count, unknown


def _run(report: Report, options: ReportOptions) -> Iterator[tuple[Cell, ...]]:
    yield "Program", f"publicity-check {options.tool_version}"
    yield "Version of the rules", report.rules_version
    yield "SHA-256 of the rules", report.rules_sha256
    for run in report.runs:
        yield "Configuration", shown_path(run.configuration) if run.configuration else "none"
        yield "SHA-256 of the configuration", run.sha256
        yield "Rules asked for", ", ".join(run.rules) or "chosen for each publication"
        yield "Held to the rules without a sign of funding", "yes" if run.funded else "no"
        yield "Kind of publication", run.medium or "told by each publication"
        yield "Recommendations and questions count", "yes" if run.strict else "no"
        yield "Day on which acceptances end", run.today or "none does"
        for register in run.registers:
            yield "Register", shown_path(register.path)
            yield "SHA-256 of the register", register.sha256
            yield "Sheet", register.sheet or "none"
            yield "Kind of register", register.kind or "as the configuration says"
            yield "Rows that were used", register.rows
            yield "Rows and cells that could not be used", register.unused
            for field, name in register.columns.items():
                yield f"Column of {field}", name
