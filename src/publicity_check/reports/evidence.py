"""What spoke for whose rules: each piece of evidence with its place and weight, and what the likeliest rules weigh."""

from collections.abc import Iterator

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line, shortened
from publicity_check.reports.explain import made_by
from publicity_check.reports.grouping import pack_title, verdict
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.results import ChosenPack, Detail, PublicationReport, Report, Weighed

NEEDS: frozenset[Detail] = frozenset({"facts"})
SUFFIX = ".txt"

_PACKS = 3
"""Packs that are named of those to which one piece of evidence points."""


def render(report: Report, options: ReportOptions) -> str:
    """Return for each project of each file a table of weights: the rules, the likeliest packs, then the evidence."""
    say = sentences(options.language)
    lines = [line for publication in report.publications for line in _publication(publication, say)]
    return "\n".join([*lines, made_by(report, options, say)]) + "\n"


def _publication(publication: PublicationReport, say: Sentences) -> Iterator[str]:
    path = shown_path(publication.path)
    if not publication.rule_packs:
        yield f"{path}: {one_line(verdict(publication, say))}"
    for pack in publication.rule_packs:
        project = f" {say('project', project=one_line(pack.project))}" if pack.project else ""
        yield f"{path}:{project} {pack_title(pack, say)} [{' | '.join(pack.candidates or (pack.id,))}]"
        yield from _table(pack, say)
        yield ""


def _table(pack: ChosenPack, say: Sentences) -> Iterator[str]:
    for identity, weight in pack.scores.items():
        yield f"  {weight:5.1f}  {identity}"
    if pack.scores:
        yield "  -----"
    for piece in pack.evidence:
        yield f"  {piece.weight:5.1f}  {_row(piece, say)}"
    for reason in () if pack.evidence else pack.because:
        yield f"         {one_line(say.message(reason))}"


def _row(piece: Weighed, say: Sentences) -> str:
    where = place(piece.reason.evidence, say, heading=False) if piece.reason.evidence else ""
    more = len(piece.packs) - _PACKS
    packs = f" -> {', '.join(piece.packs[:_PACKS])}{f' +{more}' if more > 0 else ''}" if piece.packs else ""
    told = shortened(one_line(say.message(piece.reason)))
    return f"{piece.kind} ({piece.place}): {told}{f' ({where})' if where else ''}{packs}"
