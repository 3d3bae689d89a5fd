"""Declarations of a configuration that mean nothing that is there: a slip in a path or selector is told, not obeyed."""

from collections.abc import Iterable, Iterator, Sequence

from publicity_check.config.model import Config
from publicity_check.config.scope import DeclaredPattern, matches, patterns_of
from publicity_check.results import Kind, Outcome, PublicationReport, Result
from publicity_check.values.message import Quote, Values


def unused_patterns(config: Config, places: Iterable[str]) -> list[DeclaredPattern]:
    """Return the patterns of a configuration that mean none of the places; exceptions ("!keep.html") are not asked."""
    known = list(places)
    return [
        declared
        for declared in patterns_of(config)
        if not declared.pattern.startswith("!") and not any(matches((declared.pattern,), place) for place in known)
    ]


def told_of_patterns(patterns: Iterable[DeclaredPattern], example: str) -> Iterator[Result]:
    """Yield a recommendation for each pattern that means nothing; ``example`` is a place as patterns see it."""
    for declared in patterns:
        values: Values = {"key": declared.key, "pattern": Quote(declared.pattern), "example": Quote(example)}
        yield _recommended("pattern-unused", values)


def told_of_selectors(selectors: Iterable[str], reports: Sequence[PublicationReport]) -> Iterator[Result]:
    """Yield a recommendation for each selector of the site's furniture that means nothing on any page."""
    if any(report.format == "html" for report in reports):
        met = {selector for report in reports for selector in report.furnished}
        for selector in selectors:
            if selector not in met:
                yield _recommended("selector-unused", {"selector": Quote(selector)})


def _recommended(code: str, values: Values) -> Result:
    return Result(
        project=None,
        requirement=f"configuration/{code}",
        check="language",
        level="should",
        basis="practice",
        outcome=Outcome.FAILED,
        kind=Kind.INCORRECT,
        code=code,
        values=values,
    )
