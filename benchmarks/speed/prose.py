"""Running text for pages: words that look like those of a language, as often as words of a language are."""

import itertools
import random
import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).parents[1] / "accuracy" / "texts"
LEXICON = 4_000
"""Words that a language has here."""

_WORD = re.compile(r"[^\W\d_]+")
_MONTHS_IN_FIGURES = ("{d}.{m:02}.{y}.", "{d}/{m}/{y}", "{y}-{m:02}-{d:02}", "{d}. {m}. {y}")


@cache
def sentences(code: str) -> dict[str, object]:
    """Return the sentences written for this project in a language: a lead, a menu, a budget, a funding line."""
    return tomllib.loads((TEXTS / f"{code}.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are sentences in."""
    return tuple(sorted(path.stem for path in TEXTS.glob("*.toml")))


@cache
def _lexicon(code: str) -> tuple[list[str], list[float]]:
    """Return the words of a language with their cumulated weights: the real ones first, then some like them."""
    found = sentences(code)
    text = " ".join([str(found["lead"]), *map(str, found["body"]), *map(str, found["nav"])])  # type: ignore[call-overload]
    real = list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))
    after: dict[str, list[str]] = defaultdict(list)
    for word in real:
        padded = f"^^{word}$"
        for place in range(2, len(padded)):
            after[padded[place - 2 : place]].append(padded[place])
    chance = random.Random(code)
    words = sorted(real, key=len)
    while len(words) < LEXICON:
        made = "^^"
        while made[-1] != "$" and len(made) < 20:
            made += chance.choice(after[made[-2:]])
        if 4 < len(made) < 20:
            words.append(made.strip("^$"))
    return words, list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))


class Prose:
    """Writes text in one language, always the same for the same chance."""

    def __init__(self, code: str, chance: random.Random) -> None:
        self.own = sentences(code)
        self._words, self._weights = _lexicon(code)
        self._chance = chance

    def words(self, count: int) -> str:
        """Return so many words, the first with a capital."""
        text = " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))
        return text[:1].upper() + text[1:]

    def sentence(self) -> str:
        """Return a sentence; one in ten tells a date, a price, a telephone number, a number of a document."""
        text = self.words(self._chance.randint(7, 18))
        if self._chance.random() < 0.3:
            text += ", " + self.words(self._chance.randint(4, 9)).lower()
        return f"{text} {self.figure()}." if self._chance.random() < 1 / 10 else f"{text}."

    def paragraph(self) -> str:
        """Return two to five sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(2, 5)))

    def figure(self) -> str:
        """Return a figure as they stand on a town's pages."""
        chance = self._chance
        kind = chance.randrange(6)
        if kind == 0:
            return self.date()
        if kind == 1:
            return f"{chance.randint(2, 950)},{chance.randint(0, 99):02} EUR"
        if kind == 2:
            return f"+371 6{chance.randint(1000000, 9999999)}"
        if kind == 3:
            return f"Nr. {chance.randint(1, 400)}/{chance.randint(2015, 2026)}"
        if kind == 4:
            return f"{chance.randint(2, 40)} %"
        return f"{chance.randint(8, 17)}:00-{chance.randint(18, 21)}:30"

    def date(self) -> str:
        """Return a day in figures."""
        chance = self._chance
        form = chance.choice(_MONTHS_IN_FIGURES)
        return form.format(d=chance.randint(1, 28), m=chance.randint(1, 12), y=chance.randint(2015, 2026))
