"""The English sentences of codes, as the checks state them."""

from publicity_check.checks.case import Message
from publicity_check.checks.registry import MESSAGES


def message_of(code: str) -> Message | None:
    """Return the sentences of a code (of a result, a remark or a reason), ``None`` for an unknown one."""
    return MESSAGES.get(code)
