"""What a publication says of its project's title and acronym, held against the project profile."""

from collections.abc import Iterator, Mapping, Sequence

from publicity_check.applicability.projects import one_slip_apart
from publicity_check.checks.interface import Case
from publicity_check.config.model import Project
from publicity_check.facts.model import ProjectNumber
from publicity_check.publication import Span
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.text.words import WORD, alike, fold, words
from publicity_check.values.message import Quote, Value

_SHORTEST = 5
"""Letters of an acronym that is still told from a word one letter apart."""
_SHORT_WORD = 5
"""Letters of a word of which the ending may be half."""
_STEM = 3
"""Letters in which two forms of a short word agree."""
_NEAR = 30
"""Characters between a number and an acronym beside it."""


def check_names(case: Case, numbers: Sequence[ProjectNumber]) -> Iterator[Finding]:
    """Yield what differs between the title or acronym beside the project's number and the declared ones."""
    profile = case.profile
    if profile is None:
        return
    told: set[str] = set()
    for number in numbers:
        title = number.project_title
        wrong = _other_title(title, profile) if title else ""
        text = case.publication.blocks[number.span.first].text
        if wrong and title not in told:
            told.add(title)
            at = text.find(title)
            span = number.span if at < 0 else Span.within(number.span.first, at, at + len(title))
            yield _conflict(
                case, "title-not-declared", {"written": Quote(title), "declared": Quote(wrong)}, span, wrong
            )
        for match in WORD.finditer(text, max(0, number.span.start - _NEAR), number.span.end + _NEAR):
            if _slip_of_acronym(match[0], profile.acronym) and match[0] not in told:
                told.add(match[0])
                span = Span.within(number.span.first, match.start(), match.end())
                values = {"written": Quote(match[0]), "declared": Quote(profile.acronym)}
                yield _conflict(case, "acronym-not-declared", values, span, profile.acronym)


def _conflict(case: Case, code: str, values: Mapping[str, Value], span: Span, suggestion: str) -> Finding:
    return Finding(Outcome.FAILED, code, Kind.CONFLICTING, values, case.evidence(span), suggestion=suggestion)


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
