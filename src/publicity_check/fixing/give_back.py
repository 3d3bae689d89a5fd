"""A publication given back: checked, put right as far as that is certain, checked again, and never the worse for it."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import ClassVar, Protocol

import msgspec
from msgspec.structs import replace

from publicity_check.errors import PublicityCheckError, ReadError
from publicity_check.fixing.remarks import anchor, first_lines, open_results, remark
from publicity_check.judging.advice import badness
from publicity_check.mending.changes import Change, changes, siblings
from publicity_check.messages import Sentences
from publicity_check.publication import Publication, Span
from publicity_check.readers import read_bytes
from publicity_check.readers.registry import reader_of
from publicity_check.results import PublicationReport
from publicity_check.rulebook.common import CheckName
from publicity_check.run import Run

_MOST = 24
"""Changes of one publication that are tried; each is judged again with all before it."""


class FixError(PublicityCheckError):
    """A publication cannot be given back; the sentence names it and says what to do."""


class GivenBack(msgspec.Struct, frozen=True):
    """One publication after it was gone through.

    ``data`` are its new bytes, the same as before where nothing was to be done. ``made`` changes are in it,
    ``withdrawn`` ones would have made something worse or mended nothing. ``before`` and ``after`` are its reports.
    """

    path: Path
    data: bytes
    before: PublicationReport
    after: PublicationReport
    made: tuple[Change, ...] = ()
    withdrawn: tuple[Change, ...] = ()
    comments: int = 0
    changed: bool = False


class Writer(Protocol):
    """What writes changes, and where its format has them comments, into a publication of one format."""

    has_comments: ClassVar[bool]

    @property
    def told(self) -> Counter[str]:
        """What comments of this program said before: how often each first line."""

    def in_body(self, span: Span) -> bool:
        """Say whether a comment can stand at a quote itself."""

    def comment(self, span: Span | None, lines: Sequence[str]) -> bool:
        """Write a comment, a paragraph a line; say whether that could be done."""

    def replace(self, span: Span, text: str) -> bool:
        """Put a text in the place of another; say whether that could be done."""

    def add(self, text: str, beside: Span | None, *, address: bool) -> bool:
        """Put a text in, behind another or at the end; say whether that could be done."""

    def written(self) -> bytes:
        """Return the publication's bytes as they are now."""


class _Attempt(msgspec.Struct, frozen=True):
    """Changes that were made together, each at one place, and the report on what came of them."""

    made: tuple[tuple[Change, Span | None], ...]
    report: PublicationReport


class _Work:
    """One publication while it is gone through."""

    def __init__(self, path: Path, data: bytes, run: Run) -> None:
        self.path, self.data, self._run = path, data, run.keeping({"facts", "text"})
        self.name = str(path)
        if reader_of(self.name).aside(data):
            raise FixError(f"{path}: is a template that pages are made from: put right what its pages are made of.")
        self.report = self.judged(data)
        facts = self.report.facts
        if self.report.error is not None or facts is None:
            raise ReadError(self.report.error or f"{path}: could not be read")
        self._sentence = facts.sentence
        self.publication: Publication = read_bytes(
            data, self.name, furniture=run.options.config.site_footer, nearby=run.beside(path)
        )

    def planned(self, only: Collection[CheckName], *, unsafe: bool) -> tuple[Change, ...]:
        """Return the changes that may put the publication right."""
        return changes(self.report, self.publication, self._sentence, self._run.rulebook, only, unsafe=unsafe)

    def judged(self, data: bytes) -> PublicationReport:
        return self._run.check_bytes(data, self.name, self._run.beside(self.path))

    def writer(self) -> Writer:
        """Return what writes into the publication as it was."""
        if self.publication.format == "docx":
            from publicity_check.fixing.docx.draft import Draft

            draft = Draft(self.data, self.publication)
            guards = draft.guards
            if guards.signed:
                raise FixError(
                    f"{self.name} is signed, which any change would break. Remove the signature and fix that copy."
                )
            if guards.protected:
                raise FixError(
                    f"{self.name} is protected: it may only be read or filled in. Stop the protection in Word "
                    "(Review, Restrict Editing) and fix that copy."
                )
            if guards.doubled:
                raise FixError(f"{self.name} holds a part twice. Open it in Word, save it again and fix that copy.")
            return draft
        if self.publication.format == "html":
            from publicity_check.mending.html import Page

            return Page(self.data, self.publication)
        raise FixError(f"{self.name}: only Word documents and HTML pages can be given back; use check for this one.")

    def tried(self, planned: Sequence[Change]) -> tuple[_Attempt, tuple[Change, ...]]:
        """Return the most changes that make the publication better and nothing worse, and those that do not."""
        best = _Attempt((), self.report)
        left = list(planned[:_MOST])
        for change in left[:]:
            for span in change.instead or (None,):
                attempt = self._attempt((*best.made, (change, span)))
                if attempt is not None and _better(best.report, attempt.report, change):
                    best = attempt
                    left.remove(change)
                    break
        return best, (*left, *planned[_MOST:])

    def _attempt(self, made: tuple[tuple[Change, Span | None], ...]) -> _Attempt | None:
        writer = self.writer()
        if not all(_write(writer, change, span) for change, span in made):
            return None
        return _Attempt(made, self.judged(writer.written()))


def give_back(
    path: Path,
    data: bytes,
    run: Run,
    say: Sentences,
    *,
    only: Collection[CheckName] = (),
    unsafe: bool = False,
    comments_only: bool = False,
) -> GivenBack:
    """Return a publication with remarks and with what is certain put right.

    ``only`` names the checks whose findings are gone into, ``unsafe`` makes changes too that need a person's consent,
    ``comments_only`` makes none. Word documents get a comment at each finding, in the language of ``say``, and tracked
    changes; HTML pages the changes alone. What was written is checked again: a change that makes any check worse, or
    does not mend what it is for, is withdrawn.

    Raises:
        ReadError: if the publication cannot be read.
        FixError: if its format or its signature allows no change.

    """
    work = _Work(path, data, run)
    writer = work.writer()
    planned = () if comments_only else work.planned(only, unsafe=unsafe)
    attempt, withdrawn = work.tried(planned)
    comments = _comment(writer, work.report, [change for change, _ in attempt.made], say, only)
    for change, span in attempt.made:
        _write(writer, change, span)
    if not (comments or attempt.made):
        return GivenBack(path, data, work.report, work.report, withdrawn=withdrawn)
    written = writer.written()
    after = work.judged(written)
    if _worse(work.report, after):
        raise FixError(f"{work.name}: what was written would be worse than before, so nothing was; please report it.")
    made = tuple(change for change, _ in attempt.made)
    given = GivenBack(path, written, work.report, after, made, withdrawn, comments, changed=True)
    if not made or not writer.has_comments:
        return given
    # What a change brings up anew (a sentence that is whole now names an authority to ask about) is told, too.
    more = give_back(path, written, run, say, only=only, comments_only=True)
    return replace(given, data=more.data, after=more.after, comments=comments + more.comments)


def _write(writer: Writer, change: Change, span: Span | None) -> bool:
    if span is not None:
        return writer.replace(span, change.text)
    return writer.add(change.text, change.beside, address=change.address)


def _better(before: PublicationReport, after: PublicationReport, change: Change) -> bool:
    """Say whether the checks that a change is for stand better after it, and no check worse."""
    bad, now = badness(before.results), badness(after.results)
    meant = {result.check for result in change.results}
    return not _worse(before, after) and all(now.get(check, ()) < bad.get(check, ()) for check in meant)


def _worse(before: PublicationReport, after: PublicationReport) -> bool:
    bad, now = badness(before.results), badness(after.results)
    return after.error is not None or any(now[check] > bad.get(check, ()) for check in now)


def _comment(
    writer: Writer, report: PublicationReport, made: Sequence[Change], say: Sentences, only: Collection[CheckName]
) -> int:
    """Write a remark on each open result where the format has comments; return how many are new.

    What an earlier comment told, in whatever language, is not told again.
    """
    if not writer.has_comments:
        return 0
    told, count = Counter(writer.told), 0
    beside = next(iter(siblings(report)), None)
    for result in open_results(report, only):
        change = next((change for change in made if result in change.results), None)
        at = anchor(result, writer.in_body)
        span = at.span if at else change.beside if change else beside
        here = at if span is not None and writer.in_body(span) else None
        known = next((first for first in first_lines(result) if told[first]), None)
        if known is not None:
            told[known] -= 1
        else:
            count += writer.comment(span, remark(result, here, say, done=change is not None))
    return count
