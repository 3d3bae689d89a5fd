"""Checks whether publications of EU-funded projects say so as law and programme require.

What stands in ``__all__`` is the public door; everything else may change without notice.
"""

from typing import TYPE_CHECKING

from publicity_check._version import __version__
from publicity_check.errors import ConfigError, PublicityCheckError, ReadError, RulesError

if TYPE_CHECKING:
    from publicity_check.api import Source, check, find_facts, fix, next_step, read, render, say
    from publicity_check.config.model import Binding, Config, Partner, Project, SitePage, SuppressionRule
    from publicity_check.facts.model import (
        Amount,
        Facts,
        FundMention,
        ImageFact,
        Language,
        LinkFact,
        Note,
        PeriodMention,
        ProgrammeMention,
        ProjectMention,
        ProjectNumber,
        Rate,
        Statement,
        UnionMention,
        YearMention,
    )
    from publicity_check.fixing.give_back import GivenBack
    from publicity_check.mending.changes import Change
    from publicity_check.publication import Block, Cell, Evidence, Image, Link, Locator, Publication, Region, Span
    from publicity_check.readers.collect import Skipped
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
    from publicity_check.values.message import (
        Day,
        LanguageName,
        Message,
        Money,
        Percent,
        Quote,
        Several,
        Term,
        Title,
        Value,
    )

__all__ = [
    "Amount",
    "Binding",
    "Block",
    "Cell",
    "Change",
    "ChosenPack",
    "Clause",
    "Config",
    "ConfigError",
    "Day",
    "Evidence",
    "Facts",
    "FundMention",
    "GivenBack",
    "Image",
    "ImageFact",
    "Kind",
    "Language",
    "LanguageName",
    "Link",
    "LinkFact",
    "Locator",
    "Message",
    "Money",
    "Note",
    "Outcome",
    "Partner",
    "Percent",
    "PeriodMention",
    "ProgrammeMention",
    "Project",
    "ProjectMention",
    "ProjectNumber",
    "Publication",
    "PublicationReport",
    "PublicityCheckError",
    "Quote",
    "Rate",
    "ReadError",
    "Reason",
    "Region",
    "Report",
    "ReportOptions",
    "Result",
    "RulesError",
    "Several",
    "SitePage",
    "Skipped",
    "Source",
    "Span",
    "Statement",
    "Suppression",
    "SuppressionRule",
    "Term",
    "Title",
    "UnionMention",
    "Value",
    "YearMention",
    "__version__",
    "check",
    "find_facts",
    "fix",
    "next_step",
    "read",
    "render",
    "say",
]

_HOMES = {
    "api": "Source check find_facts fix next_step read render say",
    "config.model": "Binding Config Partner Project SitePage SuppressionRule",
    "facts.model": """
        Amount Facts FundMention ImageFact Language LinkFact Note PeriodMention ProgrammeMention ProjectMention
        ProjectNumber Rate Statement UnionMention YearMention
    """,
    "readers.collect": "Skipped",
    "publication": "Block Cell Evidence Image Link Locator Publication Region Span",
    "reports.options": "ReportOptions",
    "results": "ChosenPack Kind Outcome PublicationReport Reason Report Result Suppression",
    "fixing.give_back": "GivenBack",
    "mending.changes": "Change",
    "rulebook.common": "Clause",
    "values.message": "Day LanguageName Message Money Percent Quote Several Term Title Value",
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
