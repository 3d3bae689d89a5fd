"""The SARIF 2.1.0 log: for code scanning and other tools that read findings.

What failed is of kind ``fail``, what needs a person's eyes ``review``. What is in order is left out, since code
scanning shows each result as an alert; so is what does not apply. Each result has a place: what is said of a
configuration stands in its file, anything else of the whole run at the first publication. Lines and columns count
characters. A finding's fingerprint holds its file, duty and quotes but no line, so that it stays the same when text
moves. Standard:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath, PureWindowsPath
from typing import Any
from urllib.parse import quote

import msgspec

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Evidence, Locator
from publicity_check.readers.registry import media_type
from publicity_check.reports.clean import clean, one_line
from publicity_check.reports.explain import wording
from publicity_check.reports.grouping import said_once
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.reports.sarif_rules import rules_of
from publicity_check.results import Detail, Edit, Kind, Outcome, PublicationReport, Report, Result
from publicity_check.rulebook.template import open_slots

NEEDS: frozenset[Detail] = frozenset({"mends"})
SUFFIX = ".sarif"

Data = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_KINDS = {Outcome.FAILED: "fail", Outcome.NEEDS_REVIEW: "review"}
_PASTED = ("funding-statement", "disclaimer", "programme-link", "eu-link", "project-number")
"""Checks whose suggestion is text that can simply be put in, and whose finds show where the funding is named."""


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as a SARIF log, indented by two blanks."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report, options).data()]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


class _Run:
    """Makes the one run of a log."""

    def __init__(self, report: Report, options: ReportOptions) -> None:
        self.report, self.options, self.say = report, options, sentences("en")
        known = [p.path for p in report.publications]
        declared = dict.fromkeys(e.source for r in report.across for e in r.evidence if e.source not in known)
        self.configurations = tuple(source for source in declared if source)
        self.artifacts = {path: index for index, path in enumerate((*known, *self.configurations))}
        self.told = [
            (publication, _rule_id(result, once=once is not None), result)
            for publication in report.publications
            for once in [said_once(publication)]
            for result in (publication.results if once is None else [once])
        ]
        self.told += [(None, _rule_id(result, once=False), result) for result in report.across]  # type: ignore[misc]
        self.rules = rules_of(((identifier, result) for _, identifier, result in self.told), self.say)
        self.rule_index = {rule["id"]: index for index, rule in enumerate(self.rules)}
        self.baseline = any(result.baselined for _, _, result in self.told)
        self.seen: Counter[str] = Counter()

    def data(self) -> Data:
        driver = {"name": "publicity-check", "version": self.options.tool_version, "rules": self.rules}
        return {
            "tool": {"driver": driver if self.options.tool_version else {k: v for k, v in driver.items() if v}},
            "invocations": [self._invocation()],
            "artifacts": [
                *map(_artifact, self.report.publications),
                *({"location": _uri(source)} for source in self.configurations),
            ],
            "results": [
                self._result(publication, identifier, result)
                for publication, identifier, result in self.told
                if result.outcome in _KINDS
            ],
            "columnKind": "unicodeCodePoints",
            "properties": {"rulesVersion": self.report.rules_version, "rulesSha256": self.report.rules_sha256},
        }

    def _invocation(self) -> Data:
        unreadable = [
            {
                "level": "error",
                "message": {"text": one_line(p.error)},
                "locations": [{"physicalLocation": {"artifactLocation": self._artifact_location(p.path)}}],
            }
            for p in self.report.publications
            if p.error is not None
        ]
        crashed = [
            {
                "level": "error",
                "message": {"text": self.say.message(result)},
                "associatedRule": {"id": identifier, "index": self.rule_index[identifier]},
                **({"locations": [self._location(publication.path, None)]} if publication else {}),
            }
            for publication, identifier, result in self.told
            if result.outcome is Outcome.ERROR
        ]
        skipped = [
            {
                "level": "note",
                "message": {"text": self.say.message(s)},
                "locations": [{"physicalLocation": {"artifactLocation": _uri(s.path)}}],
            }
            for s in self.report.skipped
        ]
        failed = [*unreadable, *crashed]
        invocation: Data = {"executionSuccessful": not failed, "exitCode": self.report.exit_code}
        told = [*failed, *skipped]
        return {**invocation, "toolExecutionNotifications": told} if told else invocation

    def _result(self, publication: PublicationReport | None, identifier: str, result: Result) -> Data:
        failed = result.outcome is Outcome.FAILED
        level = ("error" if result.level == "must" else "warning") if failed else "none"
        data: Data = {
            "ruleId": identifier,
            "ruleIndex": self.rule_index[identifier],
            "kind": _KINDS[result.outcome],
            "level": level,
            "message": _message(result, self.say),
            "partialFingerprints": {"publicityCheck/v1": self._fingerprint(publication, result)},
            "properties": _properties(result, self.say),
        }
        if publication is not None:
            first = result.evidence[0] if result.evidence else None
            data["locations"] = [self._location(publication.path, first)]
            if result.evidence[1:]:
                data["relatedLocations"] = [
                    {"id": number, **self._location(publication.path, evidence)}
                    for number, evidence in enumerate(result.evidence[1:], 1)
                ]
            fix = self._fix(publication, result)
            if fix is not None:
                data["fixes"] = [fix]
        else:
            self._spread(data, result)
        if result.suppressed:
            data["suppressions"] = [_suppression(result)]
        if self.baseline:
            data["baselineState"] = "unchanged" if result.baselined else "new"
        return data

    def _spread(self, data: Data, result: Result) -> None:
        """Give a result of the whole run the places of all its sides, each in its own publication or configuration."""
        sides = [e for e in result.evidence if e.source]
        for number, evidence in enumerate(sides):
            location = self._location(evidence.source, evidence)
            if number:
                data.setdefault("relatedLocations", []).append({"id": number, **location})
            else:
                data["locations"] = [location]
        if not sides and self.report.publications:
            data["locations"] = [self._location(self.report.publications[0].path, None)]

    def _location(self, path: str, evidence: Evidence | None) -> Data:
        physical: Data = {"artifactLocation": self._artifact_location(path)}
        location: Data = {"physicalLocation": physical}
        if evidence is not None:
            if evidence.locator.line is not None:
                snippet = {"snippet": {"text": clean(evidence.quote)}} if evidence.quote else {}
                physical["region"] = {**_position(evidence.locator), **snippet}
            where = place(evidence, self.say)
            if where:
                location["logicalLocations"] = [{"name": evidence.region.value, "fullyQualifiedName": where}]
            location["message"] = {"text": _told(evidence, self.say)}
        return location

    def _artifact_location(self, path: str) -> Data:
        return {**_uri(path), "index": self.artifacts[path]}

    def _fingerprint(self, publication: PublicationReport | None, result: Result) -> str:
        pieces = [shown_path(publication.path) if publication else "", result.requirement, result.project or ""]
        pieces += [result.code, *(one_line(evidence.quote) for evidence in result.evidence)]
        digest = hashlib.sha256("\0".join(pieces).encode()).hexdigest()[:32]
        self.seen[digest] += 1
        return digest if self.seen[digest] == 1 else f"{digest}:{self.seen[digest]}"

    def _fix(self, publication: PublicationReport, result: Result) -> Data | None:
        """Return the edits that put a result right: of a page those that ``fix`` makes, of a text a wording put in."""
        replaced = [_replacement(edit) for edit in _edits(publication, result)]
        if not replaced and media_type(publication.format) == "text/plain":
            replaced = _pasted(publication, result)
        if not replaced:
            return None
        artifact = self._artifact_location(publication.path)
        return {
            "description": {"text": "Put it right as the rules have it."},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": replaced}],
        }


def _edits(publication: PublicationReport, result: Result) -> tuple[Edit, ...]:
    return next((m.edits for m in publication.mends if any(publication.results[n] is result for n in m.results)), ())


def _replacement(edit: Edit) -> Data:
    region = {
        "startLine": edit.line,
        "startColumn": edit.column,
        "endLine": edit.end_line,
        "endColumn": edit.end_column,
    }
    text = "\r".join(map(clean, edit.text.split("\r")))
    return {"deletedRegion": region, "insertedContent": {"text": text}}


def _pasted(publication: PublicationReport, result: Result) -> list[Data]:
    """Return how a missing wording is put into a text, before the funding statement or another trace of the funding."""
    pasted = result.kind is Kind.MISSING and result.check in _PASTED and result.suggestion
    anchor = _anchor(publication) if pasted and not open_slots(result.suggestion or "") else None
    if anchor is None or anchor.line is None:
        return []
    return [_replacement(Edit(anchor.line, 1, anchor.line, 1, f"{result.suggestion}\n\n"))]


def _rule_id(result: Result, *, once: bool) -> str:
    return result.code if once else result.requirement


def _anchor(publication: PublicationReport) -> Locator | None:
    """Return where the funding is named for readers to see, if its line is known."""
    for check in _PASTED:
        for result in publication.results:
            for evidence in result.evidence if result.check == check else ():
                if evidence.region.visible and evidence.locator.line is not None:
                    return evidence.locator
    return None


def _position(locator: Locator) -> Data:
    position: Data = {"startLine": locator.line}
    return position if locator.column is None else {**position, "startColumn": locator.column}


def _uri(path: str) -> Data:
    shown = shown_path(path)
    pure = PureWindowsPath(shown) if "\\" in shown else PurePath(shown)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix()), "uriBaseId": "%SRCROOT%"}


def _artifact(publication: PublicationReport) -> Data:
    artifact: Data = {"location": _uri(publication.path), "roles": ["analysisTarget"]}
    if publication.sha256:
        artifact["hashes"] = {"sha-256": publication.sha256}
    if kind := media_type(publication.format):
        artifact["mimeType"] = kind
    return artifact


def _message(result: Result, say: Sentences) -> Data:
    sentences_ = [say.message(result), say.next_step(result)]
    text = " ".join(filter(None, sentences_))
    if not result.suggestion:
        return {"text": text}
    pasted = "".join(wording(result.suggestion, say))
    fence = "```" if "```" not in pasted else "~~~~"
    return {"text": f"{text}\n{pasted}", "markdown": f"{text}\n\n{fence}text\n{pasted}\n{fence}"}


def _properties(result: Result, say: Sentences) -> Data:
    return {
        "project": result.project,
        "outcome": result.outcome.value,
        "failure": result.kind.value if result.kind else None,
        "code": result.code,
        "notes": [say.message(note) for note in result.notes],
    }


def _told(evidence: Evidence, say: Sentences) -> str:
    where = place(evidence, say)
    quote = f"“{one_line(evidence.quote)}”" if evidence.quote else ""
    return f"{quote} ({where})" if quote and where else quote or where


def _suppression(result: Result) -> Data:
    assert result.suppressed is not None  # noqa: S101 - asked for by the caller
    kind = "external" if result.suppressed.source.endswith(".toml") else "inSource"
    properties: Iterable[tuple[str, str | None]] = (
        ("source", result.suppressed.source),
        ("until", result.suppressed.until),
    )
    return {
        "kind": kind,
        "status": "accepted",
        "justification": clean(result.suppressed.reason),
        "properties": {name: value for name, value in properties if value},
    }
