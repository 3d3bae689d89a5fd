"""What ``publicity-check.toml`` may hold."""

from decimal import Decimal

from publicity_check.rulebook.common import Data, LanguageCode


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
    eu: Decimal | None = None
    rate: Decimal | None = None
    fund: str = ""
    partners: tuple[Partner, ...] = ()
