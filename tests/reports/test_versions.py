"""Every report shows which program and which rules made it."""

import re

import pytest

from publicity_check import api
from publicity_check._version import __version__
from publicity_check.reports import FORMATS, ReportOptions, render
from publicity_check.rulebook import builtin
from report_text import text_of


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_shows_the_version_of_the_rules_beside_the_programs(name: str) -> None:
    report = api.check(b"<p>Co-funded by the European Union.</p>", name="page.html")
    written = text_of(render(name, report, ReportOptions(tool_version=__version__)))
    assert builtin().version in written
    assert __version__ in written


def test_the_version_of_the_rules_is_a_day() -> None:
    assert re.fullmatch(r"20\d\d\.(0[1-9]|1[0-2])\.([0-2]\d|3[01])", builtin().version)
