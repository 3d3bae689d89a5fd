"""What ``publicity-check.toml`` may hold."""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from publicity_check.rulebook.common import CheckName, Data, LanguageCode, Medium
from publicity_check.rulebook.registers import Currency, RegisterField


class Partner(Data, frozen=True, kw_only=True):
    """A beneficiary of a project and its part of the budget, in the project's currency."""

    name: str
    names: tuple[str, ...] = ()
    """The same partner's name in other languages or forms."""
    total: Decimal | None = None
    eu: Decimal | None = None
    rate: Decimal | None = None


class Project(Data, frozen=True, kw_only=True):
    """What is true of a project: what publications say is compared with it.

    ``rules`` is the id of a rule pack; ``publisher`` the name of the partner that publishes; ``rate`` in per cent.
    ``paths`` bind files to the project, as patterns of a ``.gitignore``.
    """

    number: str = ""
    numbers: tuple[str, ...] = ()
    """Further numbers that the project rightly carries (contract, grant)."""
    acronym: str = ""
    titles: dict[LanguageCode, str] = {}
    rules: str = ""
    period: str = ""
    site: str = ""
    publisher: str = ""
    authority: str = ""
    currency: str = "EUR"
    total: Decimal | None = None
    eligible: Decimal | None = None
    """The eligible cost, where it is not the total."""
    eu: Decimal | None = None
    rate: Decimal | None = None
    fund: str = ""
    partners: tuple[Partner, ...] = ()
    paths: tuple[str, ...] = ()

    def carries(self, number: str) -> bool:
        """Say whether a number is one of the project's, however signs and capitals are written."""
        return bool(number) and _letters(number) in map(_letters, (self.number, *self.numbers))


def _letters(number: str) -> str:
    return "".join(c for c in number.casefold() if c.isalnum())


class Binding(Data, frozen=True, kw_only=True):
    """Files that are judged by a rule pack, whatever they say of their programme, or are publications of one kind."""

    paths: tuple[str, ...]
    rules: str = ""
    medium: Medium | None = None


class SitePage(Data, frozen=True, kw_only=True):
    """A page on which a site keeps its statement or disclaimer for all its pages; each of these has to link to it.

    ``url`` is its address on the web, for links that are written out ("https://upe.lv/legal").
    """

    path: str
    url: str = ""
    carries: tuple[Literal["funding-statement", "disclaimer"], ...]

    @property
    def place(self) -> str:
        """Where the page is, seen from the configuration's folder."""
        return self.path.strip("/")


class RegisterFile(Data, frozen=True, kw_only=True):
    """A register of projects: an official list of operations, as CSV or spreadsheet.

    ``columns`` say what each column holds where the program does not know it by its name; ``currency`` is that of
    figures without one, ``language`` that of the titles, ``rules`` the pack by which its projects are judged.
    """

    file: str
    columns: dict[RegisterField, str] = {}
    currency: Currency | Literal[""] = ""
    language: LanguageCode | Literal[""] = ""
    rules: str = ""


class SuppressionRule(Data, frozen=True, kw_only=True):
    """A result that the user accepts: which check, where (``path`` as in a ``.gitignore``, or ``quote``), and why.

    ``until`` is the last day on which it holds.
    """

    check: CheckName
    reason: str
    path: str = ""
    quote: str = ""
    until: date | None = None


class Config(Data, frozen=True, kw_only=True):
    """All that a configuration file may say. Paths are relative to the file's folder.

    ``include`` and ``exclude`` are patterns of a ``.gitignore``; with ``gitignore``, what git ignores is left out of
    folders too (a folder given by name is looked into all the same). ``site_footer`` holds CSS selectors of what stands
    on every page of a site; ``output`` lists reports as ``--output`` does. ``medium`` is what kind of publication all
    are.
    """

    strict: bool = False
    lang: str = ""
    rules: tuple[str, ...] = ()
    medium: Medium | None = None
    rules_folders: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    output: tuple[str, ...] = ()
    site_footer: tuple[str, ...] = ()
    baseline: str = ""
    project: tuple[Project, ...] = ()
    register: tuple[RegisterFile, ...] = ()
    bind: tuple[Binding, ...] = ()
    site_page: tuple[SitePage, ...] = ()
    suppress: tuple[SuppressionRule, ...] = msgspec.field(default=())
