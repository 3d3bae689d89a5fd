"""All checks, and all looks for contradictions. A new one is a module like its siblings and one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from publicity_check.checks import emblem
from publicity_check.checks.budget import check as budget
from publicity_check.checks.consistency import bounded, declared, gaps, links, numbers, statements
from publicity_check.checks.interface import Check, Look
from publicity_check.checks.links import eu_link, programme_link
from publicity_check.checks.names import fund_name, programme_name, project_number, slogan
from publicity_check.checks.statements import disclaimer, funding_statement, language
from publicity_check.rulebook.common import CheckName

DECIDE: Mapping[CheckName, Check] = MappingProxyType(
    {
        funding_statement.NAME: funding_statement.decide,
        disclaimer.NAME: disclaimer.decide,
        slogan.NAME: slogan.decide,
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

LOOKS: tuple[tuple[CheckName, Look], ...] = (
    (budget.NAME, bounded.figures),
    (funding_statement.NAME, bounded.statements),
    (project_number.NAME, bounded.numbers),
    (project_number.NAME, numbers.not_declared),
    (project_number.NAME, numbers.differing),
    (project_number.NAME, numbers.beside),
    (project_number.NAME, numbers.of_other_programme),
    (project_number.NAME, links.other_number),
    (project_number.NAME, gaps.left_open),
    (project_number.NAME, declared.other_names),
    (programme_link.NAME, declared.other_site),
    (programme_link.NAME, links.mistyped_site),
    (programme_link.NAME, links.other_site),
    (programme_name.NAME, declared.other_period),
    (programme_name.NAME, statements.other_period),
    (fund_name.NAME, declared.other_fund),
    (fund_name.NAME, statements.two_funds),
    (disclaimer.NAME, statements.denied_disclaimer),
    (disclaimer.NAME, statements.other_agency),
    (disclaimer.NAME, statements.foreign_disclaimer),
    (disclaimer.NAME, declared.other_publisher),
    (disclaimer.NAME, declared.other_authority),
)
"""What looks for contradictions, with the check whose element it is about."""
