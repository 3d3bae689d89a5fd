"""Explains a check in plain words: what it looks at, and every sentence it may say."""

import difflib
import sys
from collections.abc import Iterator, Mapping

from publicity_check.checks.registry import DECIDE
from publicity_check.errors import RulesError
from publicity_check.mending.consent import consent
from publicity_check.messages.catalogue import Sentence, group
from publicity_check.rulebook.common import CHECKS, CheckName

_GROUPS: Mapping[CheckName, tuple[str, ...]] = {
    "funding-statement": ("statements",),
    "disclaimer": ("statements",),
    "programme-link": ("links",),
    "eu-link": ("links",),
    "budget": ("budget", "budget-notes"),
}
"""Groups of messages, where a check has not just the one of its own name."""

FIXES: Mapping[str, str] = {
    "safe": "puts it right (safe)",
    "unsafe": "puts it right with --unsafe",
    "": "leaves it to a person",
}
"""What is told of whether a finding is put right in the publication itself."""


def messages_of(check: CheckName) -> Iterator[tuple[str, Sentence]]:
    """Yield the codes of what a check may say, with their English sentences."""
    for name in _GROUPS.get(check, (check,)):
        yield from group(name).items()


def explanation(check: str) -> str:
    """Return what a check looks at and what it may say; an unknown one is a :class:`RulesError`."""
    known = next((name for name in CHECKS if name == check), None)
    if known is None:
        near = difflib.get_close_matches(check, CHECKS, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else f"; the checks are {', '.join(CHECKS)}"
        raise RulesError(f'There is no check "{check}"{hint}')
    module = sys.modules[DECIDE[known].__module__]
    lines = [known, "", (module.__doc__ or "").strip(), "", (DECIDE[known].__doc__ or "").strip(), "", "It may say:"]
    for code, sentence in messages_of(known):
        lines += ["", f"{code}: {sentence.text}"]
        if sentence.next_step:
            lines.append(f"    What to do: {sentence.next_step}")
            lines.append(f"    publicity-check fix {FIXES[consent(code)]}")
    return "\n".join(lines)
