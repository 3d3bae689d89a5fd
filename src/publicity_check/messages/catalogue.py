"""The catalogues: one TOML file a language, read when something is said in it, and what may be wrong with one.

``[messages.GROUP.CODE]`` holds what is the matter (``text``) and what to do (``next_step``); ``[phrases]`` the
sentences of the reports; ``[terms.GROUP]`` words that fill slots, some with grammatical forms; ``[rules]`` sentences
that rule packs say in English.
"""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

import msgspec

_FOLDER = Path(__file__).parent
ENGLISH = "en"
"""The language that has everything; what another one lacks is said in it."""

Forms = str | dict[str, str]
"""A text, or its forms: by number (``one``, ``few``, ``other`` …), or ``text`` and the cases that messages name."""


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is the matter and what to do next ("" if nothing).

    ``{name}`` stands for a value, ``{name:form}`` for a grammatical form of a term. In English alone is marked that
    the next step points at the wording below it.
    """

    text: str
    next_step: str = ""
    points_below: bool = False


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All that is said in one language."""

    messages: dict[str, dict[str, Sentence]]
    phrases: dict[str, Forms] = {}
    terms: dict[str, dict[str, Forms]] = {}
    rules: dict[str, str] = {}

    @property
    def sentences(self) -> Iterator[tuple[str, Sentence]]:
        """Yield every code with its sentence, in the order of the file."""
        for group in self.messages.values():
            yield from group.items()

    @cached_property
    def pointing_below(self) -> frozenset[str]:
        """Return the codes whose next step points at the wording below it."""
        return frozenset(code for code, sentence in self.sentences if sentence.points_below)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def catalogue(language: str) -> Catalogue | None:
    """Return the catalogue of a language, read once; ``None`` if it has none."""
    path = _FOLDER / f"{language}.toml"
    if not re.fullmatch("[a-z]{2}", language) or not path.is_file():
        return None
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Catalogue)


def english() -> Catalogue:
    """Return the English catalogue."""
    found = catalogue(ENGLISH)
    assert found is not None  # noqa: S101 - it is part of the library
    return found


def group(name: str) -> Mapping[str, Sentence]:
    """Return the English sentences of a group of messages by their codes."""
    return english().messages[name]


def troubles(language: str) -> list[str]:
    """Return what is wrong with a catalogue, seen from the English one, a line each.

    What is lacking or not known in English; slots that are not those of the English sentence; forms that no term has.
    """
    own = catalogue(language)
    if own is None:
        return [f"there is no catalogue for {language}"]
    theirs, ours = (dict(_texts(of)) for of in (english(), own))
    found = [f"{where}: lacking" for where in theirs if where not in ours]
    found += [f"{where}: not known in English" for where in ours if where not in theirs]
    forms = {form for terms in own.terms.values() for term in terms.values() if isinstance(term, dict) for form in term}
    for where in [where for where in theirs if where in ours]:
        asked = {name for text in _all(theirs[where]) for name, _ in slots(text)}
        for text in _all(ours[where]):
            names = {name for name, _ in slots(text)}
            if names != asked:
                found.append(f"{where}: the slots are {sorted(names)}, in English {sorted(asked)}")
            found += [f"{where}: no term has the form {form}" for _, form in slots(text) if form and form not in forms]
    return found


def slots(text: str) -> Iterator[tuple[str, str]]:
    """Yield the slots of a text, each with the form that is asked for ("" if none).

    >>> list(slots("Trūkst {what:gen}: {name}."))
    [('what', 'gen'), ('name', '')]
    """
    for _, name, form, _ in string.Formatter().parse(text):
        if name is not None:
            yield name, form or ""


def _texts(of: Catalogue) -> Iterator[tuple[str, Forms]]:
    for code, sentence in of.sentences:
        yield code, sentence.text
        if sentence.next_step:
            yield f"{code}, next_step", sentence.next_step
    for name, phrase in of.phrases.items():
        yield f"phrases.{name}", phrase
    for name, terms in of.terms.items():
        for key, term in terms.items():
            yield f"terms.{name}.{key}", term


def _all(forms: Forms) -> list[str]:
    return [forms] if isinstance(forms, str) else list(forms.values())
