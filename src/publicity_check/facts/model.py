"""What a publication says: statements, links, numbers, amounts, names, pictures, each with its span.

Facts are found without rules of any programme; what they mean for a duty is decided by the checks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from msgspec import Struct

from publicity_check.facts.items import (
    UNKNOWN as UNKNOWN,
)
from publicity_check.facts.items import (
    Amount as Amount,
)
from publicity_check.facts.items import (
    Bounded as Bounded,
)
from publicity_check.facts.items import (
    BoundKind as BoundKind,
)
from publicity_check.facts.items import (
    Breach as Breach,
)
from publicity_check.facts.items import (
    Budget as Budget,
)
from publicity_check.facts.items import (
    FundMention as FundMention,
)
from publicity_check.facts.items import (
    ImageFact as ImageFact,
)
from publicity_check.facts.items import (
    Language as Language,
)
from publicity_check.facts.items import (
    LinkFact as LinkFact,
)
from publicity_check.facts.items import (
    MoodMention as MoodMention,
)
from publicity_check.facts.items import (
    Note as Note,
)
from publicity_check.facts.items import (
    Part as Part,
)
from publicity_check.facts.items import (
    PeriodMention as PeriodMention,
)
from publicity_check.facts.items import (
    ProgrammeMention as ProgrammeMention,
)
from publicity_check.facts.items import (
    ProjectMention as ProjectMention,
)
from publicity_check.facts.items import (
    ProjectNumber as ProjectNumber,
)
from publicity_check.facts.items import (
    Proof as Proof,
)
from publicity_check.facts.items import (
    Rate as Rate,
)
from publicity_check.facts.items import (
    Scope as Scope,
)
from publicity_check.facts.items import (
    Share as Share,
)
from publicity_check.facts.items import (
    Slip as Slip,
)
from publicity_check.facts.items import (
    Statement as Statement,
)
from publicity_check.facts.items import (
    Strength as Strength,
)
from publicity_check.facts.items import (
    UnionMention as UnionMention,
)
from publicity_check.facts.items import (
    YearMention as YearMention,
)
from publicity_check.facts.placed import Placed
from publicity_check.publication import Publication, Span
from publicity_check.text.sentences import sentence_around

Fact = (
    Statement
    | LinkFact
    | ProjectNumber
    | Amount
    | Rate
    | ProgrammeMention
    | FundMention
    | UnionMention
    | ProjectMention
    | YearMention
    | PeriodMention
    | MoodMention
    | ImageFact
    | Bounded
)
"""Something a publication says; each has a ``span``."""

_Fact = TypeVar("_Fact", bound=Fact)
_Derived = TypeVar("_Derived")
_Value = Any
"""The facts of a kind, or what finds them."""


class Facts:
    """Everything found in one publication. A kind of facts is looked for when it is first read, and then kept.

    It is made of the facts of each kind, or of functions that find them; of a kind that is not given there are none.
    It is not changed: :meth:`having` and :meth:`only` return others. Two are equal if the same was found.
    """

    language: Language
    block_languages: Mapping[int, str]
    """Blocks whose language differs from the publication's."""
    sentence_ends: Sequence[tuple[int, ...]]
    """Where the sentences of each block end."""
    statements: tuple[Statement, ...]
    links: tuple[LinkFact, ...]
    project_numbers: tuple[ProjectNumber, ...]
    amounts: tuple[Amount, ...]
    rates: tuple[Rate, ...]
    budget: Budget
    """How the amounts were read: what holds among them, and what does not."""
    programmes: tuple[ProgrammeMention, ...]
    funds: tuple[FundMention, ...]
    union_names: tuple[UnionMention, ...]
    project_nouns: tuple[ProjectMention, ...]
    years: tuple[YearMention, ...]
    periods: tuple[PeriodMention, ...]
    moods: tuple[MoodMention, ...]
    images: tuple[ImageFact, ...]
    bounded: tuple[Bounded, ...]
    """What there was too much of to be looked at as a whole."""
    undescribed: Sequence[int]
    """Indexes of the visible pictures of which no words tell whether they show the emblem."""
    signs: Sequence[int]
    """Indexes of the visible pictures that are called somebody's logo."""

    def __init__(
        self,
        language: Language | Callable[[], Language],
        *,
        read_pictures: "Callable[[], tuple[Pictured, ...]]" = tuple,
        **kinds: _Value,
    ) -> None:
        """Take what was found, or functions that find it, by the names of the kinds.

        ``read_pictures`` reads the text in pictures. Raises :class:`TypeError` for a kind that does not exist.
        """
        self.__dict__["_read_pictures"] = read_pictures
        unknown = kinds.keys() - Facts.__annotations__.keys()
        if unknown:
            raise TypeError(f"there are no facts of the kind {', '.join(sorted(unknown))}")
        given = {
            "block_languages": {},
            "sentence_ends": (),
            "undescribed": (),
            "signs": (),
            "budget": Budget(),
            **dict.fromkeys(KINDS, ()),
        }
        given |= {"language": language, **kinds}
        self.__dict__.update({kind: value for kind, value in given.items() if not callable(value)})
        self.__dict__["_open"] = {kind: find for kind, find in given.items() if callable(find)}

    if not TYPE_CHECKING:

        def __getattr__(self, kind: str) -> Any:
            """Look for the facts of a kind that was not read before."""
            find = self.__dict__.get("_open", {}).get(kind)
            if find is None:
                raise AttributeError(f"'Facts' object has no attribute '{kind}'")
            found = self.__dict__[kind] = find()
            del self.__dict__["_open"][kind]
            return found

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change what was found."""
        raise AttributeError("facts are not changed; use Facts.having")

    def __eq__(self, other: object) -> bool:
        return self._all() == other._all() if isinstance(other, Facts) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Facts({', '.join(f'{kind}={found!r}' for kind, found in self._all().items())})"

    @property
    def pictured(self) -> "tuple[Pictured, ...]":
        """What is written in pictures. It is read when a duty is open without it, and kept with no report."""
        read: Callable[[], tuple[Pictured, ...]] = self.__dict__.get("_read_pictures", tuple)
        return read()

    def __getstate__(self) -> dict[str, _Value]:
        return self._all()

    def __setstate__(self, found: Mapping[str, _Value]) -> None:
        self.__dict__.update(found)

    def _all(self) -> dict[str, _Value]:
        return {kind: getattr(self, kind) for kind in Facts.__annotations__}

    def having(self, **kinds: _Value) -> "Facts":
        """Return these facts with other ones of some kinds, given as they are or by functions that find them."""
        mine = {kind: self.__dict__.get(kind, partial(getattr, self, kind)) for kind in Facts.__annotations__}
        return Facts(**{**mine, **kinds}, read_pictures=self.__dict__.get("_read_pictures", tuple))

    def sentence(self, span: Span, after: int = 0) -> Span:
        """Return the sentence in which a span begins, and so many after it in the same block."""
        ends = self.sentence_ends[span.first]
        return Span.within(span.first, *sentence_around(ends, span.start, after))

    def placed(self, found: tuple[_Fact, ...]) -> Placed[_Fact]:
        """Return one of the lists of these facts, ready to be asked what stands at a place."""
        known = self.__dict__.setdefault("_placed", {})
        if id(found) not in known:
            known[id(found)] = found, Placed(found)
        placed: Placed[_Fact] = known[id(found)][1]
        return placed

    def once(self, tell: Callable[[Publication, "Facts"], _Derived], publication: Publication) -> _Derived:
        """Return what a function tells of the whole publication by these facts; it is asked once."""
        known = self.__dict__.setdefault("_told", {})
        if tell not in known:
            known[tell] = tell(publication, self)
        told: _Derived = known[tell]
        return told

    def lists(self, kinds: Iterable[str] = ()) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """Yield the lists of some kinds of facts with their names, or all of them, in the order of the reports."""
        return ((name, getattr(self, name)) for name in kinds or KINDS)

    def only(self, wanted: Callable[[Fact], bool]) -> "Facts":
        """Return these facts without those that are not wanted."""
        lists = {name: partial(self._wanted, name, wanted) for name in KINDS}
        return self.having(**lists, budget=lambda: self.budget.only(wanted))

    def _wanted(self, name: str, wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
        return tuple(filter(wanted, getattr(self, name)))


class Pictured(Struct, frozen=True):
    """What is written in a picture of a publication, as a text of its own, with what it says.

    ``publication`` holds the paragraphs that were read; it is ``None`` where the picture's file is at hand and could
    not be read, as the program that reads is not installed or has not the language.
    """

    image: int
    publication: Publication | None
    facts: Facts
    whole: bool = False
    """Whether it was read in the publication's own language, so that no word of it is likely to be missed."""


_HINTS: Mapping[str, Any] = Facts.__annotations__
KINDS: Mapping[str, type[Fact]] = MappingProxyType(
    {name: get_args(kind)[0] for name, kind in _HINTS.items() if get_origin(kind) is tuple}
)
"""The kinds of facts: the name of each list and what is in it. Every list of :class:`Facts` is one."""
_HELPING = frozenset({"union_names", "project_nouns", "years", "periods", "moods"})
REPORTED = tuple(kind for kind in KINDS if kind not in _HELPING)
"""The kinds that reports on checks show; the others are words that only help to judge what stands near them."""
