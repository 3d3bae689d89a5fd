"""What is said, before any language: the code of a message and the typed values that fill its slots.

A value says what it is, so that whoever makes the sentence need not guess: a quote is never translated, a figure is
shown as the page writes it, a term is named in the reader's language. Plain text is for what has one form everywhere:
names, addresses, numbers of projects.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import msgspec


class Quote(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Words as they stand in a publication, in the rules or in the user's own files; never translated."""

    text: str


class Money(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A sum of money.

    ``text`` is the sum as the page writes it, or would write it; where it is empty, each language writes it its way.
    """

    value: Decimal
    currency: str
    text: str = ""


class Percent(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A percentage; ``text`` is as the page writes it, or would write it, with or without its sign."""

    value: Decimal
    text: str


class Day(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A day of the calendar."""

    day: datetime.date


class LanguageName(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A language, by its code and its English name."""

    code: str
    name: str


class Term(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A word or two of the program's own, by its group and key in the catalogue: ``Term("share", "eu")``."""

    group: str
    key: str


class Title(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A name that has a form in each language, by the languages' codes."""

    names: Mapping[str, str]

    def named(self, language: str) -> str:
        """Return the name in a language, else in English, else in the first there is."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), "")


class Message(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A message within another one."""

    code: str
    values: "Mapping[str, Value]" = {}


class Several(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Values that are told one after the other, with a sign between them."""

    items: "tuple[Value, ...]"
    between: str = " + "


Value = str | int | Quote | Money | Percent | Day | LanguageName | Term | Title | Message | Several
"""What may fill the slot of a message."""

Values = dict[str, Value]
"""Values by the names of their slots, while they are put together."""


def identity(value: Value) -> str:
    """Return a text by which a value is known again, whatever language it is told in.

    >>> identity(Several((Money(Decimal("1.50"), "EUR", "1,50 EUR"), Term("share", "eu"))))
    '1,50 EUR + share.eu'
    """
    match value:
        case Quote(text) | Percent(_, text):
            return text
        case Money():
            return value.text or f"{value.value} {value.currency}"
        case Day(day):
            return day.isoformat()
        case LanguageName():
            return value.code
        case Term():
            return f"{value.group}.{value.key}"
        case Title():
            return value.named("en")
        case Message():
            return " ".join([value.code, *map(identity, value.values.values())])
        case Several():
            return value.between.join(map(identity, value.items))
        case _:
            return str(value)


def once(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages without those that say the same again, in their order.

    >>> once([Message("unread-inserted"), Message("unread-inserted")])
    (Message(code='unread-inserted', values={}),)
    """
    found: dict[str, Message] = {}
    for message in messages:
        found.setdefault(identity(message), message)
    return tuple(found.values())


def codes_in(value: Value) -> Iterator[str]:
    """Yield the codes of the messages within a value.

    >>> list(codes_in(Several((Message("sum-fix", {"right": "1"}), "2"))))
    ['sum-fix']
    """
    if isinstance(value, Several):
        for item in value.items:
            yield from codes_in(item)
    elif isinstance(value, Message):
        yield value.code
        for inner in value.values.values():
            yield from codes_in(inner)
