"""Years and programming periods that a publication names."""

import re
from collections.abc import Iterator

from publicity_check.facts.model import PeriodMention, YearMention
from publicity_check.publication import Block, Publication, Span
from publicity_check.rulebook.common import PERIODS

_PERIOD = re.compile(r"(?<!\d)(20(?:07|14|21|23))\D{1,8}(20(?:13|2[02367]))(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d,/])")
_CENTURY = "20"
"""What a text with a year holds; few do."""


def find_years(publication: Publication) -> tuple[YearMention, ...]:
    """Return the years from 2000 to 2039, in reading order; a day, a sum, a part of a number is none."""
    return tuple(
        YearMention(int(match[1]), Span.within(block.index, match.start(1), match.end(1)), block.region.visible)
        for block in _dated(publication)
        for match in _YEAR.finditer(block.text)
    )


def find_periods(publication: Publication) -> tuple[PeriodMention, ...]:
    """Return the programming periods, in reading order, however their two years are joined."""
    return tuple(
        PeriodMention(period, Span.within(block.index, *match.span()), block.region.visible)
        for block in _dated(publication)
        for match in _PERIOD.finditer(block.text)
        if (period := PERIODS.get(f"{match[1]}-{match[2]}"))
    )


def _dated(publication: Publication) -> Iterator[Block]:
    return (block for block in publication.blocks if _CENTURY in block.text)
