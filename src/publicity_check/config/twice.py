"""Two declarations of one project, which may differ in nothing but the files they speak of."""

from decimal import Decimal

from msgspec.structs import fields

from publicity_check.config.model import Project

_OF_ITS_FILES = ("paths", "publisher")
"""In these, two declarations of one project may differ: each then speaks of files of its own."""


def same_project(one: Project, other: Project) -> bool:
    """Say whether two declarations speak of one project, by its number."""
    return bool(one.number) and _compact(one.number) == _compact(other.number)


def difference(one: Project, other: Project) -> str:
    """Return how two declarations of one project contradict each other, as a sentence; "" if they do not."""
    for field in fields(Project):
        if field.name in _OF_ITS_FILES or field.name == "number":
            continue
        values = getattr(other, field.name), getattr(one, field.name)
        if values[0] != values[1]:
            figures = isinstance(values[0] or values[1], str | int | Decimal)
            told = ": " + " and ".join(str(value or "nothing") for value in values) if figures else ""
            return f"project {one.number} is declared twice, with different {field.name}{told}."
    return ""


def _compact(number: str) -> str:
    return "".join(number.split()).casefold()
