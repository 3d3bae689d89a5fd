"""Which programming period a publication belongs to, as far as it says so."""

from collections import Counter

from publicity_check.facts.model import Facts
from publicity_check.rulebook import Rulebook

_SPANS = {"2007-2013": range(2007, 2014), "2014-2020": range(2014, 2021), "2021-2027": range(2024, 2032)}
"""Years that point to one period: projects of 2014-2020 still ran until 2023, so 2021 to 2023 decide nothing."""


def named_periods(facts: Facts, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the periods that the publication names itself: in words, by its wordings or programme names."""
    found: Counter[str] = Counter()
    for mention in facts.programmes:
        if mention.period:
            found[mention.period] += 1
    for number in facts.project_numbers:
        if number.role == "own" and number.period in _SPANS:
            found[number.period] += 2
    for statement in facts.statements:
        periods = {rulebook.wordings[w].period for w in statement.wordings if w in rulebook.wordings}
        if len(periods) == 1 and (period := periods.pop()) and "quoted" not in statement.codes:
            found[period] += 1
    found.update(mention.period for mention in facts.periods if mention.visible)
    return tuple(period for period, _ in found.most_common())


def dated_periods(facts: Facts) -> tuple[str, ...]:
    """Return the one period that all years in the text point to, or nothing."""
    last = max((mention.year for mention in facts.years if mention.visible), default=0)
    return tuple(period for period, span in _SPANS.items() if last in span)[:1]
