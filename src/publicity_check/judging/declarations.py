"""What is to be said of declarations themselves: a slip in a path or selector is told, not obeyed."""

from collections.abc import Iterable, Iterator, Sequence

from publicity_check.config.model import Config
from publicity_check.config.places import where_declared
from publicity_check.config.scope import DeclaredPattern, matches, patterns_of
from publicity_check.publication import Evidence
from publicity_check.results import CONFIGURATION, Kind, Outcome, PublicationReport, Result
from publicity_check.rulebook.common import CheckName
from publicity_check.values.message import Quote, Values


def advised(code: str, values: Values, at: tuple[Evidence, ...], check: CheckName = "language") -> Result:
    """Return a recommendation about what the user declared, with its place; ``check`` is what it is about."""
    return Result(
        project=None,
        requirement=f"{CONFIGURATION}{code}",
        check=check,
        level="should",
        basis="practice",
        outcome=Outcome.FAILED,
        kind=Kind.INCORRECT,
        code=code,
        values=values,
        evidence=at,
    )


def unused_patterns(config: Config, places: Iterable[str]) -> list[DeclaredPattern]:
    """Return the patterns of a configuration that mean none of the places; exceptions ("!keep.html") are not asked."""
    known = list(places)
    return [
        declared
        for declared in patterns_of(config)
        if not declared.pattern.startswith("!") and not any(matches((declared.pattern,), place) for place in known)
    ]


def told_of_patterns(patterns: Iterable[DeclaredPattern], file: str, example: str) -> Iterator[Result]:
    """Yield a recommendation for each pattern that means nothing; ``example`` is a place as patterns see it."""
    for declared in patterns:
        values: Values = {"key": declared.key, "pattern": Quote(declared.pattern), "example": Quote(example)}
        yield advised("pattern-unused", values, where_declared(file, declared.key))


def told_of_projects(config: Config, file: str, reports: Sequence[PublicationReport]) -> Iterator[Result]:
    """Yield a recommendation for each declared project without paths that no publication names."""
    for place in unnamed(config, reports):
        project = config.project[place]
        called = project.number or project.acronym or next(iter(project.titles.values()), "")
        yield advised("project-unused", {"project": Quote(called)}, where_declared(file, f"project[{place}]"))


def unnamed(config: Config, reports: Sequence[PublicationReport]) -> list[int]:
    """Return the places in the configuration of the projects without paths that no publication names."""
    met = {place for report in reports for place in report.declared}
    return [place for place, project in enumerate(config.project) if not project.paths and place not in met]


def told_of_selectors(selectors: Iterable[str], file: str, reports: Sequence[PublicationReport]) -> Iterator[Result]:
    """Yield a recommendation for each selector of the site's furniture that means nothing on any page."""
    if any(report.format == "html" for report in reports):
        met = {selector for report in reports for selector in report.furnished}
        for selector in selectors:
            if selector not in met:
                yield advised("selector-unused", {"selector": Quote(selector)}, where_declared(file, "site_footer"))
