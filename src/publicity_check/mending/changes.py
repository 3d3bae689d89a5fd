"""What of a report can be put right in the publication itself: which text in the place of which, or put in where."""

import re
from collections.abc import Collection, Sequence

import msgspec
from msgspec.structs import replace

from publicity_check.judging.advice import Sentence, is_open, replaced_by
from publicity_check.mending.consent import SAFE, UNSAFE
from publicity_check.mending.words import kept, lost
from publicity_check.publication import Publication, Span
from publicity_check.results import Outcome, PublicationReport, Result
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.languages import Union
from publicity_check.rulebook.template import open_slots

_ALONE: frozenset[CheckName] = frozenset(
    ("funding-statement", "disclaimer", "slogan", "project-number", "programme-link", "eu-link")
)
"""Checks whose wording says something where it stands alone; a bare name of a programme or fund does not."""
_STATEMENTS: tuple[CheckName, ...] = ("funding-statement", "disclaimer", "slogan")
"""Where these stand, what is missing beside them is put in."""

_MUCH = 0.5
"""The share of a sentence's words that has to be left where a prescribed one takes its place unasked."""

_BRACKETS = re.compile(r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}")
"""A gap of a template, with what belongs in it."""
_FEW = 1
"""So many words of a sentence may be lost unasked."""
_ABBREVIATED = "statement-union-abbreviated"


class Change(msgspec.Struct, frozen=True):
    """A text that mends some results: in the place of one of several stretches of the publication, or put in.

    ``beside`` is what it is put in behind; without it, it goes to the end of the text. An ``address`` is put in as a
    link where the format has links that show nothing else.
    """

    text: str
    results: tuple[Result, ...]
    instead: tuple[Span, ...] = ()
    beside: Span | None = None
    address: bool = False


def changes(
    report: PublicationReport,
    publication: Publication,
    sentence: Sentence,
    rulebook: Rulebook,
    only: Collection[CheckName] = (),
    *,
    unsafe: bool = False,
) -> tuple[Change, ...]:
    """Return what would put a publication right without a person's help, what stands in place of others first.

    ``only`` names the checks to be looked at; without it all are. Safe is a prescribed wording without gaps that a
    failure of a safe code asks for; with ``unsafe`` also what needs a person's consent, and names that a person would
    rather work into a sentence. Figures are never changed.
    """
    language = rulebook.languages.get(report.language)
    union = language.names.union if language else None
    beside = next(reversed(siblings(report)), None)
    planned: dict[tuple[str, tuple[Span, ...]], Change] = {}
    for result in report.results:
        if not is_open(result) or result.baselined or (only and result.check not in only):
            continue
        if result.code == _ABBREVIATED and (written := _in_full(result, publication, union)) is not None:
            planned[written.text, written.instead] = written
            continue
        text = result.suggestion
        if not text or open_slots(text) or result.code not in (*SAFE, *UNSAFE):
            continue
        instead = tuple(_trimmed(span, publication) for span in replaced_by(result, sentence))
        # A whole sentence in the place of a part of one would make no sentence, nor a number in the place of one.
        instead = instead[-1:] if result.check in _STATEMENTS else instead[:1]
        quotes = [publication.quote(span) for span in instead]
        if not (unsafe or _is_safe(result, quotes)) or _loses_figures(result, quotes):
            continue
        text = _ended(text, quotes)
        known = planned.get((text, instead))
        results = (*known.results, result) if known else (result,)
        address = result.check in ("programme-link", "eu-link")
        planned[text, instead] = Change(text, results, instead, None if instead else beside, address)
    return tuple(sorted(planned.values(), key=lambda change: not change.instead))


def _in_full(result: Result, publication: Publication, union: Union | None) -> Change | None:
    """Return the Union's name in full in the place of its abbreviation, in the form that the prescribed wording has.

    That form is right only between the words between which the wording has it: "by the EU." becomes "by the European
    Union.", and "an EU grant" is left to a person.
    """
    first = result.evidence[0] if result.evidence else None
    if union is None or first is None or first.span is None or first.span.first != first.span.last:
        return None
    short = "|".join(map(re.escape, union.abbreviations))
    text = publication.blocks[first.span.first].text
    written = [m for m in re.finditer(rf"(?<![\w-])(?:{short})(?![\w-])", text) if short and _within(first.span, m)]
    named = [m for form in union.forms for m in re.finditer(re.escape(form), result.suggestion or "", re.IGNORECASE)]
    for name in sorted(named, key=lambda m: -len(m[0])):
        if len(written) == 1 and _between(result.suggestion or "", name) == _between(text, written[0]):
            return Change(name[0], (result,), (Span.within(first.span.first, *written[0].span()),))
    return None


def _within(span: Span, found: re.Match[str]) -> bool:
    return span.start <= found.start() and found.end() <= span.end


def _between(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the word before and the word behind a find, "" where its clause begins or ends there."""
    before = re.search(r"(\w+['’ -]?)\s*\Z", text[: found.start()])
    behind = re.match(r"\s*(\w*)", text[found.end() :])
    return (before[1] if before else "").replace("’", "'").casefold().strip(), (behind[1] if behind else "").casefold()


def _trimmed(span: Span, publication: Publication) -> Span:
    """Return a span without the white space at its end."""
    quote = publication.quote(span)
    blanks = len(quote) - len(quote.rstrip())
    return replace(span, end=span.end - blanks) if blanks < span.end else span


def _is_safe(result: Result, quotes: Sequence[str]) -> bool:
    """Say whether a wording can be put in without a person's consent: it is asked for, and keeps what was said."""
    if result.outcome is not Outcome.FAILED or result.code not in SAFE:
        return False
    if not quotes:
        return result.check in _ALONE
    if result.check not in _STATEMENTS:
        return True
    said, text = _BRACKETS.sub("", quotes[0]), result.suggestion or ""
    return kept(said, text) >= _MUCH and len(lost(said, text)) <= _FEW


def _loses_figures(result: Result, quotes: Sequence[str]) -> bool:
    """Say whether a sentence with figures or numbers would give way to one without: they are never changed."""
    gone = (word for quote in quotes for word in lost(quote, result.suggestion or ""))
    return result.check in _STATEMENTS and any(sign.isdigit() for word in gone for sign in word)


def _ended(text: str, quotes: Sequence[str]) -> str:
    """Return a wording with the full stop of the sentence in whose place it is to stand."""
    ends = any(quote.endswith(".") for quote in quotes) and not text.endswith((".", "!", "?"))
    return f"{text}." if ends else text


def siblings(report: PublicationReport) -> tuple[Span, ...]:
    """Return where the statements stand that readers see, the funding statement first."""
    return tuple(
        e.span
        for check in _STATEMENTS
        for r in report.results
        if r.check == check and r.outcome is not Outcome.INAPPLICABLE
        for e in r.evidence[:1]
        if e.span is not None and e.region.visible and e.quote
    )
