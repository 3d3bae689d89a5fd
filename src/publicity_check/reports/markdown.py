"""A summary in Markdown: for the page of a CI job (``GITHUB_STEP_SUMMARY``) or a comment on a change.

Equal findings of many pages, as a template makes them, are one row that counts the pages and names the first.
"""

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.explain import made_by, wording
from publicity_check.reports.findings import Found, findings, told_of
from publicity_check.reports.grouping import name_of, overall
from publicity_check.reports.kinds import Told, by_kind
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".md"

_ROWS = 200
"""Rows shown at most: the page of a job holds 1 MB."""


def render(report: Report, options: ReportOptions) -> str:
    """Return a heading that counts, what could not be read, and a table of findings."""
    say = sentences(options.language)
    first, *more = overall(report, say)
    lines = [f"## publicity-check: {_escaped(first)}", "", *(_escaped(m) + "\n" for m in more)]
    lines += [f"- {_escaped(one_line(p.error))}" for p in report.publications if p.error]
    alike: dict[tuple[str, ...], list[Found]] = {}
    told = {id(t.first): t for p in report.publications for t in by_kind(told_of(p))}
    told |= {id(r): Told(r, r) for r in report.across}
    for found in findings(report):
        if id(found.result) not in told:
            continue
        result, others = found.result, told[id(found.result)].more
        of_kind = say.counted("more-of-kind", len(others)) if others else ""
        said = (
            one_line(f"{say.message(result)} {of_kind}"),
            one_line(say.next_step(result)),
            one_line("".join(wording(result.suggestion or "", say))),
        )
        key = (found.group, name_of(result, (result,), say), result.code, *said)
        alike.setdefault(key, []).append(found)
    if alike:
        columns = [say("column-finding"), say("column-message"), say("column-where")]
        lines += ["", f"| {' | '.join(columns)} |", "|---|---|---|"]
    for (group, name, _, message, step, text), of_it in list(alike.items())[:_ROWS]:
        what = f"{name} ({say.term('group', group)})"
        where = shown_path(of_it[0].path) if of_it[0].path else ""
        line = of_it[0].locator.line if of_it[0].locator is not None else None
        where += f":{line}" if where and line is not None else ""
        pages = len({f.path for f in of_it})
        where = say.counted("on-pages", pages, first=where) if pages > 1 else where
        do = _escaped(f"{message} {step}".strip()) + (f"<br><br>{_escaped(text)}" if text and text not in step else "")
        lines.append(f"| {_escaped(what)} | {do} | {_escaped(where)} |")
    if len(alike) > _ROWS:
        lines += ["", _escaped(say.counted("more-rows", len(alike) - _ROWS))]
    lines += ["", f"<sub>{_escaped(made_by(report, options, say))}</sub>"]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in one_line(text))
