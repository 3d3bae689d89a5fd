"""Explains a check in plain words: what it looks at, and every sentence it may say."""

import difflib
import sys

from publicity_check.checks.links import verdict as link_rules
from publicity_check.checks.registry import DECIDE
from publicity_check.checks.statements import verdict as statement_rules
from publicity_check.errors import RulesError
from publicity_check.results import CHECKS

_SHARED = {
    "funding-statement": statement_rules.MESSAGES,
    "disclaimer": statement_rules.MESSAGES,
    "programme-link": link_rules.MESSAGES,
    "eu-link": link_rules.MESSAGES,
}


def explanation(check: str) -> str:
    """Return what a check looks at and what it may say; an unknown one is a :class:`RulesError`."""
    if check not in CHECKS:
        near = difflib.get_close_matches(check, CHECKS, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else f"; the checks are {', '.join(CHECKS)}"
        raise RulesError(f'There is no check "{check}"{hint}')
    module = sys.modules[DECIDE[check].__module__]
    lines = [check, "", (module.__doc__ or "").strip(), "", (DECIDE[check].__doc__ or "").strip(), "", "It may say:"]
    for code, message in {**_SHARED.get(check, {}), **module.MESSAGES}.items():
        lines += ["", f"{code}: {message.text}"]
        if message.next_step:
            lines.append(f"    What to do: {message.next_step}")
    return "\n".join(lines)
