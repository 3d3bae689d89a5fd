"""Which files were looked at, for which project, by which rules and why: what to look at before trusting a set-up."""

from collections.abc import Iterator

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.explain import made_by
from publicity_check.reports.grouping import pack_title, verdict
from publicity_check.reports.options import ReportOptions
from publicity_check.results import ChosenPack, Detail, PublicationReport, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".txt"

_FEW = 4
"""Candidates named at most where it is not decided whose rules hold."""


def render(report: Report, options: ReportOptions) -> str:
    """Return each file with a line for each project: its number, the rules, and the reasons; then files left aside."""
    say = sentences(options.language)
    lines = [line for publication in report.publications for line in _publication(publication, say)]
    lines += [f"{shown_path(s.path)}: {one_line(say.message(s))}" for s in report.skipped]
    return "\n".join([*lines, made_by(report, options, say)]) + "\n"


def _publication(publication: PublicationReport, say: Sentences) -> Iterator[str]:
    path = shown_path(publication.path)
    if not publication.rule_packs:
        yield f"{path}: {one_line(verdict(publication, say))}"
    for pack in publication.rule_packs:
        project = f" {say('project', project=one_line(pack.project))}" if pack.project else ""
        why = "; ".join(one_line(say.message(reason)) for reason in pack.because)
        yield f"{path}:{project} {_rules(pack, say)}{f' ({why})' if why else ''}"


def _rules(pack: ChosenPack, say: Sentences) -> str:
    if pack.certain:
        return f"{pack_title(pack, say)} [{pack.id}]"
    more = len(pack.candidates) - _FEW
    return f"{' | '.join(pack.candidates[:_FEW])}{f' | +{more}' if more > 0 else ''} [{pack.id}]"
