"""Sentences that every report for people tells: what was found where, by which rules, on what legal basis."""

from datetime import date

from publicity_check.messages import Sentences
from publicity_check.publication import Evidence
from publicity_check.reports.clean import clean, one_line, shortened
from publicity_check.reports.grouping import pack_title
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.results import ChosenPack, NotChecked, Outcome, PublicationReport, Report, Result
from publicity_check.rulebook.common import Clause
from publicity_check.rulebook.template import around_slots

_REASONS = 2
"""So many reasons are told for the choice of the rules."""
_FEW = 4
"""More rules than this that may hold are not listed."""


def found(evidence: Evidence, say: Sentences) -> str:
    """Return a quote with its place."""
    where = place(evidence, say)
    quote = shortened(evidence.quote)
    return say("quote-at", quote=quote, place=where) if quote else where


def because(pack: ChosenPack, say: Sentences) -> str:
    """Return why the rules were chosen, as the end of a sentence that begins with "because"; "" if nothing says so."""
    reasons = []
    for reason in pack.because[:_REASONS]:
        sentence = shortened(say.message(reason))
        where = place(reason.evidence, say, heading=False) if reason.evidence else ""
        reasons.append(f"{sentence} ({where})" if where else sentence)
    return say("and").join(reasons)


def judged_by(pack: ChosenPack, say: Sentences) -> str:
    """Return by which rules a publication was judged and why."""
    told = [say("project", project=one_line(pack.project))] if pack.project else []
    why = because(pack, say)
    if not pack.certain:
        told.append(say("rules-not-certain"))
        told.append(_may_be(pack, say))
    elif why:
        told.append(say("judged-because", pack=pack_title(pack, say), why=why))
    else:
        told.append(say("judged", pack=pack_title(pack, say)))
    return " ".join(told)


def _may_be(pack: ChosenPack, say: Sentences) -> str:
    """Return which rules may hold; where they are many, what to do about it."""
    if len(pack.candidates) <= _FEW:
        return say("may-be", packs="; ".join(_candidates(pack, say)))
    return say(
        "may-be-many",
        count=str(len(pack.candidates)),
    )


def _candidates(pack: ChosenPack, say: Sentences) -> list[str]:
    """Return the packs that may hold, each by its title and, for ``--rules``, its id."""
    titles = pack.candidate_titles or ({},) * len(pack.candidates)
    named = [(t.get(say.language) or t.get("en"), i) for t, i in zip(titles, pack.candidates, strict=True)]
    return [f"{title} ({identity})" if title else identity for title, identity in named]


def sources(result: Result, say: Sentences) -> list[tuple[str, str]]:
    """Return where a duty stands: name in the reader's language and address ("" if there is none) of each source."""
    return [(clause.names.get(say.language) or _cited(clause), clause.url) for clause in result.legal_basis]


def _cited(clause: Clause) -> str:
    return ", ".join(filter(None, (clause.act, clause.article)))


def wording(text: str, say: Sentences) -> list[str]:
    """Return a wording to paste, cut at its open gaps: text and, by turns, in brackets what the reader puts there.

    >>> wording("Of {number}.", Sentences("en"))
    ['Of ', '[project number]', '.']
    """
    pieces = around_slots(clean(text))
    return [f"[{say.term('slot', piece[1:-1])}]" if n % 2 else piece for n, piece in enumerate(pieces)]


def made_by(report: Report, options: ReportOptions, say: Sentences) -> str:
    """Return by which program and which rules a report was made, each with its version."""
    program = f"publicity-check {options.tool_version}".rstrip()
    return f"{program}, {say('rules-version', version=report.rules_version)}" if report.rules_version else program


def binding(result: Result, say: Sentences) -> str:
    """Return how binding a duty is; "" for what is said of a configuration, which is no duty."""
    if result.of_configuration:
        return ""
    how = result.basis if result.level == "must" else "recommended"
    return say.term("basis", how)


def how_known(result: Result | NotChecked, say: Sentences) -> str:
    """Return how a duty is known and since when; "" where none is asked for."""
    if not result.known:
        return ""
    day = f", {say.date(date.fromisoformat(result.read))}" if result.read else ""
    return say("how-known", known=say.term("known", result.known), day=day.removesuffix("."))


def kind_of(publication: PublicationReport, say: Sentences) -> str:
    """Return what kind of publication one is and what tells that; "" where it was not judged."""
    if not publication.media:
        return ""
    kinds = say("or").join(say.term("medium", kind) for kind in publication.media)
    return say("medium", kinds=kinds, told_by=say.term("told-by", publication.media_told_by))


def not_known(publication: PublicationReport, say: Sentences) -> tuple[str, ...]:
    """Return what is not known of the duties of a publication, a sentence each."""
    return tuple(dict.fromkeys(say.of_rules(u) for pack in publication.rule_packs for u in pack.unknown))


def not_checked(publication: PublicationReport, say: Sentences) -> tuple[str, ...]:
    """Return the duties that no check decides, each with where it stands."""
    duties = {d.requirement: d for pack in publication.rule_packs for d in pack.unchecked}
    return tuple(_with_place(duty, say) for duty in duties.values())


def _with_place(duty: NotChecked, say: Sentences) -> str:
    stands = "; ".join(clause.names.get(say.language) or _cited(clause) for clause in duty.legal_basis)
    ask = say.of_rules(duty.ask)
    return f"{ask} ({stands})" if stands else ask


def legal_basis(result: Result, say: Sentences) -> list[str]:
    """Return why a duty is asked for that is not met: on one line, or with a line more for each of several sources."""
    if result.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
        return []
    how = binding(result, say)
    named = [f"{name} {url}".strip() for name, url in sources(result, say)]
    if not named:
        return [f"{how}."] if how else []
    return [f"{how}: {named[0]}"] if len(named) == 1 else [f"{how}:", *named]
