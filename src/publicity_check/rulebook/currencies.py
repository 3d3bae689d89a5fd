"""Currencies as they are written whatever the language: one file, ``currencies.toml``."""

from publicity_check.rulebook.common import Data, LanguageCode


class ShortName(Data, frozen=True, kw_only=True):
    """Ways to write a currency, letter for letter; ``factor`` where they carry a thousand or a million ("MEUR").

    With ``language`` they mean this currency in texts of that language only ("kr").
    """

    currency: str
    written: tuple[str, ...]
    factor: int = 1
    language: LanguageCode | None = None


class Currencies(Data, frozen=True, kw_only=True):
    """``codes`` are ISO 4217 codes, ``rare`` those that count only beside a figure written as money.

    ``scales`` are letters glued to a figure or currency ("3,2m", "k€").
    """

    codes: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    scales: dict[str, int] = {}
    short: tuple[ShortName, ...] = ()

    def joined(self, more: "Currencies") -> "Currencies":
        """Return these currencies with those of another file added."""
        return Currencies(
            codes=(*self.codes, *more.codes),
            rare=(*self.rare, *more.rare),
            scales=self.scales | more.scales,
            short=(*self.short, *more.short),
        )
