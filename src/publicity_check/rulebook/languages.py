"""What the library knows of a language: a folder per official language of the Union, with a file for each expert.

``names.toml`` is a lawyer's, ``grammar.toml`` a linguist's and ``money.toml`` an accountant's.
"""

from typing import Literal

import msgspec

from publicity_check.rulebook.common import Data, LanguageCode, Verified
from publicity_check.rulebook.moods import CitingWords, Moods


class Union(Data, frozen=True, kw_only=True):
    """The Union's names: ``forms`` are all inflected forms that statements use, ``abbreviations`` those not allowed.

    ``commission`` are the forms of the European Commission's name, which often stands wrongly in its place.
    """

    name: str
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    commission: tuple[str, ...] = ()


class Funding(Data, frozen=True, kw_only=True):
    """Words of funding sentences. An entry may be a phrase; a star at the end of a word stands for any ending.

    ``funded`` and ``cofunded`` are verbs, ``support`` nouns ("financial assistance"); ``together`` words before a
    verb that make it co-funding ("co", "partly"). ``finite`` are verbs of the active voice: they count only before
    the Union's name, since "the Union funds ..." speaks of anything. ``agents`` are words of which one ties the
    Union's name to the verb ("by"); without any, the case of the name does. ``after``: whether a verb may follow
    the name. ``funds`` and ``cofunds`` are verbs of the active voice that count after the Union's name, if one of
    ``objects`` follows ("the Union co-funds this project"). ``means`` are words around the Union's name ("with …
    money"). ``possible`` are words right before a verb by which it says only what may be ("can be"). ``negators`` are
    words that deny a sentence, except in ``harmless`` phrases ("not only"). ``others`` are nouns which, right beside
    the verb, make the sentence one about projects in general, or the reader's own, unless one of ``own`` stands before
    them ("both", "our"). ``rules`` are words of pages that explain how to write a statement. ``prefix_denies``:
    whether a negating prefix denies any word; else only the
    verb it stands before. ``verb_first``: whether a negated verb stands before what it denies. In ``objects`` and
    ``others`` "{project}" stands for each noun for a project; nouns for several are ``others`` by themselves.
    """

    funded: tuple[str, ...] = ()
    cofunded: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    after: bool = False
    funds: tuple[str, ...] = ()
    cofunds: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    negating_prefixes: tuple[str, ...] = ()
    prefix_denies: bool = False
    verb_first: bool = False
    others: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Disclaiming(Data, frozen=True, kw_only=True):
    """Beginnings of words of disclaimers: ``views`` ("view", "opinion"), ``reflects`` ("express"), ``answers``.

    ``answers`` are words for being responsible, ``authors`` for who wrote or published a text, ``content`` for the text
    itself, ``bodies`` for the Union's agencies and other authorities; ``only`` and ``necessarily`` are what they say.
    ``denials`` are words that deny beside the negators of funding sentences ("in no way", "neither"), ``limits`` are
    words by which a disclaimer holds in part only ("except", "partly"); a star stands for any ending. ``concord``:
    whether several denials side by side are one ("nekad nav").
    """

    views: tuple[str, ...] = ()
    reflects: tuple[str, ...] = ()
    necessarily: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    concord: bool = False


class FundName(Data, frozen=True, kw_only=True):
    """A fund's name: ``forms`` are inflected forms, ``misspellings`` forms that were seen and are wrong.

    ``plus`` are the words behind the name that make it the ESF+.
    """

    name: str
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    plus: tuple[str, ...] = ()
    verified: Verified = "own-knowledge"


class Material(Data, frozen=True, kw_only=True):
    """A noun for the publication itself, with the words it bends in a wording ("this", "prepared")."""

    nominative: str
    genitive: str
    this_nom: str
    this_gen: str
    prepared: str


class NumberWords(Data, frozen=True, kw_only=True):
    """Words that introduce a project number, such as introduce another number, and such as cite another project.

    ``signs`` stand for "number" and may follow any of them ("Nr.", "number"). ``projects``, ``agreements`` (and
    decisions) and ``grants`` are stems of what bears a number, ``codes`` of full words for a number, code or
    mark, ``small`` words may stand among them; a star stands for any letters. ``files`` are stems of words for
    an application, a reference or a case file: they introduce what is of no known form beside the name of a
    fund alone. ``labels`` introduce a number all by themselves, ``after`` stand behind the number that they
    introduce.
    """

    signs: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    introducers: tuple[str, ...] = ()
    not_project: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


class ProgrammeWords(Data, frozen=True, kw_only=True):
    """Words of programmes' names: ``shared`` by many ("programme", "cross-border"), ``small`` ones ("of", "the")."""

    shared: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


class PictureWords(Data, frozen=True, kw_only=True):
    """Words that tell pictures apart: ``emblem`` words for a flag, emblem or logo, and words of file names.

    ``funding_files`` name logos that say who paid, ``programme_files`` logos of programmes and funds,
    ``union_files`` the emblem, ``other_files`` other logos of the Union; ``other_marks`` are
    words of marks of the Union that tell nothing of funding ("Ecolabel"). ``blue``, ``yellow`` and ``stars`` describe
    the emblem without its name; ``logos`` tell of pictures that may hold it among others ("banner", "partners"),
    ``signs`` say that a picture is somebody's logo, ``same_flag`` names who else has the flag (the Council of Europe).
    ``spoilt`` say that the emblem is not there, or not whole ("placeholder", "crossed out"), ``photos`` that a picture
    is of something in which it stands ("Photo: ...").
    """

    emblem: tuple[str, ...] = ()
    blue: tuple[str, ...] = ()
    yellow: tuple[str, ...] = ()
    stars: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    same_flag: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    union_files: tuple[str, ...] = ()
    funding_files: tuple[str, ...] = ()
    programme_files: tuple[str, ...] = ()
    other_files: tuple[str, ...] = ()
    other_marks: tuple[str, ...] = ()


Cue = Literal[
    "total",
    "cost",
    "sum",
    "budget",
    "eligible",
    "funding",
    "grant",
    "eu",
    "fund",
    "national",
    "own",
    "private",
    "partner",
    "organisation",
    "part",
    "project",
    "programme",
    "call",
    "limit",
    "requested",
    "paid",
    "price",
    "other",
    "remaining",
    "additional",
    "within",
    "with-vat",
    "without-vat",
    "and",
    "range",
    "from",
    "percent",
]
"""What a word beside an amount points to: the whole cost, the Union, a partner, a price …"""


class Money(Data, frozen=True, kw_only=True):
    """``money.toml``: words around amounts.

    ``cues`` are words and phrases by what they point to; ``*`` at the end of a word stands for any ending. Words are
    own knowledge of the language, whole phrases were seen in publications. ``scales`` gives scale words with their
    factors, ``currencies`` the forms of currency names by ISO 4217 code, ``approximate`` words for "about".
    ``decimal`` is the decimal sign of the language (CLDR); publications need not keep to it.
    """

    decimal: Literal[",", "."] = ","
    scales: dict[str, int] = {}
    approximate: tuple[str, ...] = ()
    currencies: dict[str, tuple[str, ...]] = {}
    cues: dict[Cue, tuple[str, ...]] = {}


class SentenceWords(Data, frozen=True, kw_only=True):
    """Abbreviations, written with their full stops: what tells where a sentence ends.

    ``abbreviations`` end a sentence where a word with a capital letter follows ("etc.", "Nr."), and go on before small
    letters and numbers; ``before_words`` go on before anything ("Dr."). ``after_ordinals`` are words with a capital
    letter behind an ordinal ("Mai" in "12. Mai"). All of them hold in texts of every language.
    """

    abbreviations: tuple[str, ...] = ()
    before_words: tuple[str, ...] = ()
    after_ordinals: tuple[str, ...] = ()


class Nouns(Data, frozen=True, kw_only=True):
    """What the language calls what is funded, in all forms: ``project`` one project, ``projects`` forms for several.

    ``operation`` and ``operations`` are further nouns of law and of everyday speech ("operation", "investment") that
    mean other things in other languages. A form that may be one or several stands with both. ``programme`` is one
    programme.
    """

    project: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    operation: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()


class SmallWords(Data, frozen=True, kw_only=True):
    """Small words that tie others together.

    ``and`` joins two things of a list. ``copulas`` stand between what is funded and the verb ("is", "has been"),
    ``of`` ties a part to a whole or a sum to its currency, ``without`` are negators that deny no sentence ("without
    the project"). ``under`` are words that tie the Union's name to support by somebody else ("funding from the Joint
    Undertaking under the European Union's …").
    """

    and_: tuple[str, ...] = msgspec.field(default=(), name="and")
    copulas: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


class Names(Data, frozen=True, kw_only=True):
    """``names.toml``: what the Union, its funds, programmes, numbers and pictures are called in a language.

    ``nearby`` are languages of no member state whose texts may be taken for texts of this one.
    """

    code: LanguageCode
    name: str
    nearby: tuple[LanguageCode, ...] = ()
    union: Union
    funds: dict[str, FundName] = {}
    programmes: ProgrammeWords = ProgrammeWords()
    numbers: NumberWords = NumberWords()
    pictures: PictureWords = PictureWords()


class Grammar(Data, frozen=True, kw_only=True):
    """``grammar.toml``: how a language says that something is funded, and by what it is told from others.

    ``function_words`` and ``letters`` are those by which its texts are told from others': common words, and letters
    that few other languages use. ``gaps`` are words of what is still to be filled in ("insert", "to be confirmed"),
    ``gap_names`` the words for a name, with which templates say what belongs in a gap ("name of the partner"), and
    ``gap_bodies`` what they call who awards a grant ("granting authority").
    """

    function_words: tuple[str, ...] = ()
    letters: str = ""
    gaps: tuple[str, ...] = ()
    gap_names: tuple[str, ...] = ()
    gap_bodies: tuple[str, ...] = ()
    sentences: SentenceWords = SentenceWords()
    nouns: Nouns = Nouns()
    words: SmallWords = SmallWords()
    citing: CitingWords = CitingWords()
    funding: Funding
    moods: Moods = Moods()
    disclaiming: Disclaiming = Disclaiming()
    materials: tuple[Material, ...] = ()


class LanguageData(Data, frozen=True, kw_only=True):
    """Everything known of one language, as its three files hold it."""

    names: Names
    grammar: Grammar
    money: Money
