"""Institutions of the Union: one file, ``institutions.toml``."""

from publicity_check.rulebook.common import Data, Slug, Verified


class Agency(Data, frozen=True, kw_only=True):
    """An agency that grants money: ``short`` is its abbreviation, ``families`` those of the packs that it serves.

    ``sole`` are ids of packs of which it alone grants all money: there it is the granting authority.
    """

    short: str
    families: tuple[Slug, ...]
    sole: tuple[Slug, ...] = ()
    verified: Verified
    sources: tuple[str, ...] = ()


class Register(Data, frozen=True, kw_only=True):
    """A public register of projects: where an address within ``host`` fits ``pattern``, its group is a number.

    ``kinds`` are the kinds of project number that stand there.
    """

    title: str
    host: str
    pattern: str
    kinds: tuple[Slug, ...]
    verified: Verified
    sources: tuple[str, ...] = ()


class Institutions(Data, frozen=True, kw_only=True):
    """``institutions.toml``: agencies and registers.

    ``portals`` are sites of all funds of a country: a link to one says nothing of a programme.
    """

    portals: tuple[str, ...] = ()
    agency: tuple[Agency, ...] = ()
    register: tuple[Register, ...] = ()

    def joined(self, more: "Institutions") -> "Institutions":
        """Return these institutions with those of another file added."""
        return Institutions(
            portals=(*self.portals, *more.portals),
            agency=(*self.agency, *more.agency),
            register=(*self.register, *more.register),
        )
