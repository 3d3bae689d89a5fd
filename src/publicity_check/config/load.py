"""Finds and reads ``publicity-check.toml``."""

from pathlib import Path

from publicity_check.config.model import Config
from publicity_check.errors import ConfigError
from publicity_check.rulebook.toml import read_toml

FILE_NAME = "publicity-check.toml"


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in a file's folder or one above it, or ``None``."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        if (candidate / FILE_NAME).is_file():
            return candidate / FILE_NAME
    return None


def read_config(path: Path) -> Config:
    """Read a configuration file. Raises :class:`ConfigError` with file, line and key for every mistake."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    config = read_toml(path, raw, Config, ConfigError)
    for position, suppression in enumerate(config.suppress):
        if not suppression.reason.strip():
            raise ConfigError(f"{path}: key suppress[{position}].reason: say why the finding is accepted")
        if not (suppression.path or suppression.quote):
            raise ConfigError(f"{path}: key suppress[{position}]: name the place, as path or quote")
    for position, project in enumerate(config.project):
        if not (project.number or project.acronym or project.titles):
            raise ConfigError(f"{path}: key project[{position}]: give the project's number, acronym or title")
    return config
