"""What was found in the W3C's Evaluation and Report Language (EARL 1.0), as JSON-LD: an assertion for each result."""

from collections.abc import Iterator

import msgspec

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.facts import Data
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Outcome, PublicationReport, Report, Result

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".jsonld"

_CONTEXT: Data = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "ptr": "http://www.w3.org/2009/pointers#",
}
_OUTCOMES = {
    Outcome.PASSED: "earl:passed",
    Outcome.FAILED: "earl:failed",
    Outcome.NEEDS_REVIEW: "earl:cantTell",
    Outcome.INAPPLICABLE: "earl:inapplicable",
    Outcome.ERROR: "earl:untested",
}
_PROGRAM = "urn:publicity-check:program"


def render(report: Report, options: ReportOptions) -> str:
    """Return the graph: the program, every publication, every duty that was looked for, every assertion."""
    program = {
        "@id": _PROGRAM,
        "@type": ["earl:Assertor", "earl:Software"],
        "dct:title": "publicity-check",
        "doap:revision": options.tool_version,
        "dct:conformsTo": f"rules {report.rules_version}, SHA-256 {report.rules_sha256}",
    }
    tests: dict[str, Data] = {}
    graph = [program, *(node for p in report.publications for node in _publication(p, tests))]
    data = {"@context": _CONTEXT, "@graph": [*graph, *tests.values()]}
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def _publication(p: PublicationReport, tests: dict[str, Data]) -> Iterator[Data]:
    say = sentences("en", plain=True)
    subject = _subject(p)
    about = {"@id": subject, "@type": "earl:TestSubject", "dct:title": shown_path(p.path), "dct:format": p.format}
    yield {**about, "sch:sha256": p.sha256} if p.sha256 else about
    if p.error is not None:
        untested = {"@type": "earl:TestResult", "earl:outcome": {"@id": "earl:untested"}}
        yield _assertion(p, "read", {**untested, "dct:description": one_line(p.error)})
        tests.setdefault("read", _criterion("read", "The publication can be read."))
    for result in p.results:
        tests.setdefault(result.requirement, _criterion(result.requirement, result.ask or result.check))
        told: Data = {
            "@type": "earl:TestResult",
            "earl:outcome": {"@id": _OUTCOMES[result.outcome]},
            "dct:title": result.code,
            "dct:description": one_line(say.message(result)),
        }
        pointers = [_pointer(result, number) for number in range(len(result.evidence))]
        yield _assertion(p, result.requirement, {**told, "earl:pointer": pointers} if pointers else told)


def _assertion(p: PublicationReport, test: str, result: Data) -> Data:
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": _PROGRAM},
        "earl:subject": {"@id": _subject(p)},
        "earl:test": {"@id": _test(test)},
        "earl:mode": {"@id": "earl:automatic"},
        "earl:result": result,
    }


def _subject(p: PublicationReport) -> str:
    """Return what identifies a publication: its place and its digest."""
    from urllib.parse import quote

    return f"urn:publicity-check:publication:{quote(shown_path(p.path))}{f':{p.sha256}' if p.sha256 else ''}"


def _test(requirement: str) -> str:
    return f"urn:publicity-check:requirement:{requirement}"


def _criterion(requirement: str, title: str) -> Data:
    return {"@id": _test(requirement), "@type": "earl:TestRequirement", "dct:title": one_line(title)}


def _pointer(result: Result, number: int) -> Data:
    evidence = result.evidence[number]
    locator = evidence.locator
    place = {"ptr:lineNumber": locator.line, "ptr:charNumber": locator.column, "ptr:expression": locator.path}
    told = {name: value for name, value in place.items() if value is not None}
    kind = "ptr:LineCharPointer" if locator.line is not None else "ptr:Pointer"
    return {"@type": kind, "dct:description": one_line(evidence.quote), **told}
