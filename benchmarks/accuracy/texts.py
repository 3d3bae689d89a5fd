"""The sentences that publications of this benchmark are made of, and the programmes they belong to."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Words:
    """The sentences of one language by name, and the programmes' own wordings in it."""

    language: str
    by_name: dict[str, Any]

    def __getitem__(self, name: str) -> str:
        return str(self.by_name[name])

    def many(self, name: str) -> list[str]:
        """Return a list of sentences."""
        return list(self.by_name[name])

    @property
    def disclaimer(self) -> str:
        """The disclaimer of Article 17.3 of the Model Grant Agreement."""
        return f"{self['views']}{self['reflect']} {self['liable']}"


@cache
def words() -> dict[str, Words]:
    """Return the sentences of all languages, by code."""
    read = (tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "texts").glob("*.toml")))
    return {data["code"]: Words(data["code"], data) for data in read}


@dataclass(frozen=True)
class Programme:
    """A programme and what its publications carry. ``own`` holds its wordings per language."""

    id: str
    family: str
    languages: tuple[str, ...]
    name: str
    number: str
    statement: str
    disclaimer: str
    fund: str
    host: str
    rates: tuple[int, ...]
    duties: tuple[str, ...]
    own: dict[str, dict[str, Any]]
    extra: dict[str, Any]


@cache
def programmes() -> dict[str, Programme]:
    """Return all programmes, by id."""
    return {
        key: _programme(key, data) for key, data in tomllib.loads((HERE / "programmes.toml").read_text("utf-8")).items()
    }


def _programme(key: str, data: dict[str, Any]) -> Programme:
    own = {code: entry for code, entry in data.items() if isinstance(entry, dict)}
    return Programme(
        id=key,
        family=data["family"],
        languages=tuple(own or data.get("languages") or words()),
        name=data.get("name", ""),
        number=data["number"],
        statement=data.get("statement", ""),
        disclaimer=data.get("disclaimer", ""),
        fund=data.get("fund", "erdf" if own else ""),
        host=data.get("host", ""),
        rates=tuple(data["rates"]),
        duties=tuple(data["duties"]),
        own=own,
        extra={name: value for name, value in data.items() if not isinstance(value, dict)},
    )
