"""All checks. A new check is a module like its siblings and one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from publicity_check.checks import emblem
from publicity_check.checks.budget import check as budget
from publicity_check.checks.interface import Check
from publicity_check.checks.links import eu_link, programme_link
from publicity_check.checks.names import fund_name, programme_name, project_number
from publicity_check.checks.statements import disclaimer, funding_statement, language
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
