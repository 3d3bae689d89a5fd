"""Finds and reads ``publicity-check.toml``."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from publicity_check.config.model import Config, Partner, Project
from publicity_check.config.scope import is_pattern, patterns_of
from publicity_check.config.twice import difference, same_project
from publicity_check.errors import ConfigError
from publicity_check.rulebook.toml import bytes_of_file, line_of, read_toml

FILE_NAME = "publicity-check.toml"

_MOST_MONEY = Decimal(10) ** 15
"""No budget is larger, in any currency."""
_MOST_PER_CENT = 100


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in a file's folder or one above it, or ``None``."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        if (candidate / FILE_NAME).is_file():
            return candidate / FILE_NAME
    return None


def read_config(path: Path) -> Config:
    """Read a configuration file. Raises :class:`ConfigError` with file, line and key for every mistake."""
    raw = bytes_of_file(path, ConfigError)
    config = read_toml(path, raw, Config, ConfigError)
    for key, wrong in _troubles(config):
        line = line_of(raw.decode("utf-8-sig"), key)
        raise ConfigError(f"{path}{f':{line}' if line else ''}: key {key}: {wrong}")
    return config


def _troubles(config: Config) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a configuration beyond the kinds of its values: the key, and what it is."""
    for position, suppression in enumerate(config.suppress):
        if not suppression.reason.strip():
            yield f"suppress[{position}].reason", "say why the finding is accepted"
        if not (suppression.path or suppression.quote):
            yield f"suppress[{position}]", "name the place, as path or quote"
    for position, project in enumerate(config.project):
        key = f"project[{position}]"
        if not (project.number or project.acronym or project.titles):
            yield key, "give the project's number, acronym or title"
        yield from _figures(key, project)
        for number, partner in enumerate(project.partners):
            yield from _figures(f"{key}.partners[{number}]", partner)
        for other in config.project[:position]:
            if same_project(project, other) and (told := difference(project, other)):
                yield key, told
    for position, page in enumerate(config.site_page):
        if not page.carries:
            yield f"site_page[{position}].carries", 'name what it carries: ["disclaimer"]'
    for declared in patterns_of(config):
        if not is_pattern(declared.pattern):
            yield declared.key, f'"{declared.pattern}" is no pattern of a .gitignore'


def _figures(key: str, declared: Project | Partner) -> Iterator[tuple[str, str]]:
    for name in ("total", "eligible", "eu", "rate"):
        value: Decimal | None = getattr(declared, name, None)
        most = _MOST_PER_CENT if name == "rate" else _MOST_MONEY
        if value is not None and not (value.is_finite() and 0 <= value <= most):
            example = "a rate in per cent, such as 85" if name == "rate" else "an amount, such as 176680.75"
            yield f"{key}.{name}", f"{str(value)[:40]} cannot be; write {example}"
