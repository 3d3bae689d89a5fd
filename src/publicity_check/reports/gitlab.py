"""The code quality report that GitLab shows in merge requests.

What failed is ``major``, what needs a person's eyes ``minor``, a recommendation ``info``; a file that could not be
read is a ``blocker``. The fingerprint holds file, duty, code and quotes, no line, so that it stays the same when text
moves. Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
from collections import Counter
from typing import Any

import msgspec

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.explain import made_by, wording
from publicity_check.reports.findings import findings
from publicity_check.reports.grouping import rule_name
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".json"

Issue = dict[str, Any]

_SEVERITY = {"error": "blocker", "review": "minor", "recommended": "info"}


def render(report: Report, options: ReportOptions) -> str:
    """Return the findings as a JSON list; one of the whole run, without a file, is put on the first publication."""
    say = sentences("en")
    seen: Counter[str] = Counter()
    somewhere = report.publications[0].path if report.publications else "."

    def issue(path: str, code: str, severity: str, text: str, line: int, key: list[str], more: str = "") -> Issue:
        digest = hashlib.sha256("\0".join([path, code, *key]).encode()).hexdigest()[:32]
        seen[digest] += 1
        return {
            "description": text,
            "content": {"body": f"{more}\n\n{made_by(report, options, say)}".strip()},
            "check_name": code,
            "fingerprint": digest if seen[digest] == 1 else f"{digest}:{seen[digest]}",
            "severity": severity,
            "location": {"path": shown_path(path), "lines": {"begin": line}},
        }

    issues = [issue(p.path, "unreadable", "blocker", one_line(p.error), 1, []) for p in report.publications if p.error]
    for found in findings(report):
        result = found.result
        text, more = (
            one_line(say.message(result)),
            "\n\n".join(filter(None, [say.next_step(result), "".join(wording(result.suggestion or "", say))])),
        )
        line = found.locator.line if found.locator is not None and found.locator.line is not None else 1
        key = [result.requirement, result.project or "", *(e.quote for e in result.evidence)]
        severity = _SEVERITY.get(found.group, "major")
        issues.append(issue(found.path or somewhere, rule_name(found.result), severity, text, line, key, more))
    return msgspec.json.format(msgspec.json.encode(issues), indent=2).decode() + "\n"
