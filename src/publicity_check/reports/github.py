"""GitHub annotations: workflow commands that show findings beside the changed lines.

What failed is an error, what needs a person's eyes a warning, a recommendation a notice; what is in order, set aside
or known from the baseline is not shown. Commands and their escapes:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import clean
from publicity_check.reports.explain import found, legal_basis, made_by, wording
from publicity_check.reports.grouping import group_of, rule_name, said_once
from publicity_check.reports.kinds import Told, by_kind
from publicity_check.reports.not_read import not_read, shortened
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.results import Detail, PublicationReport, Report, Result

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".txt"

_COMMANDS = {
    "error": "error",
    "missing": "error",
    "conflicting": "error",
    "incorrect": "error",
    "incomplete": "error",
    "review": "warning",
    "recommended": "notice",
}

_FEW = 10
"""So many files are named that were not read for one reason."""


def render(report: Report, options: ReportOptions) -> str:
    """Return the annotations, a line each, after a line for the log that names the program and its rules."""
    say = sentences("en")
    lines = [f"::debug::{_data(made_by(report, options, say))}"]
    lines += [line for publication in report.publications for line in _publication(publication, say)]
    across = ((result, result.evidence[0].source if result.evidence else "") for result in report.across)
    lines += [line for result, source in across for line in _result(result, shown_path(source), say)]
    told = [f"{g.reason} {', '.join(shortened(g.paths, _FEW, say))}" for g in not_read(report, say)]
    if told:
        lines.append(_command("notice", {"title": "Found and not read"}, "\n".join(told)))
    return "".join(f"{line}\n" for line in lines)


def _publication(publication: PublicationReport, say: Sentences) -> Iterator[str]:
    path = shown_path(publication.path)
    if publication.error is not None:
        yield _command("error", {"file": path, "title": "Could not be read"}, clean(publication.error))
        return
    once = said_once(publication)
    for told in by_kind(publication.results if once is None else [once]):
        yield from _result(told.result, path, say, told)


def _result(result: Result, path: str, say: Sentences, told: Told | None = None) -> Iterator[str]:
    command = _COMMANDS.get(group_of(result))
    if command is None:
        return
    properties: dict[str, str] = {"file": path} if path else {}
    first = result.evidence[0].locator if result.evidence else None
    if path and first and first.line is not None:
        properties["line"] = str(first.line)
        if first.column is not None:
            properties["col"] = str(first.column)
    properties["title"] = f"publicity-check: {rule_name(result)}"
    lines = [say.message(result), say.next_step(result), "".join(wording(result.suggestion or "", say))]
    lines += [f"“{clean(e.quote)}” ({place(e, say)})" for e in result.evidence if e.quote]
    if told is not None and told.more:
        lines.append(say.counted("more-of-kind", len(told.more)))
        lines += [found(evidence, say) for evidence in told.more_places]
    lines += legal_basis(result, say)
    yield _command(command, properties, "\n".join(filter(None, lines)))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
