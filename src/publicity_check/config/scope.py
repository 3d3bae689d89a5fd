"""Which files a configuration speaks of: patterns as in a ``.gitignore``, relative to the configuration's folder."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from publicity_check.config.model import Config, Project
from publicity_check.rulebook.common import Medium

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def matches(patterns: Sequence[str], place: str) -> bool:
    """Say whether a place ("site/projekti/open-up/index.html") is meant by any of the patterns."""
    return bool(patterns) and _spec(tuple(patterns)).match_file(place)


def wanted(config: Config, place: str) -> bool:
    """Say whether a file found in a folder is to be checked."""
    return (not config.include or matches(config.include, place)) and not matches(config.exclude, place)


def bound_projects(projects: Sequence[Project], place: str) -> tuple[Project, ...]:
    """Return the declared projects whose ``paths`` mean this file."""
    return tuple(p for p in projects if matches(p.paths, place))


def bound_rules(config: Config, place: str) -> tuple[str, ...]:
    """Return the packs that ``[[bind]]`` gives this file."""
    return tuple(b.rules for b in config.bind if b.rules and matches(b.paths, place))


def bound_medium(config: Config, place: str) -> Medium | None:
    """Return what kind of publication ``[[bind]]``, or else the configuration as a whole, says that this file is."""
    return next((b.medium for b in config.bind if b.medium and matches(b.paths, place)), config.medium)


class DeclaredPattern(msgspec.Struct, frozen=True, gc=False):
    """A pattern, and the key of the configuration that holds it ("project[0].paths")."""

    key: str
    pattern: str


def patterns_of(config: Config) -> Iterator[DeclaredPattern]:
    """Yield all patterns of a configuration, with their keys."""
    named = [("include", config.include), ("exclude", config.exclude)]
    named += [(f"project[{n}].paths", project.paths) for n, project in enumerate(config.project)]
    named += [(f"bind[{n}].paths", binding.paths) for n, binding in enumerate(config.bind)]
    named += [(f"suppress[{n}].path", (rule.path,)) for n, rule in enumerate(config.suppress) if rule.path]
    for key, patterns in named:
        for pattern in patterns:
            yield DeclaredPattern(key, pattern)


def is_pattern(text: str) -> bool:
    """Say whether a text is a pattern as in a ``.gitignore``."""
    try:
        _spec((text,))
    except ValueError:
        return False
    return True
