"""The programming period that the years of a publication point to."""

from publicity_check.facts.model import Facts, YearMention
from publicity_check.publication import Publication, Region

_SPANS = {"2007-2013": range(2007, 2014), "2014-2020": range(2014, 2021), "2021-2027": range(2024, 2032)}
"""Years that point to one period: projects of 2014-2020 still ran until 2023, so 2021 to 2023 decide nothing."""


_ELSEWHERE = frozenset({Region.FOOTER, Region.NAVIGATION, Region.ASIDE})
"""Where years are those of the site, of its copyright and of its news."""


def last_year_period(publication: Publication, facts: Facts) -> tuple[str, YearMention] | None:
    """Return the period to which the last year in the text points, and that year; ``None`` if it points to none."""
    told = (m for m in facts.years if m.visible and publication.blocks[m.span.first].region not in _ELSEWHERE)
    last = max(told, key=lambda m: m.year, default=None)
    if last is None:
        return None
    return next(((period, last) for period, span in _SPANS.items() if last.year in span), None)
