"""What a report suggests is right: put where the text is missing, with its gaps filled, it makes the check pass."""

import re
from collections.abc import Iterator

import pytest

from publicity_check import api
from publicity_check.results import Result
from publicity_check.rulebook import builtin
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.examples import examples

RULEBOOK = builtin()
PAGE = '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'
GAP = re.compile(r"[\[{<…].*?[\]}>…]")


def cases() -> Iterator[tuple[str, str, CheckName, str]]:
    """Yield pack, language, check and example of every wording that a duty asks for, in each language, once."""
    seen = set()
    checks: tuple[CheckName, ...] = ("funding-statement", "disclaimer")
    for pack, shown in examples(RULEBOOK).items():
        for example in shown:
            for check in checks if example.outcome == "passed" else ():
                for _, duty in RULEBOOK.requirements(RULEBOOK.packs[pack]):
                    key = (duty.wordings, example.language, check)
                    if duty.check == check and duty.wordings and key not in seen:
                        seen.add(key)
                        yield pack, example.language, check, example.html


def judged(html: str, language: str, pack: str, check: CheckName) -> Result:
    report = api.check(PAGE.format(language, html).encode(), name="page.html", rules=(pack,)).publications[0]
    return next(result for result in report.results if result.check == check)


@pytest.mark.parametrize(("pack", "language", "check", "html"), [pytest.param(*c, id="-".join(c[:3])) for c in cases()])
def test_what_is_suggested_makes_the_check_pass(pack: str, language: str, check: CheckName, html: str) -> None:
    lines = html.splitlines()
    for position, line in enumerate(lines):
        if line.startswith("<p>"):
            result = judged("\n".join([*lines[:position], *lines[position + 1 :]]), language, pack, check)
            if result.outcome in ("failed", "needs_review"):
                break
    else:
        pytest.skip("each paragraph of the example could be left out")
    assert result.suggestion, f"nothing is suggested for {result.code}"
    filled = GAP.sub("Linden Town Council", result.suggestion)
    again = judged("\n".join([*lines[:position], f"<p>{filled}</p>", *lines[position + 1 :]]), language, pack, check)
    assert again.outcome == "passed", f"{again.code}: {filled}"
