"""What the HTML report shows, made ready for its template: texts in the reader's language, links between places."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from publicity_check.facts.model import REPORTED, Fact
from publicity_check.messages import Sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Span
from publicity_check.reports.alike import Alike, Shown, on_pages
from publicity_check.reports.clean import clean, shortened
from publicity_check.reports.elements import rows_of
from publicity_check.reports.explain import (
    binding,
    how_known,
    judged_by,
    kind_of,
    not_checked,
    not_known,
    sources,
    wording,
)
from publicity_check.reports.facts_text import told_of
from publicity_check.reports.grouping import (
    OPEN,
    group_of,
    grouped,
    is_unfunded,
    name_of,
    said_once,
    verdict,
)
from publicity_check.reports.kinds import Told
from publicity_check.reports.marked_text import Mark, Piece, Stretch, pieces_of, stretches
from publicity_check.reports.places import place
from publicity_check.results import PublicationReport, Result
from publicity_check.rulebook.template import open_slots

_Thing = TypeVar("_Thing")
_TONES = {
    **dict.fromkeys(OPEN, "bad"),
    "review": "eyes",
    "recommended": "advice",
    "passed": "fine",
}


class PlaceView(msgspec.Struct, frozen=True, gc=False):
    """A quote, its place in words, and the name of the place in the page's text ("" if the text is not shown)."""

    quote: str
    where: str
    anchor: str


class ResultView(msgspec.Struct, frozen=True, gc=False):
    """One result. ``tone`` is "bad", "eyes", "advice", "fine" or "quiet"."""

    anchor: str
    code: str
    key: str
    tone: str
    name: str
    message: str
    next_step: str
    suggestion: tuple[str, ...]
    """Text, and by turns what is to be filled in."""
    suggestion_language: str
    open_slots: bool
    mended: str
    """The author's own sentence as it reads once it is put right; "" where none is."""
    binding: str
    known: str
    """How the duty is known, and since when."""
    sources: tuple[tuple[str, str], ...]
    places: tuple[PlaceView, ...]
    more: str
    more_places: tuple[PlaceView, ...]
    notes: tuple[str, ...]
    set_aside: str


class AlikeView(msgspec.Struct, frozen=True, gc=False):
    """A finding that several publications share, how many they are, and which."""

    result: ResultView
    where: str
    paths: tuple[str, ...]


class NoteView(msgspec.Struct, frozen=True, gc=False):
    """What stands beside a piece of text about one result; ``sides`` are all places of one that has several."""

    result: ResultView
    sides: tuple[PlaceView, ...]


class PieceView(msgspec.Struct, frozen=True, gc=False):
    """A piece of text, what it is called where that changes, and what stands beside it."""

    piece: Piece
    label: str
    notes: tuple[NoteView, ...]
    facts: tuple[tuple[str, str], ...]
    """Style and words of each fact that begins here."""


class StretchView(msgspec.Struct, frozen=True, gc=False):
    """Pieces of text, folded away where they tell nothing."""

    folded: bool
    label: str
    pieces: tuple[PieceView, ...]


class PublicationView(msgspec.Struct, frozen=True, gc=False):
    """One publication."""

    anchor: str
    path: str
    verdict: str
    told_once: str
    tone: str
    unfunded: bool
    report: PublicationReport
    language: str
    judged_by: tuple[str, ...]
    once: ResultView | None
    groups: tuple[tuple[str, str, tuple[ResultView, ...]], ...]
    """Key, title and results of each group."""
    elements: tuple[tuple[str, tuple[tuple[str, str, str, str], ...]], ...]
    """For each project its name, "" where there is but one, and the rows of its table."""
    kind: str
    """What kind of publication it is, and what tells that."""
    unknown: tuple[str, ...]
    unchecked: tuple[str, ...]
    pictures: tuple[tuple[str, str, str], ...]
    """For each picture that was looked at its address, its name and what was seen."""
    text: tuple[StretchView, ...]


def alike_view(alike: Alike, anchor: str, say: Sentences) -> AlikeView:
    """Return what is shown of a finding that several publications share."""
    paths = tuple(shown_path(p.path) for p in alike.publications)
    view = result_view(alike.result, (alike.result,), anchor, None, say)
    view = replace(view, suggestion_language=known_language(alike.publications[0].language))
    return AlikeView(view, on_pages(alike.publications, say), paths)


def publication_view(shown: Shown, anchor: str, say: Sentences) -> PublicationView:
    """Return what is shown of one publication; the names of its places begin with ``anchor``."""
    publication = shown.publication
    once = said_once(publication)
    results = shown.results if once is None else (once,)
    views = {id(r): result_view(r, results, f"{anchor}-r{n}", publication, say) for n, r in enumerate(results, 1)}
    for mend in publication.mends if once is None else ():
        mended = [id(publication.results[n]) for n in mend.results]
        views |= {i: replace(views[i], mended=clean(mend.sentence)) for i in mended if i in views}
    groups = tuple(
        (g.key, say.term("group", g.key), tuple(_told_view(told, results, views, say) for told in g.told))
        for g in grouped(results)
    )
    text = (
        ()
        if publication.publication is None or is_unfunded(publication)
        else _text(publication, [(views[id(r)], r) for r in results], say)
    )
    return PublicationView(
        anchor=anchor,
        path=shown_path(publication.path),
        verdict=verdict(publication, say),
        told_once=say.counted("told-once", shown.told_once) if shown.told_once else "",
        tone=_tone_of(publication),
        unfunded=is_unfunded(publication),
        report=publication,
        language=known_language(publication.language),
        judged_by=tuple(judged_by(pack, say) for pack in publication.rule_packs),
        once=None if once is None else views[id(once)],
        groups=() if once is not None else groups,
        elements=() if once is not None else tuple(_elements(publication, say)),
        kind=kind_of(publication, say),
        unknown=not_known(publication, say),
        unchecked=not_checked(publication, say),
        pictures=tuple((p.thumbnail, shortened(p.name), say.term("picture", p.shows)) for p in publication.pictures),
        text=text,
    )


def _elements(
    publication: PublicationReport, say: Sentences
) -> Iterable[tuple[str, tuple[tuple[str, str, str, str], ...]]]:
    for pack in publication.rule_packs:
        rows = tuple(row.told(say, publication.language) for row in rows_of(publication, pack))
        yield (pack.project or "" if publication.rule_packs[1:] else ""), rows


def _told_view(told: Told, results: Sequence[Result], views: Mapping[int, ResultView], say: Sentences) -> ResultView:
    """Return what is shown of a result with further ones of its kind."""
    places = [place for r in told.more for place in views[id(r)].places[:1]]
    return replace(
        views[id(told.first)],
        name=name_of(told.result, results, say),
        more=say.counted("more-of-kind", len(told.more)) if told.more else "",
        more_places=tuple(places[: len(told.more_places)]),
    )


def result_view(
    result: Result, results: Sequence[Result], anchor: str, publication: PublicationReport | None, say: Sentences
) -> ResultView:
    """Return what is shown of one result."""
    key = group_of(result)
    shown = publication is not None and publication.publication is not None
    places = tuple(
        PlaceView(shortened(e.quote), place(e, say), f"{anchor}-{n}" if shown and e.span else "")
        for n, e in enumerate(result.evidence, 1)
    )
    suggestion = result.suggestion or ""
    aside = result.suppressed
    return ResultView(
        anchor=anchor,
        code=result.code,
        key=key,
        tone=_TONES.get(key, "quiet"),
        name=name_of(result, results, say),
        message=say.message(result),
        next_step=say.next_step(result),
        suggestion=tuple(wording(suggestion, say)) if suggestion else (),
        suggestion_language=known_language(publication.language) if publication else "",
        open_slots=bool(open_slots(suggestion)),
        mended="",
        binding=binding(result, say),
        known=how_known(result, say),
        sources=tuple(sources(result, say)),
        places=places,
        more="",
        more_places=(),
        notes=tuple(say.message(note) for note in result.notes),
        set_aside=say("set-aside", reason=aside.reason, source=aside.source) if aside else "",
    )


@cache
def known_language(code: str) -> str:
    """Return a language code that browsers know, "" for anything else."""
    from babel import Locale

    short = code.lower().replace("_", "-").split("-")[0]
    return short if re.fullmatch("[a-z]{2}", short) and short in Locale("en").languages else ""


def _tone_of(publication: PublicationReport) -> str:
    if publication.error is not None:
        return "bad"
    tones = [_TONES.get(group_of(r), "quiet") for r in publication.results]
    return next((tone for tone in ("bad", "eyes", "fine") if tone in tones), "quiet")


def _text(
    publication: PublicationReport, results: Sequence[tuple[ResultView, Result]], say: Sentences
) -> tuple[StretchView, ...]:
    text = publication.publication
    assert text is not None  # noqa: S101 - asked for by the caller
    evidence = [(v, e, p) for v, r in results for e, p in zip(r.evidence, v.places, strict=True)]
    found = publication.facts.lists(REPORTED) if publication.facts else ()
    facts = [(name, fact) for name, listed in found for fact in listed]
    marks = [Mark(fact.span, "found") for _, fact in facts]
    marks += [Mark(e.span, f"said {view.tone}", p.anchor) for view, e, p in evidence if e.span is not None]
    quoted = _by_block((e.span, view) for view, e, _ in evidence if e.span is not None)
    told = _by_block((fact.span, (name, fact)) for name, fact in facts)
    last = None
    views = []
    for stretch in stretches(pieces_of(text, marks)):
        pieces = []
        for piece in stretch.pieces:
            label = say.term("region", piece.region.value) if piece.region is not last else ""
            last = piece.region
            pieces.append(PieceView(piece, label, _notes(_of(quoted, piece)), _facts(_of(told, piece), say)))
        views.append(_stretch(stretch, tuple(pieces), say))
    return tuple(views)


def _stretch(stretch: Stretch, pieces: tuple[PieceView, ...], say: Sentences) -> StretchView:
    label = say.counted(
        "count-nothing-found",
        len(pieces),
        region=say.term("region", stretch.region.value),
    )
    return StretchView(stretch.folded, label, pieces)


def _by_block(things: Iterable[tuple[Span, _Thing]]) -> dict[int, list[tuple[int, _Thing]]]:
    """Return things by the blocks in which their spans begin, numbered in their order."""
    found: dict[int, list[tuple[int, _Thing]]] = {}
    for number, (span, thing) in enumerate(things):
        found.setdefault(span.first, []).append((number, thing))
    return found


def _of(things: Mapping[int, list[tuple[int, _Thing]]], piece: Piece) -> list[_Thing]:
    """Return what begins in the blocks of a piece, in its order."""
    here = sorted((numbered for block in piece.blocks for numbered in things.get(block, ())), key=lambda n: n[0])
    return [thing for _, thing in here]


def _notes(views: Iterable[ResultView]) -> tuple[NoteView, ...]:
    once: dict[str, ResultView] = {}
    for view in views:
        once.setdefault(view.anchor, view)
    return tuple(NoteView(view, view.places if len(view.places) > 1 else ()) for view in once.values())


def _facts(facts: Iterable[tuple[str, Fact]], say: Sentences) -> tuple[tuple[str, str], ...]:
    told = []
    for name, fact in facts:
        pieces = (shortened(getattr(fact, "as_written", ""), 40), told_of(fact, say))
        called = say.term("fact", name)
        told.append((name.replace("_", "-"), f"{called}: {', '.join(filter(None, pieces))}"))
    return tuple(dict.fromkeys(told))
