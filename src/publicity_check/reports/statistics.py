"""How often each finding occurs: a line for each code, most frequent first, instead of the findings themselves."""

from collections import Counter

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.explain import made_by
from publicity_check.reports.findings import findings
from publicity_check.reports.grouping import overall, rule_name
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".txt"


def render(report: Report, options: ReportOptions) -> str:
    """Return ``number<TAB>pages<TAB>group<TAB>check/code<TAB>first page`` for each kind, most frequent first.

    Behind these lines stand the files that could not be read, and the count of the run.
    """
    say = sentences(options.language)
    count: Counter[tuple[str, str]] = Counter()
    pages: dict[tuple[str, str], dict[str, None]] = {}
    for found in findings(report):
        key = (found.group, rule_name(found.result))
        count[key] += 1
        pages.setdefault(key, {})[found.path] = None
    unread = [f"{shown_path(p.path)}: {one_line(p.error)}" for p in report.publications if p.error is not None]
    ordered = sorted(count, key=lambda key: (-count[key], key))
    lines = [
        f"{count[key]}\t{len(pages[key])}\t{say.term('group', key[0])}\t{key[1]}\t{shown_path(next(iter(pages[key])))}"
        for key in ordered
    ]
    return "\n".join([*lines, *unread, f"{' '.join(overall(report, say))} ({made_by(report, options, say)})"]) + "\n"
