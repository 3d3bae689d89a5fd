"""The report for a person at a terminal: first how much is to be done, what many pages share, then each publication.

For each publication: by which rules it was judged and why; what is missing, does not agree or needs a person's
eyes, with quote, place and legal basis; then what to do next, with the wording to paste. Wordings are never
wrapped, so that they can be copied.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.reports.alike import Alike, Shown, gathered, on_pages
from publicity_check.reports.clean import one_line
from publicity_check.reports.elements import rows_of
from publicity_check.reports.explain import (
    found,
    judged_by,
    kind_of,
    legal_basis,
    made_by,
    not_checked,
    not_known,
    wording,
)
from publicity_check.reports.grouping import OPEN, grouped, is_unfunded, name_of, overall, said_once, verdict
from publicity_check.reports.kinds import Told
from publicity_check.reports.layout import Page
from publicity_check.reports.not_read import NotRead, not_read, shortened
from publicity_check.reports.options import ReportOptions
from publicity_check.results import ChosenPack, Detail, PublicationReport, Report, Result
from publicity_check.rulebook.template import open_slots

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".txt"

_Pages = Mapping[int, Sequence[PublicationReport]]
_STYLES = {
    "error": "bold red",
    "missing": "bold red",
    "conflicting": "bold red",
    "incorrect": "bold red",
    "incomplete": "bold red",
    "review": "bold yellow",
    "recommended": "bold cyan",
    "passed": "bold green",
}
_FEW = 5
"""So many publications that were not checked are named without being asked for."""


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as text; ``quiet`` leaves the summary, with a line for each publication that needs work."""
    say = sentences(options.language)
    page = Page(options.width, options.color)
    for number, sentence in enumerate(overall(report, say)):
        page.paragraph(sentence, style="" if number else "bold")
    if options.quiet:
        _short(report, say, page)
        return page.text()
    writer = _Writer(say, page, options)
    several = len(report.publications) > 1
    told = gathered(report, say, whole=options.verbose)
    if told.alike:
        writer.alike(told.alike)
    for shown in told.shown:
        writer.publication(shown, several=several)
    if report.across:
        page.gap()
        page.rule(say("between-publications"))
        writer.results(report.across)
    if told.fine:
        page.gap()
        page.rule(say.term("group", "passed"))
        page.paragraph(say.counted("count-not-named", len(told.fine)), indent=2)
    if told.unfunded:
        writer.unfunded(told.unfunded)
    writer.not_read(not_read(report, say))
    page.gap()
    if any(p.rule_packs for p in report.publications):
        page.paragraph(say("in-order-means"), style="dim")
    page.paragraph(f"{made_by(report, options, say)}.", style="dim")
    return page.text()


def _short(report: Report, say: Sentences, page: Page) -> None:
    if len(report.publications) > 1:
        for publication in report.publications:
            if publication.error is not None or any(g.key in OPEN for g in grouped(publication.results)):
                page.paragraph(f"{shown_path(publication.path)}: {verdict(publication, say)}")


class _Writer:
    """Writes publications and their results on one page."""

    def __init__(self, say: Sentences, page: Page, options: ReportOptions) -> None:
        self.say, self.page, self.options = say, page, options

    def alike(self, findings: Sequence[Alike]) -> None:
        """Write the findings that several publications share, each once."""
        say, page = self.say, self.page
        page.gap()
        page.rule(say("on-several-pages"))
        pages = {id(a.result): a.publications for a in findings}
        self.results([a.result for a in findings], pages)

    def publication(self, shown: Shown, *, several: bool) -> None:
        """Write all that is to be said of one publication."""
        say, page, publication = self.say, self.page, shown.publication
        page.gap()
        page.rule(shown_path(publication.path))
        if several:
            page.paragraph(verdict(publication, say), style="bold")
        if shown.told_once:
            page.paragraph(say.counted("told-once", shown.told_once))
        once = said_once(publication)
        if is_unfunded(publication) and (once is None or once.code == "no-sign"):
            self.how_to_hold()
        elif once is not None:
            page.paragraph(say.message(once))
            for evidence in once.evidence:
                page.paragraph(found(evidence, say), indent=2, first="> ")
            page.paragraph(say.next_step(once))
        else:
            for pack in publication.rule_packs:
                page.paragraph(judged_by(pack, say))
                if self.options.verbose:
                    self.elements(publication, pack)
            self.results(shown.results)
            self.remarks(shown.results)
            self.in_order(shown.results)
            if self.options.verbose or publication.media_told_by != "format":
                page.paragraph(kind_of(publication, say))
        unchecked = not_checked(publication, say)
        if unchecked and not self.options.verbose:
            unchecked = (say.counted("count-not-checked", len(unchecked)),)
        listed = (*not_known(publication, say), *unchecked)
        self.listed(say("duties-not-known"), map(one_line, listed))
        self.listed(say("not-read"), (one_line(say.message(piece)) for piece in publication.not_read))

    def elements(self, publication: PublicationReport, pack: ChosenPack) -> None:
        """Write what is found of each element, whether it is asked for, and the verdict."""
        say = self.say
        columns = (say("element"), say("found-of-it"), say("asked-for"), say("verdict"))
        rows = [row.told(say, publication.language) for row in rows_of(publication, pack)]
        self.page.gap()
        self.page.table(columns, rows)
        self.page.gap()

    def results(self, results: Sequence[Result], pages: _Pages = MappingProxyType({})) -> None:
        """Write the groups that are to be seen, then what to do about them; ``pages`` have the results by their id."""
        hidden = () if self.options.verbose else ("passed", "inapplicable")
        groups = [group for group in grouped(results) if group.key not in hidden]
        for group in groups:
            self.page.gap()
            self.page.paragraph(self.say.term("group", group.key), style=_STYLES.get(group.key, "bold"))
            for told in group.told:
                self.result(told.result, results, pages.get(id(told.first), ()), told)
        todo = [t.result for g in groups if g.key in (*OPEN, "recommended") for t in g.told]
        self.next_steps(todo, results)

    def result(self, result: Result, results: Sequence[Result], on: Sequence[PublicationReport], told: Told) -> None:
        """Write one result: what is the matter, on which publications, where, and why it is asked."""
        say, page = self.say, self.page
        page.paragraph(name_of(result, results, say), indent=2, style="bold")
        page.paragraph(say.message(result), indent=4)
        if on:
            page.paragraph(on_pages(on, say), indent=4)
        for evidence in result.evidence:
            page.paragraph(found(evidence, say), indent=4, first="> ")
        if result.suppressed:
            reason, source = one_line(result.suppressed.reason), one_line(result.suppressed.source)
            page.paragraph(say("set-aside", reason=reason, source=source), indent=4)
        if told.more:
            page.paragraph(say.counted("more-of-kind", len(told.more)), indent=4)
            for evidence in told.more_places:
                page.paragraph(found(evidence, say), indent=4, first="> ")
        for number, sentence in enumerate(legal_basis(result, say)):
            page.paragraph(sentence, indent=4, first="- " if number else "", style="dim")

    def next_steps(self, todo: Sequence[Result], results: Sequence[Result]) -> None:
        """Write what to do, the wordings unwrapped and each by itself."""
        say, page = self.say, self.page
        named = {(name_of(r, results, say), say.next_step(r) or say("put-in"), r.suggestion): r for r in reversed(todo)}
        steps = [(n, step, r) for (n, step, _), r in reversed(named.items()) if say.next_step(r) or r.suggestion]
        if steps:
            page.gap()
            page.paragraph(say("what-next"), style="bold")
        for number, (name, step, result) in enumerate(steps, 1):
            page.paragraph(f"{name}: {step}", indent=2, first=f"{number}. ")
            if result.suggestion and result.suggestion not in step:
                page.gap()
                page.verbatim("".join(wording(result.suggestion, say)), style="bold")
                page.gap()
                if open_slots(result.suggestion):
                    page.paragraph(say("fill-gaps"), indent=5)

    def remarks(self, results: Sequence[Result]) -> None:
        """Write the remarks that change nothing."""
        names = [(name_of(r, results, self.say), self.say.message(note)) for r in results for note in r.notes]
        self.listed(self.say("remarks"), (f"{name}: {remark}" for name, remark in names))

    def in_order(self, results: Sequence[Result]) -> None:
        """Name what passed, in one line; in full it is written where asked for."""
        passed = next((g.told for g in grouped(results) if g.key == "passed"), ())
        if passed and not self.options.verbose:
            names = dict.fromkeys(name_of(t.result, results, self.say) for t in passed)
            self.page.gap()
            self.page.paragraph(self.say("in-order-list", names=", ".join(names)), style="green")

    def listed(self, title: str, pieces: Iterable[str]) -> None:
        """Write a title and a list below it; nothing if the list is empty."""
        for number, piece in enumerate(pieces):
            if not number:
                self.page.gap()
                self.page.paragraph(title, style="bold")
            self.page.paragraph(piece, indent=2, first="- ")

    def unfunded(self, publications: Sequence[PublicationReport]) -> None:
        """Write which publications were not checked and how to have them checked."""
        say, page = self.say, self.page
        page.gap()
        page.rule(say.term("headline", "no-sign"))
        if len(publications) <= _FEW:
            for publication in publications:
                page.paragraph(shown_path(publication.path), indent=2)
        else:
            page.paragraph(say.counted("count-not-named", len(publications)), indent=2)
        self.how_to_hold()

    def not_read(self, groups: Sequence[NotRead]) -> None:
        """Write what was found and not read, the files of one reason together."""
        say, page = self.say, self.page
        if groups:
            page.gap()
            page.rule(say("found-not-read"))
        for group in groups:
            page.paragraph(f"{group.reason} {group.next_step}".rstrip())
            for path in group.paths if self.options.verbose else shortened(group.paths, _FEW, say):
                page.paragraph(path, indent=2)

    def how_to_hold(self) -> None:
        """Write how a publication without sign of funding is held to the rules."""
        self.page.paragraph(self.say("how-to-hold"))
