"""Checks whether publications of EU-funded projects say so as law and programme require."""

from typing import TYPE_CHECKING

from publicity_check.errors import ConfigError, PublicityCheckError, ReadError, RulesError

if TYPE_CHECKING:
    from publicity_check.api import check, find_facts, read
    from publicity_check.facts.model import Facts
    from publicity_check.publication import Publication
    from publicity_check.results import Outcome, PublicationReport, Report, Result

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "Facts",
    "Outcome",
    "Publication",
    "PublicationReport",
    "PublicityCheckError",
    "ReadError",
    "Report",
    "Result",
    "RulesError",
    "check",
    "find_facts",
    "read",
]

_HOMES = {
    "check": "api",
    "find_facts": "api",
    "read": "api",
    "Facts": "facts.model",
    "Publication": "publication",
    "Outcome": "results",
    "PublicationReport": "results",
    "Report": "results",
    "Result": "results",
}


def __getattr__(name: str) -> object:
    """Import the public names when they are first used, so that ``--help`` needs no parser."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
