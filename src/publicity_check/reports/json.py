"""The JSON report, version 1: stable names, English sentences, described by ``report-schema.json`` beside this module.

More fields may be added in later versions; none is taken away or renamed. Everything found is in it: what passed,
what does not apply and what was set aside, too.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from publicity_check.facts.model import REPORTED, Facts, Note
from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Publication
from publicity_check.readers.collect import Skipped
from publicity_check.reports.clean import clean
from publicity_check.reports.elements import Row, rows_of
from publicity_check.reports.facts import Data, evidence_data, facts_data, values_data
from publicity_check.reports.options import ReportOptions
from publicity_check.results import (
    ChosenPack,
    Detail,
    NotChecked,
    Outcome,
    PublicationReport,
    Reason,
    Report,
    Result,
    RunRecord,
    Suppression,
    Weighed,
)
from publicity_check.rulebook.common import Clause

NEEDS: frozenset[Detail] = frozenset({"facts"})
SUFFIX = ".json"

SCHEMA_VERSION = "1"


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as JSON, indented by two blanks, with a line feed at its end."""
    say = sentences("en", plain=True)
    return _written(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "publicity-check", "version": options.tool_version},
            "rules": {"version": report.rules_version, "sha256": report.rules_sha256},
            "publications": [_publication(p, say) for p in report.publications],
            "across": {"results": [_result(r, say) for r in report.across]},
            "skipped": [_skipped(s, say) for s in report.skipped],
            "summary": _summary(report),
            "runs": [_run(run) for run in report.runs],
        }
    )


def render_facts(found: Iterable[tuple[Publication, Facts]], options: ReportOptions) -> str:
    """Return what publications say, before any rule, as JSON."""
    say = sentences("en", plain=True)
    return _written(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "publicity-check", "version": options.tool_version},
            "publications": [
                {
                    "path": shown_path(publication.name),
                    "sha256": publication.sha256,
                    "format": publication.format,
                    "language": facts.language.code,
                    "unread": [clean(say.message(piece)) for piece in publication.unread],
                    "facts": facts_data(facts, evidence_of(publication, facts)),
                }
                for publication, facts in found
            ],
        }
    )


def evidence_of(publication: Publication, facts: Facts) -> dict[str, list[Any]]:
    """Return the evidence of every fact, a list for each list of facts."""
    return {name: [publication.evidence(fact.span) for fact in found] for name, found in facts.lists()}


def _written(data: Data) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def _publication(publication: PublicationReport, say: Sentences) -> Data:
    facts = publication.facts
    return {
        "path": shown_path(publication.path),
        "sha256": publication.sha256,
        "format": publication.format,
        "language": publication.language,
        "media": list(publication.media),
        "media_told_by": publication.media_told_by,
        "rule_packs": [_pack(pack, say) for pack in publication.rule_packs],
        "outcome": publication.outcome.value,
        "headline": say.term("headline", publication.headline) if publication.headline else "",
        "error": None if publication.error is None else clean(publication.error),
        "unread": [clean(say.message(piece)) for piece in publication.not_read],
        "elements": [_element(pack, row) for pack in publication.rule_packs for row in rows_of(publication, pack)],
        "results": [_result(result, say) for result in publication.results],
        "facts": None if facts is None else facts_data(facts, publication.fact_evidence, REPORTED),
    }


def _pack(pack: ChosenPack, say: Sentences) -> Data:
    return {
        "id": pack.id,
        "title": pack.titles.get("en", pack.id),
        "chosen_by": pack.chosen_by,
        "because": [_reason(reason, say) for reason in pack.because],
        "project": pack.project,
        "certain": pack.certain,
        "completeness": pack.completeness,
        "candidates": list(pack.candidates),
        "unknown": list(pack.unknown),
        "unchecked": [_unchecked(duty) for duty in pack.unchecked],
        "evidence": [_weighed(piece, say) for piece in pack.evidence],
        "weights": dict(pack.scores),
    }


def _element(pack: ChosenPack, row: Row) -> Data:
    told = {"found": list(row.found), "asked": row.asked, "verdict": row.verdict}
    return {"check": row.check, "project": pack.project, **told}


def _unchecked(duty: NotChecked) -> Data:
    return {
        "requirement": duty.requirement,
        "level": duty.level,
        "basis": duty.basis,
        "ask": duty.ask,
        "shows": duty.shows,
        "legal_basis": _clauses(duty.legal_basis),
        "known": duty.known,
        "read": duty.read,
    }


def _clauses(clauses: Sequence[Clause]) -> list[Data]:
    return [{"act": clause.act, "article": clause.article, "url": clause.url} for clause in clauses]


def _weighed(piece: Weighed, say: Sentences) -> Data:
    told = {"kind": piece.kind, "place": piece.place, "weight": piece.weight, "rule_packs": list(piece.packs)}
    return {**told, **_reason(piece.reason, say)}


def _reason(reason: Reason, say: Sentences) -> Data:
    data = {"code": reason.code, "values": values_data(reason.values, say), "message": say.message(reason)}
    if reason.evidence is not None:
        data.update(evidence_data(reason.evidence))
    return data


def _result(result: Result, say: Sentences) -> Data:
    return {
        "project": result.project,
        "requirement": result.requirement,
        "check": result.check,
        "level": result.level,
        "basis": result.basis,
        "outcome": result.outcome.value,
        "kind": result.kind.value if result.kind else None,
        "code": result.code,
        "values": values_data(result.values, say),
        "notes": [_note(note, say) for note in result.notes],
        "message": say.message(result),
        "next_step": say.next_step(result),
        "suggestion": result.suggestion,
        "ask": result.ask,
        "legal_basis": _clauses(result.legal_basis),
        "known": result.known,
        "read": result.read,
        "evidence": [evidence_data(evidence) for evidence in result.evidence],
        "suppressed": _suppression(result.suppressed),
        "baselined": result.baselined,
    }


def _suppression(suppression: Suppression | None) -> Data | None:
    if suppression is None:
        return None
    return {"reason": suppression.reason, "source": suppression.source, "until": suppression.until}


def _skipped(skipped: Skipped, say: Sentences) -> Data:
    told = {"code": skipped.code, "message": say.message(skipped), "next_step": say.next_step(skipped)}
    return {"path": shown_path(skipped.path), **told}


def _run(run: RunRecord) -> Data:
    """Return what was asked of a run."""
    data: Data = msgspec.to_builtins(run)
    data["configuration"] = shown_path(run.configuration) if run.configuration else ""
    data["registers"] = [{**register, "path": shown_path(register["path"])} for register in data["registers"]]
    return data


def _note(note: Note, say: Sentences) -> Data:
    return {"code": note.code, "values": values_data(note.values, say), "message": say.message(note)}


def _summary(report: Report) -> Data:
    """Count publications and results by outcome; recommendations are failed results of level "should"."""
    results = [r for p in report.publications for r in p.results] + list(report.across)
    counting = [r for r in results if not r.suppressed and not r.baselined]
    return {
        "publications": _counts(p.outcome for p in report.publications),
        "results": _counts(r.outcome for r in counting if r.level == "must"),
        "recommendations": sum(r.level == "should" and r.outcome is Outcome.FAILED for r in counting),
        "skipped": len(report.skipped),
        "suppressed": sum(r.suppressed is not None for r in results),
        "baselined": sum(r.baselined for r in results),
        "strict": report.strict,
        "exit_code": report.exit_code,
    }


def _counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    counts = Counter(outcomes)
    return {"total": counts.total(), **{outcome.value: counts[outcome] for outcome in Outcome}}
