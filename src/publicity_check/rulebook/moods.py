"""Words by which a language tells of whom and how a sentence speaks: a claim, a wish, a rule, another project."""

from typing import Literal

from publicity_check.rulebook.common import Data

Mood = Literal[
    "instructed",
    "conditional",
    "planned",
    "future",
    "former",
    "former_after",
    "applied",
    "granted",
    "refused",
    "denied",
    "example",
    "others",
    "past",
    "namesakes",
    "writing",
    "paying",
    "call",
    "advice",
    "clients",
    "european",
    "nothing",
    "contrast",
    "ours",
    "wholly",
    "domestic",
    "proposal",
    "payers",
    "without",
    "harmless",
    "earlier",
    "ended",
    "theirs",
    "goods",
    "press",
    "news",
    "supposed",
    "asked",
    "told",
    "form",
    "until",
    "since",
    "no",
    "not",
]
"""What a word tells of the sentence it stands in, or of the page."""


class Moods(Data, frozen=True, kw_only=True):
    """Words by which a sentence about funding, or a page, is told from one that claims it.

    Of sentences: ``instructed`` says what has to be, ``writing`` is about signs and sentences ("sticker"),
    ``conditional`` and ``planned`` what might be, ``applied`` and ``refused`` what was asked
    for (``granted``: and got), ``denied`` that it is
    not true, ``future`` right before a verb that it will be so,
    ``example`` that it is none, ``others`` and ``past`` that another project is meant, ``namesakes`` that
    another union is ("of the Deaf") or its opponents. ``supposed`` begin sentences about what may be, or about
    anybody ("if", "whoever"), ``asked`` tell of a question, ``told`` of somebody's words. ``no`` is the answer in a
    form; ``paying`` are words of paying and of money, which beside a fund's name may say who paid.
    ``european`` calls money Europe's, ``nothing`` denies it beside the negators ("none", "nothing"), ``payers`` are
    others than the Union that pay for projects (Norway), ``contrast`` turns from the own to another ("by contrast"),
    ``ours`` back to it ("our"). ``wholly`` and ``domestic`` together say that the state, the town or own money pays
    for all of it; ``proposal`` calls a number that of an application. ``form`` stand in drafts behind what is to be
    taken out or confirmed ("delete if not applicable"). ``until`` stand beside the year in which something ended,
    ``since`` begin what has been so from then on.
    Of pages: ``call`` stands in titles of calls and tenders, ``advice`` in those of guides and courses, which have
    ``clients``; ``goods`` in shops, ``press`` in newspapers and encyclopaedias. Of headings: ``news`` stand over what
    others do ("other news", "at our neighbours'").
    """

    instructed: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    paying: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    european: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    wholly: tuple[str, ...] = ()
    domestic: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    press: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()


class CitingWords(Data, frozen=True, kw_only=True):
    """Words by which a sentence tells of another project, in a phrase's notation: a star stands for any ending.

    ``earlier`` say that it went before, or is a neighbour's ("previous", "years ago"), ``theirs`` that it is not one's
    own ("not by us"). ``other`` and ``ended`` say less: that it is another one, and that it has ended; a publication
    may say so of its own project too. ``former`` stand right before the word for a project that was before, or is
    another's ("previous project", "sister project"), ``former_after`` behind it ("projet précédent").
    """

    earlier: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    former_after: tuple[str, ...] = ()
