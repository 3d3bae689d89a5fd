"""What the library knows of a language: one file per official language of the Union."""

from publicity_check.rulebook.common import Data, LanguageCode, Verified


class Union(Data, frozen=True, kw_only=True):
    """The Union's names: ``forms`` are all inflected forms that statements use, ``abbreviations`` those not allowed."""

    name: str
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class Funding(Data, frozen=True, kw_only=True):
    """Words of funding sentences: stems of verbs and nouns, words that negate them."""

    stems: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()


class FundName(Data, frozen=True, kw_only=True):
    """A fund's name: ``forms`` are inflected forms, ``misspellings`` forms that were seen and are wrong."""

    name: str
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    verified: Verified = "own-knowledge"


class Material(Data, frozen=True, kw_only=True):
    """A noun for the publication itself, with the words it bends in a wording ("this", "prepared")."""

    nominative: str
    genitive: str
    this_nom: str
    this_gen: str
    prepared: str


class NumberWords(Data, frozen=True, kw_only=True):
    """Words that introduce a project number, and such as introduce another number."""

    introducers: tuple[str, ...] = ()
    not_project: tuple[str, ...] = ()


class RolePhrase(Data, frozen=True, kw_only=True):
    """A phrase and the role of the amount beside it (the roles are listed in ``rules/README.md``)."""

    phrase: str
    role: str
    verified: Verified = "own-knowledge"


class Money(Data, frozen=True, kw_only=True):
    """Words around amounts: roles, scale words with their factors, words for "about" and for "of which"."""

    roles: tuple[RolePhrase, ...] = ()
    scales: dict[str, int] = {}
    approximate: tuple[str, ...] = ()
    currencies: dict[str, str] = {}


class LanguageData(Data, frozen=True, kw_only=True):
    """Everything known of one language."""

    code: LanguageCode
    name: str
    function_words: tuple[str, ...] = ()
    union: Union
    funding: Funding
    funds: dict[str, FundName] = {}
    materials: tuple[Material, ...] = ()
    numbers: NumberWords = NumberWords()
    money: Money = Money()
