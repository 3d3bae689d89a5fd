"""One line a finding, never wrapped: ``path:line:col: check/code message``, as linters print and editors read it.

Files that could not be read come first in their place as ``path: error …``; the last line counts.
"""

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.explain import made_by
from publicity_check.reports.findings import Found, findings
from publicity_check.reports.grouping import overall, rule_name
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".txt"


def render(report: Report, options: ReportOptions) -> str:
    """Return a line for each finding, in the order of the files, and a last one that counts (not with ``quiet``)."""
    say = sentences(options.language)
    lines = [f"{shown_path(p.path)}: error {one_line(p.error)}" for p in report.publications if p.error is not None]
    lines += [_line(found, say) for found in findings(report)]
    if not options.quiet:
        lines.append(one_line(f"{' '.join(overall(report, say))} ({made_by(report, options, say)})"))
    return "".join(f"{line}\n" for line in lines)


def _line(found: Found, say: Sentences) -> str:
    where = [shown_path(found.path)] if found.path else []
    if where and found.locator is not None and found.locator.line is not None:
        where += [str(found.locator.line)]
        where += [str(found.locator.column)] if found.locator.column is not None else []
    result = found.result
    said = one_line(say.message(result))
    level = "" if found.group != "recommended" else f"[{say.term('group', 'recommended')}] "
    return f"{':'.join([*where, ''])} {rule_name(found.result)} {level}{said}".strip()
