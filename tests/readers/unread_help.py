"""What was not read, as the report in English says it."""

from collections.abc import Iterable

from publicity_check.messages import sentences
from publicity_check.values.message import Message


def told(unread: Iterable[Message]) -> tuple[str, ...]:
    """Return the sentences on what was not read."""
    say = sentences("en", plain=True)
    return tuple(map(say.message, unread))
