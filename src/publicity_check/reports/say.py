"""The sentences of reports in the reader's language, numbers and dates as that language writes them.

English sentences stand in the code and are the keys of the catalogues in ``locale/``: gettext ``.po`` files, one per
language, read when that language is asked for. What a catalogue lacks is shown in English.
"""

import gettext
import io
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from publicity_check.facts.model import Note
from publicity_check.reports.clean import clean
from publicity_check.reports.messages import hint_in, message_of
from publicity_check.results import Reason, Result

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_RATE = re.compile(r"(-?\d+(?:\.\d+)?) ?%")
_LOCALES = {"en": "en_GB"}
_CATALOGUES = Path(__file__).parent / "locale"


class _Values(dict[str, str]):
    """Leaves a slot that nothing fills standing as one."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class Sentences:
    """Says things in one language: call it with an English sentence and the values of its slots."""

    def __init__(self, language: str) -> None:
        """Take a language as its code ("lv", "lv-LV"); English is used for one without catalogue."""
        code = language.replace("_", "-").split("-")[0].lower()
        self._catalogue = _catalogue(code)
        self.language = code if self._catalogue is not None else "en"
        self._locale = _LOCALES.get(self.language, self.language)

    def __call__(self, text: str, /, **values: str) -> str:
        """Return a sentence, its slots filled."""
        return self._filled(self._translated(text), values)

    def plural(self, one: str, many: str, n: int, **values: str) -> str:
        """Return the sentence for a number of things; ``{n}`` stands for the number."""
        english = one if n == 1 else many
        chosen = english if self._catalogue is None else self._catalogue.ngettext(one, many, n)
        return self._filled(chosen, {"n": self.number(n), **values})

    def message(self, result: Result) -> str:
        """Return what is the matter."""
        known = message_of(result.code)
        return self(known.text, **self._shown(result.values)) if known and known.text else clean(result.message)

    def next_step(self, result: Result) -> str:
        """Return what to do, "" if nothing."""
        known = message_of(result.code)
        return (
            self(known.next_step, **self._shown(result.values))
            if known and known.next_step
            else clean(result.next_step)
        )

    def note(self, note: Note) -> str:
        """Return the sentence of a remark."""
        known = message_of(note.code)
        if known:
            return self(known.text, **self._shown(note.values))
        return clean(note.code + "".join(f", {name}: {value}" for name, value in note.values.items()))

    def reason(self, reason: Reason) -> str:
        """Return why a pack was chosen, as the end of a sentence that begins with "because"."""
        known = message_of(reason.code)
        return self(known.text, **self._shown(reason.values)) if known else clean(reason.code)

    def number(self, value: int | Decimal) -> str:
        """Return a number as the language writes it."""
        if isinstance(value, int) and -1000 < value < 1000:
            return str(value)
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._locale, decimal_quantization=False))

    def date(self, text: str) -> str:
        """Return an ISO date as the language writes it; another text as it is."""
        from babel.dates import format_date

        try:
            return str(format_date(date.fromisoformat(text), locale=self._locale))
        except ValueError:
            return clean(text)

    def language_name(self, code: str) -> str:
        """Return what a language is called; an unknown one by its code."""
        from babel import Locale

        return str(Locale.parse(self._locale).languages.get(code, code))

    def _shown(self, values: Mapping[str, str]) -> dict[str, str]:
        return {name: self._value(text) for name, text in values.items()}

    def _value(self, text: str) -> str:
        amount = _AMOUNT.fullmatch(text)
        if amount:
            return f"{self._figure(amount[1])}\N{NO-BREAK SPACE}{amount[2]}"
        rate = _RATE.fullmatch(text)
        if rate:
            from babel.numbers import format_percent

            return str(format_percent(Decimal(rate[1]) / 100, locale=self._locale, decimal_quantization=False))
        if _DATE.fullmatch(text):
            return self.date(text)
        if self._catalogue is None or not text:
            return clean(text)
        hint = hint_in(text)
        if hint is not None:
            return self(hint[0].text, **self._shown(hint[1]))
        code = _language_codes().get(text)
        return clean(self.language_name(code) if code else self._translated(text))

    def _figure(self, digits: str) -> str:
        from babel.numbers import format_decimal

        places = len(digits.partition(".")[2])
        pattern = "#,##0." + "0" * places if places else "#,##0"
        return str(format_decimal(Decimal(digits), format=pattern, locale=self._locale))

    def _translated(self, text: str) -> str:
        return text if self._catalogue is None else self._catalogue.gettext(text)

    @staticmethod
    def _filled(text: str, values: Mapping[str, str]) -> str:
        return text.format_map(_Values(values)) if "{" in text else text


@cache
def _language_codes() -> Mapping[str, str]:
    """Return the codes of languages by their English names."""
    from babel import Locale

    return {name: code for code, name in Locale("en").languages.items()}


@cache
def sentences(language: str) -> Sentences:
    """Return the sentences of a language, read once."""
    return Sentences(language)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, and English."""
    files = _CATALOGUES.iterdir()
    return tuple(sorted({"en", *(f.name.removesuffix(".po") for f in files if f.name.endswith(".po"))}))


def _catalogue(code: str) -> gettext.GNUTranslations | None:
    if not re.fullmatch("[a-z]{2}", code):
        return None
    file = _CATALOGUES / f"{code}.po"
    if not file.is_file():
        return None
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(file.read_bytes()), locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(_file(compiled))


def _file(stream: io.BytesIO) -> Any:
    return stream
