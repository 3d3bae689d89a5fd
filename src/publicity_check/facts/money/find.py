"""Amounts and rates of a publication: every sum of money and every percentage, and what it is the sum of.

Only blocks that hold digits are looked at, and only if the publication names a currency or a percentage at all.
What the words around figures say and what arithmetic proves among them go into one search for the best reading.
"""

import re
from collections.abc import Sequence

from publicity_check.facts.lexicon.money import SIGNS, Vocabularies
from publicity_check.facts.model import (
    Amount,
    Budget,
    FundMention,
    ProgrammeMention,
    ProjectNumber,
    Rate,
)
from publicity_check.facts.money.apart import Sections
from publicity_check.facts.money.gather import Gatherer
from publicity_check.facts.money.labels import Place
from publicity_check.facts.money.mentions import Gathered
from publicity_check.facts.money.part import figure_of, parts
from publicity_check.facts.money.projects import Projects
from publicity_check.facts.money.scan import Found
from publicity_check.facts.money.settle import settle
from publicity_check.publication import Block, Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import Words
from publicity_check.values.figures import RUN

_FEW = 2
"""Projects of a publication up to which a figure without a number is read with those of the main one."""
_SIGN = re.compile(f"[%{SIGNS}]")


class AmountFinder:
    """Finds the amounts and rates of publications; words are compiled when a language is first met."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabularies = Vocabularies(rulebook)

    def find(
        self,
        publication: Publication,
        words: Words,
        sentences: Sentences,
        language: str,
        project_numbers: Sequence[ProjectNumber] = (),
        funds: Sequence[FundMention] = (),
        programmes: Sequence[ProgrammeMention] = (),
    ) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
        """Return all amounts and rates in reading order, and how they were read.

        ``words`` and ``sentences`` are those of the publication's blocks, ``language`` is its language ("" if unknown);
        project numbers, funds and programmes are those found in it.
        """
        blocks = self._money_blocks(publication, words)
        if blocks.isdisjoint(words.numbered):
            return (), (), Budget()
        numbers = [n.span for n in project_numbers]
        named = _named(funds, programmes, numbers)
        wanted = blocks & words.numbered
        gathered = Gatherer(publication, sentences, self._vocabularies, language, wanted, named, numbers).gather()
        return _read(publication, sentences, gathered, project_numbers)

    def count(self, publication: Publication, words: Words) -> tuple[int, Span | None]:
        """Return how many figures stand in blocks that speak of money, and the first; see also :meth:`find`."""
        blocks = self._money_blocks(publication, words) & words.numbered
        count = sum(sum(1 for _ in RUN.finditer(publication.blocks[block].text)) for block in blocks)
        first = RUN.search(publication.blocks[min(blocks)].text) if blocks else None
        return count, Span.within(min(blocks), *first.span()) if first else None

    def _money_blocks(self, publication: Publication, words: Words) -> set[int]:
        """Return the blocks that name a currency or a percentage, and all cells of a table in which one does."""
        vocabulary = self._vocabularies.of(*self._vocabularies.languages)
        currencies, per_cent = vocabulary.currency_words, vocabulary.percent_starts
        scales = vocabulary.scales
        telling = {
            key
            for key in words.distinct
            if key in currencies
            or key[:4] in per_cent
            or (key[0].isdigit() and ((rest := key.lstrip("0123456789")) in currencies or rest in scales))
        }
        found = {b for key, b in zip(words.keys, words.block, strict=True) if key in telling} if telling else set()
        rare = vocabulary.rare_words
        if not words.distinct.isdisjoint(rare):
            blocks = publication.blocks
            found.update(
                b
                for key, b in zip(words.keys, words.block, strict=True)
                if key in rare and b in words.numbered and rare[key] in blocks[b].text
            )
        tables: dict[int, list[int]] = {}
        for block in publication.blocks:
            if block.cell is not None:
                tables.setdefault(block.cell.table, []).append(block.index)
            if _SIGN.search(block.text):
                found.add(block.index)
        for cells in tables.values():
            if not found.isdisjoint((cells[0] - 1, *cells, cells[-1] + 1)):
                found.update(cells)
        return found


def _read(
    publication: Publication, sentences: Sentences, gathered: Gathered, numbers: Sequence[ProjectNumber]
) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
    """Read the figures of each project on its own."""
    mentions, rates = gathered.mentions, gathered.rates
    settle(rates, mentions, [figure_of(m) for m in mentions])
    spans = [_span(m.block, m.found) for m in mentions]
    of_rates = [_span(r.block, r.found) for r in rates]
    projects = Projects(publication, sentences, numbers, sorted((*spans, *of_rates), key=lambda s: (s.first, s.start)))
    named = [projects.of(span) for span in spans]
    named_rates = [projects.of(span) for span in of_rates]
    cited = {n.value for n in numbers if n.role == "cited"} - {n.value for n in numbers if n.role == "own"}
    for mention, key in zip(mentions, named, strict=True):
        if key in cited:
            mention.more.append(("cited", 1.0))
    told = [p for p in named if p is not None and p not in cited]
    main = max(dict.fromkeys(told), key=told.count) if told and len(set(told)) <= _FEW else None
    project = [p or main for p in named]
    of_rate = [project[r.beside[0]] if r.beside else p or main for r, p in zip(rates, named_rates, strict=True)]
    sections = Sections(publication, numbers)
    amounts: dict[int, Amount] = {}
    shown: dict[int, Rate] = {}
    budget = Budget()
    for key in dict.fromkeys((*project, *of_rate)):
        mine = [i for i, p in enumerate(project) if p == key]
        theirs = [i for i, p in enumerate(of_rate) if p == key]
        for part in parts(publication, sections, gathered, mine, theirs, (named, named_rates)):
            amounts |= dict(zip(part.mine, part.amounts, strict=True))
            shown |= dict(zip(part.theirs, part.rates, strict=True))
            budget = budget.and_of(part.budget)
    return tuple(amounts[i] for i in sorted(amounts)), tuple(shown[i] for i in sorted(shown)), budget


def _span(block: Block, one: Found) -> Span:
    return Span.within(block.index, one.start, one.end)


def _inside(one: Span, other: Span) -> bool:
    """Say whether a span is part of another in one block: the fund in the number "ERDF.04.019"."""
    return one.first == other.first and other.start <= one.start and one.end <= other.end


def _named(
    funds: Sequence[FundMention], programmes: Sequence[ProgrammeMention], numbers: Sequence[Span]
) -> dict[int, list[Place]]:
    """Return the funds and programmes named in each block; what is part of a project's number names none."""
    found: dict[int, list[Place]] = {}
    places = [(Place("fund", f.span.start, f.span.end, f.fund), f.span) for f in funds]
    places += [(Place("payer", p.span.start, p.span.end), p.span) for p in programmes]
    for place, span in places:
        if span.first == span.last and not any(_inside(span, n) for n in numbers):
            found.setdefault(span.first, []).append(place)
    return found
