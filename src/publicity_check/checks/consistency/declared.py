"""What a publication says of its project otherwise than the project profile declares it."""

import re
from collections.abc import Iterator, Sequence

from publicity_check.checks.interface import Case
from publicity_check.config.model import Project
from publicity_check.publication import Span
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import PERIODS
from publicity_check.text.words import WORD, alike, fold, words
from publicity_check.values.hosts import host_of, host_within, resembles
from publicity_check.values.message import Quote, Values
from publicity_check.values.slips import one_slip_apart

_SHORTEST = 5
"""Letters of an acronym that is still told from a word one letter apart."""
_SHORT_WORD = 5
"""Letters of a word of which the ending may be half."""
_SMALL = 3
"""Letters of words that are in many names."""
_STEM = 3
"""Letters in which two forms of a short word agree."""
_ABBREVIATION = re.compile(r"\b[^\W\d_a-z]{3,}\b")
"""The capitals by which an authority is called: the same in most languages."""
_NEAR = 30
"""Characters between a number and an acronym beside it."""


def other_names(case: Case) -> Iterator[Finding]:
    """Yield titles and acronyms beside the project's number that differ from the declared ones."""
    profile = case.profile
    if profile is None:
        return
    told: set[str] = set()
    for number in case.facts.project_numbers:
        if number.role != "own" or not number.visible:
            continue
        title = number.project_title
        text = case.publication.blocks[number.span.first].text
        if title and title not in told:
            told.add(title)
            at = text.find(title)
            span = number.span if at < 0 else Span.within(number.span.first, at, at + len(title))
            wrong = _other_title(title, profile)
            if wrong:
                values: Values = {"written": Quote(title), "declared": Quote(wrong)}
                yield _conflict(case, "title-not-declared", values, span, wrong)
            elif profile.carries(number.value) and (own := _unknown_title(case, title, profile)):
                values = {"written": Quote(title), "declared": Quote(own)}
                yield _doubt(case, "title-perhaps-not-declared", values, span)
        for match in WORD.finditer(text, max(0, number.span.start - _NEAR), number.span.end + _NEAR):
            if _slip_of_acronym(match[0], profile.acronym) and match[0] not in told:
                told.add(match[0])
                span = Span.within(number.span.first, match.start(), match.end())
                values = {"written": Quote(match[0]), "declared": Quote(profile.acronym)}
                yield _conflict(case, "acronym-not-declared", values, span, profile.acronym)


def other_site(case: Case) -> Iterator[Finding]:
    """Yield links that show the project's declared site or look like it, but lead elsewhere."""
    site = host_of(case.profile.site).removeprefix("www.") if case.profile else ""
    if not site:
        return
    for link in case.facts.links:
        if not link.visible or host_within(link.host, site):
            continue
        values: Values = {"found": link.host, "site": site}
        if link.shown_host and host_within(link.shown_host, site):
            yield _conflict(case, "site-disagrees", values, link.span, site)
        elif resembles(link.host, site):
            yield _conflict(case, "site-mistyped", values, link.span, site)


def other_fund(case: Case) -> Iterator[Finding]:
    """Yield a fund that is named where the declared one is not: in the sentence that says who pays, or elsewhere."""
    fund = _fund_of(case, case.profile.fund) if case.profile else ""
    named = [m for m in case.facts.funds if m.visible]
    if not fund or not named or any(m.fund == fund for m in named):
        return
    paying = {s.span.first for s in case.facts.statements if s.part == "funding-statement"}
    beside = next((m for m in named if m.span.first in paying), None)
    mention = beside or named[0]
    values: Values = {"name": Quote(mention.name), "declared": Quote(case.profile.fund if case.profile else "")}
    if beside is not None:
        yield _conflict(case, "fund-not-declared", values, mention.span, None)
    else:
        yield _doubt(case, "fund-perhaps-not-declared", values, mention.span)


def _fund_of(case: Case, declared: str) -> str:
    """Return the id of a declared fund, given by its id, a name or an abbreviation in any language."""
    if any(declared in pack.funds for pack in case.rulebook.packs.values()):
        return declared
    key = words(declared)
    for data in case.rulebook.languages.values() if key else ():
        for fund, known in data.names.funds.items():
            names = [words(name) for name in (known.name, *known.forms, *known.abbreviations)]
            if key in names:
                return fund
            if any(key == [*name, *words(plus)] for name in names for plus in known.plus):
                return f"{fund}+"
    return ""


def other_period(case: Case) -> Iterator[Finding]:
    """Yield a programme that is named with another period than the declared one, which is named nowhere."""
    period = case.profile.period.replace("–", "-") if case.profile else ""
    named = [m for m in case.facts.programmes if m.visible and m.period in PERIODS]
    if period in PERIODS and named and all(PERIODS[m.period] != PERIODS[period] for m in named):
        values: Values = {"name": Quote(named[0].name), "period": named[0].period, "declared": period}
        yield _conflict(case, "period-not-declared", values, named[0].span, None)


_PUBLISHERS = ("beneficiary", "partner")


def other_publisher(case: Case) -> Iterator[Finding]:
    """Yield a disclaimer that lets somebody answer for the content who is not among the declared partners."""
    profile = case.profile
    if profile is None or not profile.publisher:
        return
    partners = [profile.publisher, *(n for p in profile.partners for n in (p.name, *p.names))]
    for statement in case.facts.statements:
        for slot in _PUBLISHERS:
            said = _telling(statement.slots.get(slot, ""))
            if said and not any(_same_word(a, b) for name in partners for a in said for b in _telling(name)):
                written = Quote(statement.slots[slot])
                values: Values = {"written": written, "declared": Quote(profile.publisher)}
                yield _doubt(case, "publisher-not-declared", values, statement.span)


def other_authority(case: Case) -> Iterator[Finding]:
    """Yield a statement or disclaimer that names another granting authority than the declared one."""
    declared = case.profile.authority if case.profile else ""
    for statement in case.facts.statements if declared else ():
        said = " ".join(value for slot, value in statement.slots.items() if slot.startswith("authority"))
        if words(said) and not _same_authority(said, declared):
            values: Values = {"written": Quote(said), "declared": Quote(declared)}
            yield _doubt(case, "authority-not-declared", values, statement.span)


def _same_authority(one: str, other: str) -> bool:
    """Say whether two names may be one authority's: they share an abbreviation or, where one has none, a word."""
    short, shorter = (set(_ABBREVIATION.findall(name)) for name in (one, other))
    if short and shorter:
        return bool(short & shorter)
    return any(_same_word(a, b) for a in words(one) for b in words(other))


def _conflict(case: Case, code: str, values: Values, span: Span, suggestion: str | None) -> Finding:
    return Finding(Outcome.FAILED, code, Kind.CONFLICTING, values, case.evidence(span), suggestion=suggestion)


def _doubt(case: Case, code: str, values: Values, span: Span) -> Finding:
    return Finding(Outcome.NEEDS_REVIEW, code, values=values, evidence=case.evidence(span))


def _unknown_title(case: Case, written: str, profile: Project) -> str:
    """Return the declared title, or acronym, that a title has not the words of; "" if none is known to compare with."""
    if written.isupper() and " " not in written:
        names = {fold(profile.acronym), *(w for title in profile.titles.values() for w in words(title))}
        return "" if fold(written) in names else profile.acronym
    said = words(written)
    known = [words(name) for name in (*profile.titles.values(), profile.acronym)]
    if not said or any(_all_in(said, keys) or _all_in(keys, said) for keys in known):
        return ""
    return profile.titles.get(case.language, "")


def _telling(name: str) -> list[str]:
    """Return the words of a name without short ones, which are in many."""
    return [word for word in words(name) if len(word) > _SMALL]


def _other_title(written: str, profile: Project) -> str:
    """Return the declared title that a title seems to stand for but is not; "" if it is one, or quite another."""
    said = words(written)
    known = [(title, words(title)) for title in profile.titles.values()]
    if any(_all_in(said, keys) or _all_in(keys, said) for _, keys in known):
        return ""
    for title, keys in known:
        shared = sum(any(_same_word(a, b) for b in keys) for a in said)
        if min(len(said), len(keys)) > 1 and shared * 2 >= max(len(said), len(keys)):
            return title
    return ""


def _all_in(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one) and all(any(_same_word(a, b) for b in other) for a in one)


def _same_word(one: str, other: str) -> bool:
    """Say whether two words are forms of one, short ones too: "ceļš" and "ceļa"."""
    short = max(len(one), len(other)) <= _SHORT_WORD and one[:_STEM] == other[:_STEM] and len(one) >= _STEM
    return alike(one, other) or (short and one.isalpha() and other.isalpha())


def _slip_of_acronym(written: str, acronym: str) -> bool:
    """Say whether a word is an acronym with a slip; an ending is none ("GreenPathi")."""
    one, other = fold(written), fold(acronym)
    if min(len(one), len(other)) < _SHORTEST or one.startswith(other) or other.startswith(one):
        return False
    return one_slip_apart(one, other)
