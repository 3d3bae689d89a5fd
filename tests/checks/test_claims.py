"""Whose sentence is it: what says that a publication's own project is funded, and what only looks like it."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check

CLAIMS = tomllib.loads((Path(__file__).parent.parent / "data" / "claims.toml").read_text("utf-8"))


def headline(text: str, language: str) -> str:
    """Return what a page with a text in a paragraph is told: "no-sign", "perhaps-funded", or "" if it is judged."""
    page = text if text.startswith("<") else f"<p>{text}</p>"
    report = check(f'<html lang="{language}"><main>{page}</main></html>'.encode(), name="page.html").publications[0]
    return report.headline


@pytest.mark.parametrize("language", CLAIMS)
def test_what_is_asked_for_hoped_for_quoted_denied_or_of_others_is_left_alone(language: str) -> None:
    judged = [(text, told) for text in CLAIMS[language]["none"] if (told := headline(text, language)) != "no-sign"]
    assert judged == []


@pytest.mark.parametrize("language", CLAIMS)
def test_what_is_said_of_ones_own_project_and_money_of_a_known_fund_are_never_left_alone(language: str) -> None:
    assert [text for text in CLAIMS[language]["signs"] if headline(text, language) == "no-sign"] == []
