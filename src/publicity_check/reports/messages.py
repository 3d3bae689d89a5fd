"""The English sentences of codes, as the checks state them."""

from collections.abc import Mapping
from functools import cache

from publicity_check.checks.case import Message


def message_of(code: str) -> Message | None:
    """Return the sentences of a code (of a result, a remark or a reason), ``None`` for an unknown one."""
    return _messages().get(code)


@cache
def _messages() -> Mapping[str, Message]:
    try:
        from publicity_check.checks.registry import MESSAGES
    except ImportError:
        return {}
    return MESSAGES
