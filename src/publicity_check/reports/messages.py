"""The English sentences of codes, as the checks state them."""

import re
from functools import cache

from publicity_check.checks.interface import Message
from publicity_check.checks.registry import MESSAGES


def message_of(code: str) -> Message | None:
    """Return the sentences of a code (of a result, a remark or a reason), ``None`` for an unknown one."""
    return MESSAGES.get(code)


def hint_in(text: str) -> tuple[Message, dict[str, str]] | None:
    """Return which hint an English sentence is, and its values: some sentences hold another as a value."""
    for message, pattern in _hints():
        match = pattern.fullmatch(text)
        if match:
            return message, match.groupdict()
    return None


@cache
def _hints() -> tuple[tuple[Message, re.Pattern[str]], ...]:
    hints = [message for code, message in MESSAGES.items() if code.startswith("hint-")]
    return tuple((m, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(m.text)), re.DOTALL)) for m in hints)
