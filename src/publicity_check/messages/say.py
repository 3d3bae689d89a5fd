"""Says things in one language: codes and typed values become sentences.

Quotes and figures stay as they are; days, counted numbers and the names of languages are written as the reader's
language writes them (CLDR).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, localcontext
from functools import cache
from typing import Protocol

from publicity_check.messages.catalogue import ENGLISH, Forms, Sentence, catalogue, english
from publicity_check.text.clean import clean
from publicity_check.values.figures import format_figure
from publicity_check.values.message import (
    Day,
    LanguageName,
    Message,
    Money,
    Percent,
    Quote,
    Several,
    Term,
    Title,
    Value,
)

_LOCALES = {"en": "en_GB"}
_MONEY = "#,##0.00"
_GROUPED = 1000
"""From this number on digits are grouped; a smaller one is written alike in all languages."""


class Coded(Protocol):
    """What has the code of a message and the values of its slots: a result, a note, a reason."""

    @property
    def code(self) -> str:
        """The code of the message."""

    @property
    def values(self) -> Mapping[str, Value]:
        """What fills its slots."""


class Sentences:
    """Says things in one language: call it with the name of a phrase and the values of its slots."""

    def __init__(self, language: str, *, plain: bool = False) -> None:
        """Take a language as its code ("lv", "lv-LV"); English is used for one without catalogue.

        With ``plain``, days and figures are written as data are, not as people write them.
        """
        code = language.replace("_", "-").split("-")[0].lower()
        known = catalogue(code)
        self._own, self._plain = known or english(), plain
        self.language = code if known else ENGLISH
        self._locale = _LOCALES.get(self.language, self.language)
        self._sentences = dict(self._own.sentences)

    def __call__(self, phrase: str, /, **values: str) -> str:
        """Return a phrase of the reports, its slots filled."""
        forms = self._own.phrases.get(phrase) or english().phrases[phrase]
        return _filled(_form(forms, ""), values)

    def counted(self, phrase: str, n: int, **values: str) -> str:
        """Return the phrase for a number of things; ``{n}`` stands for the number."""
        own = self._own.phrases.get(phrase)
        forms, locale = (own, self._locale) if own else (english().phrases[phrase], ENGLISH)
        return _filled(_form(forms, _category(n, locale)), {"n": self.number(n), **values})

    def term(self, group: str, key: str) -> str:
        """Return a word of the program's own; one that is not known is shown by its key."""
        return _form(self._term(group, key), "")

    def of_rules(self, sentence: str) -> str:
        """Return an English sentence of a rule pack in this language, as it is where no translation is known."""
        return self._own.rules.get(sentence, sentence)

    def message(self, said: Coded) -> str:
        """Return what is the matter, why it is so, or what is remarked; of an unknown code, the code."""
        return self._said(self._sentence(said.code).text, said.values)

    def next_step(self, said: Coded) -> str:
        """Return what to do, "" if nothing; where the wording it would point at is not given, why not."""
        if getattr(said, "withheld", False):
            return self("withheld")
        if not getattr(said, "suggestion", "") and said.code in english().pointing_below:
            return self("no-wording")
        return self._said(self._sentence(said.code).next_step, said.values)

    def value(self, value: Value) -> str:
        """Return a value as it is shown."""
        match value:
            case Quote(text) | Percent(_, text):
                return clean(text)
            case int():
                return self.number(value)
            case Money():
                return clean(value.text) if value.text else self._money(value)
            case Day(day):
                return self.date(day)
            case LanguageName():
                return clean(value.name if self.language == ENGLISH else self.language_name(value.code))
            case Term():
                return self.term(value.group, value.key)
            case Title():
                return clean(value.named(self.language))
            case Message():
                return self.message(value)
            case Several():
                return value.between.join(map(self.value, value.items))
            case _:
                return clean(value)

    def number(self, value: int | Decimal) -> str:
        """Return a number as the language writes it."""
        if self._plain or (isinstance(value, int) and abs(value) < _GROUPED):
            return str(value)
        return self._figure(Decimal(value))

    def date(self, day: date) -> str:
        """Return a day as the language writes it."""
        if self._plain:
            return day.isoformat()
        from babel.dates import format_date

        return str(format_date(day, locale=self._locale))

    def language_name(self, code: str) -> str:
        """Return what a language is called; an unknown one by its code."""
        from babel import Locale

        return str(Locale.parse(self._locale).languages.get(code, code))

    def _money(self, money: Money) -> str:
        if self._plain:
            return f"{format_figure(money.value, 'blank-comma')} {money.currency}".rstrip()
        return f"{self._figure(money.value, _MONEY)}\N{NO-BREAK SPACE}{money.currency}".rstrip()

    def _figure(self, value: Decimal, pattern: str | None = None) -> str:
        """Return a figure as the language writes it, of as many digits as it has."""
        from babel.numbers import format_decimal

        with localcontext(prec=max(28, len(value.as_tuple().digits) + abs(value.adjusted()) + 4)):
            quantized = pattern is not None
            return str(format_decimal(value, pattern, self._locale, decimal_quantization=quantized))

    def _sentence(self, code: str) -> Sentence:
        return self._sentences.get(code) or dict(english().sentences).get(code) or Sentence(code)

    def _term(self, group: str, key: str) -> Forms:
        for known in (self._own, english()):
            if key in known.terms.get(group, {}):
                return known.terms[group][key]
        return key

    def _said(self, text: str, values: Mapping[str, Value]) -> str:
        return _filled(text, {name: self._slot(value) for name, value in values.items()}) if "{" in text else text

    def _slot(self, value: Value) -> str:
        return _Inflected(self._term(value.group, value.key)) if isinstance(value, Term) else self.value(value)


class _Inflected(str):
    """A term in its plain form that gives the form a slot asks for: ``{what:gen}``."""

    _forms: Forms

    def __new__(cls, forms: Forms) -> "_Inflected":
        made = super().__new__(cls, _form(forms, ""))
        made._forms = forms
        return made

    def __format__(self, form: str) -> str:
        return _form(self._forms, form)


class _Values(dict[str, str]):
    """Leaves a slot that nothing fills standing as one."""

    def __missing__(self, key: str) -> str:
        return _Inflected("{" + key + "}")


def _filled(text: str, values: Mapping[str, str]) -> str:
    return text.format_map(_Values(values)) if "{" in text else text


def _form(forms: Forms, form: str) -> str:
    if isinstance(forms, str):
        return forms
    return forms.get(form) or forms.get("text") or forms["other"]


def _category(n: int, locale: str) -> str:
    if locale.startswith(ENGLISH):
        return "one" if n == 1 else "other"
    from babel import Locale

    return str(Locale.parse(locale).plural_form(n))


@cache
def sentences(language: str, *, plain: bool = False) -> Sentences:
    """Return the sentences of a language, read once."""
    return Sentences(language, plain=plain)
