"""Facts as plain data, as the JSON report shows them.

Every fact is an object with ``evidence``: ``quote``, ``before``, ``after``, ``region``, ``locator``. Figures are
decimal strings without grouping ("176680.75"), rates are in per cent ("85"). ``scope``, ``share``, ``fund``,
``project`` and ``partner`` are ``null`` while undecided.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, assert_never

from publicity_check.facts.model import (
    KINDS,
    Amount,
    Bounded,
    Fact,
    Facts,
    FundMention,
    ImageFact,
    LinkFact,
    MoodMention,
    PeriodMention,
    ProgrammeMention,
    ProjectMention,
    ProjectNumber,
    Rate,
    Statement,
    UnionMention,
    YearMention,
)
from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Evidence
from publicity_check.reports.clean import clean
from publicity_check.values.message import Value

Data = dict[str, Any]


def facts_data(facts: Facts, evidence: Mapping[str, Sequence[Evidence]], kinds: Iterable[str] = KINDS) -> Data:
    """Return facts of some kinds as data; ``evidence`` has for each list the evidence of its facts, in their order.

    Of a list with more facts than evidence the others are counted (``left_out``).
    """
    data: Data = {
        name: [_one(fact, shown) for fact, shown in _with_evidence(found, evidence.get(name, ()))]
        for name, found in facts.lists(kinds)
    }
    left_out = {name: len(found) - len(data[name]) for name, found in facts.lists(kinds)}
    if any(left_out.values()):
        data["left_out"] = {name: count for name, count in left_out.items() if count}
    language = facts.language
    data["language"] = {"code": language.code, "found_by": language.found_by, "declared": language.declared}
    return data


def evidence_data(evidence: Evidence) -> Data:
    """Return a quote and its place as data; ``locator`` holds what is known of the place alone.

    ``source`` names the publication where a result speaks of several.
    """
    locator = evidence.locator
    place = {
        "line": locator.line,
        "column": locator.column,
        "path": locator.path,
        "part": locator.part,
        "paragraph": locator.paragraph,
        "heading": locator.heading,
    }
    data: Data = {
        "quote": clean(evidence.quote),
        "before": clean(evidence.before),
        "after": clean(evidence.after),
        "region": evidence.region.value,
        "locator": {
            key: clean(value) if isinstance(value, str) else value for key, value in place.items() if value is not None
        },
    }
    return {**data, "source": shown_path(evidence.source)} if evidence.source else data


def figure(value: Decimal) -> str:
    """Return a decimal without exponent and grouping.

    >>> figure(Decimal("176680.75")), figure(Decimal("1.2E+6"))
    ('176680.75', '1200000')
    """
    return format(value, "f")


def values_data(values: Mapping[str, Value], say: Sentences) -> Data:
    """Return what fills a message as text; ``say`` speaks English, plainly."""
    return {name: say.value(value) for name, value in values.items()}


def _with_evidence(facts: Sequence[Fact], evidence: Sequence[Evidence]) -> Iterable[tuple[Fact, Evidence | None]]:
    if not evidence:
        return ((fact, None) for fact in facts)
    return zip(facts, evidence, strict=False)


def _one(fact: Fact, evidence: Evidence | None) -> Data:
    data = _described(fact)
    data["evidence"] = evidence_data(evidence) if evidence else None
    return data


def _described(fact: Fact) -> Data:
    match fact:
        case Statement():
            return _statement(fact)
        case LinkFact():
            return _link(fact)
        case ProjectNumber():
            return _project_number(fact)
        case Amount():
            return _amount(fact)
        case Rate():
            return _rate(fact)
        case ProgrammeMention():
            return _programme(fact)
        case FundMention():
            return _fund(fact)
        case UnionMention():
            return _union(fact)
        case ProjectMention():
            return {"word": fact.word, "number": fact.number, "plain": fact.plain, "visible": fact.visible}
        case YearMention():
            return {"year": fact.year, "visible": fact.visible}
        case PeriodMention():
            return {"period": fact.period, "visible": fact.visible}
        case MoodMention():
            return {"word": fact.word, "kind": fact.kind, "visible": fact.visible}
        case ImageFact():
            return _image(fact)
        case Bounded():
            return {"kind": fact.kind, "count": fact.count}
        case _:
            assert_never(fact)


def _statement(fact: Statement) -> Data:
    return {
        "part": fact.part,
        "wordings": list(fact.wordings),
        "language": fact.language,
        "coverage": round(fact.coverage, 3),
        "slots": dict(fact.slots),
        "missing": list(fact.missing),
        "added": list(fact.added),
        "changed": [{"prescribed": prescribed, "written": written} for prescribed, written in fact.changed],
        "deviations": [
            {"code": note.code, "values": values_data(note.values, sentences("en", plain=True))}
            for note in fact.deviations
        ],
        "prescribed": fact.prescribed,
        "funds": list(fact.funds),
        "only_in_picture": fact.image is not None,
    }


def _link(fact: LinkFact) -> Data:
    return {
        "target": fact.target,
        "host": fact.host,
        "text": fact.text,
        "clickable": fact.clickable,
        "visible": fact.visible,
        "shown_host": fact.shown_host,
    }


def _project_number(fact: ProjectNumber) -> Data:
    return {
        "value": fact.value,
        "as_written": fact.as_written,
        "kind": fact.kind,
        "programme": fact.packs[0] if len(fact.packs) == 1 else None,
        "programmes": list(fact.packs),
        "period": fact.period or None,
        "strength": fact.strength,
        "introduced_by": fact.introduced_by or None,
        "damage": fact.damage or None,
        "project_title": fact.project_title or None,
        "role": fact.role,
        "visible": fact.visible,
    }


def _amount(fact: Amount) -> Data:
    return {
        "value": figure(fact.value),
        "upper": None if fact.upper is None else figure(fact.upper),
        "currency": fact.currency,
        "scope": fact.scope,
        "share": fact.share,
        "fund": fact.fund,
        "project": fact.project,
        "partner": fact.partner,
        "as_written": fact.as_written,
        "approximate": fact.approximate,
        "precision": figure(fact.precision),
        "alternatives": [figure(value) for value in fact.alternatives],
        "number_style": fact.number_style,
        "reasons": list(fact.reasons),
        "visible": fact.visible,
    }


def _rate(fact: Rate) -> Data:
    return {
        "value": figure(fact.value),
        "scope": fact.scope,
        "share": fact.share,
        "base": fact.base,
        "fund": fact.fund,
        "project": fact.project,
        "partner": fact.partner,
        "as_written": fact.as_written,
        "approximate": fact.approximate,
        "precision": figure(fact.precision),
    }


def _programme(fact: ProgrammeMention) -> Data:
    return {
        "name": fact.name,
        "programmes": list(fact.packs),
        "period": fact.period or None,
        "language": fact.language or None,
        "visible": fact.visible,
        "misspelt": fact.misspelt,
    }


def _fund(fact: FundMention) -> Data:
    return {
        "fund": fact.fund,
        "name": fact.name,
        "language": fact.language or None,
        "abbreviated": fact.abbreviated,
        "visible": fact.visible,
        "misspelt": fact.misspelt,
    }


def _union(fact: UnionMention) -> Data:
    return {
        "name": fact.name,
        "languages": list(fact.languages),
        "abbreviated": fact.abbreviated,
        "visible": fact.visible,
    }


def _image(fact: ImageFact) -> Data:
    return {
        "role": fact.role,
        "because": fact.because,
        "language": fact.language or None,
        "wording": fact.wording or None,
    }
