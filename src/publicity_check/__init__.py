"""Checks whether publications of EU-funded projects say so as law and programme require.

What stands in ``__all__`` is the public door; everything else may change without notice.
"""

from typing import TYPE_CHECKING

from publicity_check._version import __version__
from publicity_check.errors import ConfigError, PublicityCheckError, ReadError, RulesError

if TYPE_CHECKING:
    from publicity_check.api import Source, check, find_facts, read, render
    from publicity_check.config.model import Binding, Config, Partner, Project, SuppressionRule
    from publicity_check.facts.model import (
        Amount,
        Facts,
        FundMention,
        ImageFact,
        Language,
        LinkFact,
        Note,
        ProgrammeMention,
        ProjectNumber,
        Rate,
        Statement,
    )
    from publicity_check.publication import Block, Cell, Evidence, Image, Link, Locator, Publication, Region, Span
    from publicity_check.reports.options import ReportOptions
    from publicity_check.results import (
        ChosenPack,
        Kind,
        Outcome,
        PublicationReport,
        Reason,
        Report,
        Result,
        Suppression,
    )
    from publicity_check.rulebook.common import Clause

__all__ = [
    "Amount",
    "Binding",
    "Block",
    "Cell",
    "ChosenPack",
    "Clause",
    "Config",
    "ConfigError",
    "Evidence",
    "Facts",
    "FundMention",
    "Image",
    "ImageFact",
    "Kind",
    "Language",
    "Link",
    "LinkFact",
    "Locator",
    "Note",
    "Outcome",
    "Partner",
    "ProgrammeMention",
    "Project",
    "ProjectNumber",
    "Publication",
    "PublicationReport",
    "PublicityCheckError",
    "Rate",
    "ReadError",
    "Reason",
    "Region",
    "Report",
    "ReportOptions",
    "Result",
    "RulesError",
    "Source",
    "Span",
    "Statement",
    "Suppression",
    "SuppressionRule",
    "__version__",
    "check",
    "find_facts",
    "read",
    "render",
]

_HOMES = {
    "api": "Source check find_facts read render",
    "config.model": "Binding Config Partner Project SuppressionRule",
    "facts.model": """
        Amount Facts FundMention ImageFact Language LinkFact Note ProgrammeMention ProjectNumber Rate Statement
    """,
    "publication": "Block Cell Evidence Image Link Locator Publication Region Span",
    "reports.options": "ReportOptions",
    "results": "ChosenPack Kind Outcome PublicationReport Reason Report Result Suppression",
    "rulebook.common": "Clause",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that ``--help`` needs no parser."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
