"""Whether a publication shows any sign that its project is funded by the Union."""

from collections.abc import Iterator

from publicity_check.applicability.against import denied, paid_otherwise
from publicity_check.applicability.passages import elsewhere, invented
from publicity_check.applicability.standing import (
    advises,
    calls,
    claims,
    disowned,
    headed_by_advice,
    region_of,
    sells,
    turned_down,
    unpaid,
)
from publicity_check.applicability.worth import (
    labelled,
    of_a_funded_project,
    presented,
    project_near,
    says_outright,
    speaks_of_any_project,
    stands_by_itself,
)
from publicity_check.facts.model import Amount, Facts, ImageFact, ProjectNumber, Statement
from publicity_check.publication import Publication, Region, Span
from publicity_check.results import Reason
from publicity_check.text.words import more_words
from publicity_check.values.message import Money, Quote


def sign(publication: Publication, facts: Facts) -> Reason | None:
    """Return what shows best that the publication's project is funded by the Union, ``None`` if nothing does.

    A statement or disclaimer that claims it, the project's own number, the Union's share in its budget, the emblem or
    a funding logo. That a programme, a fund or one of their sites is mentioned is none: news about a call do so too.
    Where the text denies money of the Union, or names others that pay, only what stands by itself is one.
    """
    if not (facts.statements or facts.project_numbers or facts.images or amounts(facts)):
        return None
    doubted = facts.once(denied, publication)
    said = next(_said(publication, facts, doubted=doubted), None)
    if said is not None or doubted or facts.once(of_another_kind, publication):
        return said
    if facts.once(paid_otherwise, publication):
        return None
    if facts.once(headed_by_advice, publication) or _claimed_of_nobody(publication, facts):
        return None
    if _illustrated(publication, facts):
        return None
    pictures = (i for i in facts.images if i.role in ("emblem", "funding-logo") and not shows_a_scene(publication, i))
    shown = (Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span)) for i in pictures)
    return next(shown, None)


def shows_a_scene(publication: Publication, image: ImageFact) -> bool:
    """Say whether a picture is described as a scene in which the flag is: "The flag of the Union at the town hall"."""
    described = publication.blocks[image.span.first].region is Region.ALT_TEXT
    return image.role == "emblem" and not image.wording and described and more_words(_SCENE, image.because)


_SCENE = 6
"""Words of a description above which a picture shows more than the emblem."""


def of_another_kind(publication: Publication, facts: Facts) -> bool:
    """Say whether a page is a call, gives advice or sells something: of such, statements alone tell."""
    return calls(publication, facts) or advises(publication, facts) or sells(publication, facts)


def _said(publication: Publication, facts: Facts, *, doubted: bool) -> Iterator[Reason]:
    """Yield what says that a project is funded, strongest first; if ``doubted``, only what stands by itself."""
    label = facts.once(of_another_kind, publication)
    for s in facts.statements:
        outright = claims(publication, facts, s) and says_outright(publication, facts, s, label=label)
        if outright and _stands(publication, facts, s, doubted=doubted):
            quote = Quote(publication.quote(s.span))
            yield Reason("sign-statement", {"quote": quote}, publication.evidence(s.span))
    strict = doubted or facts.once(advises, publication)
    for n in own_numbers(publication, facts):
        if labelled(publication, facts, n) or (not strict and presented(publication, facts, n)):
            yield Reason("names-number", {"number": n.value}, publication.evidence(n.span))
    if label or facts.once(turned_down, publication):
        return
    for a in amounts(facts):
        if doubted and publication.blocks[a.span.first].cell is None:
            continue
        if a.share == "eu" and a.certain and of_a_funded_project(publication, facts, a):
            yield Reason(
                "sign-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span)
            )


def _stands(publication: Publication, facts: Facts, statement: Statement, *, doubted: bool) -> bool:
    """Say whether a statement stands by itself, or, where nothing is ``doubted``, near a project."""
    if stands_by_itself(publication, facts, statement):
        return True
    return not doubted and project_near(publication, facts, statement)


def own_numbers(publication: Publication, facts: Facts) -> Iterator[ProjectNumber]:
    """Yield the numbers of a publication's own projects that only projects with money of the Union have."""
    for n in facts.project_numbers:
        if n.role != "own" or not n.visible or not n.sign or invented(n.as_written):
            continue
        if not (of_others(publication, facts, n.span) or unpaid(publication, facts, n.span)):
            yield n


def of_others(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what stands at a span is said of no project of the publication, by its sentence or its passage."""
    return disowned(publication, facts, span) or elsewhere(publication, facts, span)


def _claimed_of_nobody(publication: Publication, facts: Facts) -> bool:
    """Say whether funding is spoken of, but nowhere of the publication's own: an emblem beside it claims nothing."""
    said = [s for s in facts.statements if s.part == "funding-statement" and region_of(publication, s.span).visible]
    if said and not any(claims(publication, facts, s) for s in said):
        return True
    if facts.once(turned_down, publication):
        return True
    named = [*(n.span for n in facts.project_numbers if n.visible), *(s.span for s in said)]
    named += [f.span for f in facts.funds if f.visible] + [p.span for p in facts.programmes if p.visible]
    return bool(named) and all(of_others(publication, facts, span) for span in named)


def _illustrated(publication: Publication, facts: Facts) -> bool:
    """Say whether a flag only illustrates a text that has the Union in a heading and speaks of no one project."""
    topical = any(
        publication.blocks[m.span.first].kind in ("heading", "title") and not m.abbreviated for m in facts.union_names
    )
    return topical and not facts.funds and not facts.once(speaks_of_any_project, publication)


def amounts(facts: Facts) -> tuple[Amount, ...]:
    """Return the amounts that may show who pays: none are looked for where neither the Union nor a fund is named."""
    return facts.amounts if facts.union_names or facts.funds else ()
