"""A publication before it is written out: items of text in their places, and what a careful reader makes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from benchmarks.accuracy.texts import Programme, Words


@dataclass(frozen=True)
class Piece:
    """A run of text. ``look`` says how it is written: "" plain, "b" bold, "a" a link to ``href``, "br" a break …"""

    text: str
    look: str = ""
    href: str = ""


@dataclass(frozen=True)
class Item:
    """One block: what part it plays, where it stands, how it is written and its text."""

    role: str
    pieces: tuple[Piece, ...]
    place: str = "main"
    form: str = "p"

    @property
    def text(self) -> str:
        """The text of all pieces, as a reader sees it."""
        return "".join("\n" if piece.look == "br" else piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Sum:
    """A sum of money as a reader understands it."""

    value: Decimal
    share: str
    currency: str = "EUR"
    scope: str = "project"


@dataclass(frozen=True)
class Truth:
    """What a careful reader finds. Statement and disclaimer: "present", "deviant", "image-only" or "absent".

    ``funded`` is ``None`` where a reader would have to ask; "" for what is not decided.
    """

    funded: bool | None = True
    statement: str = "present"
    disclaimer: str = "absent"
    numbers: frozenset[str] = frozenset()
    programme_link: bool = False
    europa_link: bool = False
    sums: tuple[Sum, ...] | None = ()
    """The sums of the project's budget; ``None`` where they are not what the publication is there to measure."""
    conflict: bool | None = False
    """Whether the publication contradicts itself; ``None`` where one may call it that or not."""


@dataclass(frozen=True)
class Draft:
    """A publication with everything that decides its bytes."""

    words: Words
    programme: Programme
    layout: str
    format: str
    items: tuple[Item, ...]
    truth: Truth
    number: str = ""
    total: Decimal = Decimal(0)
    share: Decimal = Decimal(0)
    rate: int = 0
    declared: str = ""
    encoding: str = "utf-8"
    traits: frozenset[str] = field(default_factory=frozenset)

    @property
    def language(self) -> str:
        """The code of the language the text is written in."""
        return self.words.language

    @property
    def sums(self) -> tuple[Sum, ...]:
        """The sums of the project's budget, none where they are not measured."""
        return self.truth.sums or ()

    def item(self, role: str) -> Item | None:
        """Return the first item that plays a part."""
        return next((item for item in self.items if item.role == role), None)

    def the(self, role: str) -> Item:
        """Return the first item that plays a part; there must be one."""
        return next(item for item in self.items if item.role == role)

    def has(self, *roles: str) -> bool:
        """Say whether there is an item for each of these parts."""
        return all(self.item(role) for role in roles)

    def without(self, *roles: str) -> "Draft":
        """Return the draft without the items of these parts."""
        return replace(self, items=tuple(item for item in self.items if item.role not in roles))

    def edit(self, role: str, change: Callable[[Item], Item | tuple[Item, ...]]) -> "Draft":
        """Return the draft with every item of a part changed."""
        items: list[Item] = []
        for item in self.items:
            new = change(item) if item.role == role else item
            items.extend(new if isinstance(new, tuple) else (new,))
        return replace(self, items=tuple(items))

    def say(self, role: str, text: str) -> "Draft":
        """Return the draft with other words for a part."""
        return self.edit(role, lambda item: replace(item, pieces=(Piece(text),)))

    def shape(self, role: str, form: str) -> "Draft":
        """Return the draft with a part written in another form (hidden, as a footnote …)."""
        return self.edit(role, lambda item: replace(item, form=form))

    def add(self, item: Item) -> "Draft":
        """Return the draft with one more item."""
        return replace(self, items=(*self.items, item))

    def trait(self, *names: str) -> "Draft":
        """Return the draft with further traits of how it is written out."""
        return replace(self, traits=self.traits | set(names))

    def true(self, **changes: object) -> "Draft":
        """Return the draft with another truth."""
        return replace(self, truth=replace(self.truth, **changes))  # type: ignore[arg-type]
