"""What a page says of a project that it merely mentions is not held for or against its own."""

import pytest

from publicity_check import check

OWN = "<h1>Interreg Latvia–Lithuania 2014–2020</h1><p>Project No LLI-263 marks the paths around the lake.</p>"


def judged(text):
    page = f'<html lang="en"><body>{OWN}{text}</body></html>'.encode()
    return check(page, name="page.html").publications[0].results


def codes(text):
    return {r.check: r.code for r in judged(text)}


@pytest.mark.parametrize(
    "text",
    [
        "<p>The earlier project LLI-188 at the lake was co-funded by the European Union.</p>",
        "<p>Years ago the project LLI-188 of our neighbours was co-financed by the European Union.</p>",
    ],
)
def test_a_statement_about_a_cited_project_meets_no_duty(text):
    assert codes(text)["funding-statement"] == "statement-not-own"
    own = "<p>The project LLI-263 is co-funded by the European Union.</p>"
    assert codes(own)["funding-statement"] == "statement-other-wording"


def test_a_cited_number_makes_no_second_project():
    named = judged("<p>The path to the lake was laid years ago by the team of LLI-188.</p>")
    assert len({r.project for r in named}) == 1
