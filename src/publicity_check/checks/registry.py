"""All checks and all sentences. A new check is a module like its siblings and one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from publicity_check.checks import (
    across,
    budget,
    declared,
    disclaimer,
    emblem,
    eu_link,
    evaluate_messages,
    fund_name,
    funding_statement,
    language,
    link_rules,
    notes,
    programme_link,
    programme_name,
    project_number,
    statement_rules,
    suppress,
)
from publicity_check.checks.case import Check, Message
from publicity_check.rulebook.common import CheckName

DECIDE: Mapping[CheckName, Check] = MappingProxyType(
    {
        funding_statement.NAME: funding_statement.decide,
        disclaimer.NAME: disclaimer.decide,
        programme_name.NAME: programme_name.decide,
        fund_name.NAME: fund_name.decide,
        programme_link.NAME: programme_link.decide,
        eu_link.NAME: eu_link.decide,
        project_number.NAME: project_number.decide,
        budget.NAME: budget.decide,
        emblem.NAME: emblem.decide,
        language.NAME: language.decide,
    }
)
"""Every check by its name, in the order of the reports."""

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {
        **evaluate_messages.MESSAGES,
        **statement_rules.MESSAGES,
        **link_rules.MESSAGES,
        **programme_name.MESSAGES,
        **fund_name.MESSAGES,
        **project_number.MESSAGES,
        **declared.MESSAGES,
        **budget.MESSAGES,
        **emblem.MESSAGES,
        **language.MESSAGES,
        **notes.MESSAGES,
        **across.MESSAGES,
        **suppress.MESSAGES,
    }
)
"""Every sentence by its code: of results, of notes and of reasons."""
