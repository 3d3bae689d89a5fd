"""The JUnit XML report: a test suite for each publication, a test case for each duty.

A failed duty is a ``failure``; what needs a person's eyes, what was set aside and what does not apply is ``skipped``
with the reason; what could not be read or checked is an ``error``. In strict runs recommendations and what needs
eyes are failures too.
"""

from xml.etree import ElementTree

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import clean
from publicity_check.reports.explain import found, legal_basis, made_by, wording
from publicity_check.reports.grouping import group_of, said_once
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Outcome, PublicationReport, Report, Result

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".xml"

_ABOUT = {
    "review": "needs a person's eyes",
    "recommended": "recommended",
    "inapplicable": "does not apply",
    "known": "known from the baseline",
}


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as JUnit XML."""
    say = sentences("en")
    root = ElementTree.Element("testsuites", {"name": "publicity-check"})
    made = made_by(report, options, say)
    for publication in report.publications:
        suite = _suite(root, shown_path(publication.path), made)
        _cases(suite, publication, say, strict=report.strict)
        _count(suite)
    if report.across:
        suite = _suite(root, "between the publications", made)
        for result in report.across:
            _case(suite, result, "between the publications", say, strict=report.strict)
        _count(suite)
    if report.skipped:
        suite = _suite(root, "found and not read", made)
        for skipped in report.skipped:
            case = ElementTree.SubElement(suite, "testcase", {"classname": shown_path(skipped.path), "name": "read"})
            case.set("time", "0")
            ElementTree.SubElement(case, "skipped", {"message": say.message(skipped)})
        _count(suite)
    _count(root)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(root: ElementTree.Element, name: str, made: str) -> ElementTree.Element:
    suite = ElementTree.SubElement(root, "testsuite", {"name": name})
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", {"name": "made-by", "value": made})
    return suite


def _cases(suite: ElementTree.Element, publication: PublicationReport, say: Sentences, *, strict: bool) -> None:
    path = shown_path(publication.path)
    if publication.error is not None:
        case = ElementTree.SubElement(suite, "testcase", {"classname": path, "name": "read", "time": "0"})
        ElementTree.SubElement(case, "error", {"type": "unreadable", "message": clean(publication.error)})
        return
    once = said_once(publication)
    for result in publication.results if once is None else [once]:
        _case(suite, result, path, say, strict=strict)


def _case(suite: ElementTree.Element, result: Result, path: str, say: Sentences, *, strict: bool) -> None:
    name = f"{result.requirement} ({result.project})" if result.project else result.requirement
    case = ElementTree.SubElement(suite, "testcase", {"classname": path, "name": clean(name), "time": "0"})
    group = group_of(result)
    message = say.message(result)
    if group == "error":
        ElementTree.SubElement(case, "error", {"type": result.code, "message": message})
    elif group in ("missing", "conflicting", "incorrect", "incomplete") or (
        strict and group in ("review", "recommended")
    ):
        kind = result.kind.value if result.kind else result.outcome.value
        failure = ElementTree.SubElement(case, "failure", {"type": kind, "message": message})
        failure.text = _told(result, say)
    elif group == "suppressed" and result.suppressed:
        reason = f"set aside: {clean(result.suppressed.reason)}: {message}"
        ElementTree.SubElement(case, "skipped", {"message": reason})
    elif group in ("review", "inapplicable", "known"):
        skipped = ElementTree.SubElement(case, "skipped", {"message": f"{_ABOUT[group]}: {message}"})
        if group == "review":
            skipped.text = _told(result, say)
    elif group == "recommended":
        out = ElementTree.SubElement(case, "system-out")
        out.text = f"{_ABOUT[group]}: {message}\n{_told(result, say)}"


def _told(result: Result, say: Sentences) -> str:
    lines = [say.next_step(result), "".join(wording(result.suggestion or "", say))]
    lines += [found(evidence, say) for evidence in result.evidence]
    if result.outcome is not Outcome.PASSED:
        lines += legal_basis(result, say)
    return "\n".join(filter(None, lines))


def _count(element: ElementTree.Element) -> None:
    cases = element.findall(".//testcase")
    element.set("tests", str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
