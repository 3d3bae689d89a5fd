"""Tries advice before it is given: a wording is put into the publication, which is judged again."""

from collections.abc import Callable

from msgspec.structs import replace

from publicity_check.publication import Block, Publication, nowhere
from publicity_check.results import PublicationReport

_UNDECIDED = "rules-undecided"
"""What is said of a duty that only some of the rules know that may hold; its next step is to choose them."""
_MOST = 3
"""So many wordings of one publication are tried; further ones are not given."""


def tried(
    report: PublicationReport, publication: Publication, judge: Callable[[Publication], PublicationReport]
) -> PublicationReport:
    """Return a report without the wordings that, put in, would decide which rules hold where these are undecided.

    Such a wording is of one programme of several that may pay: pasted, it would hold the publication to the rules of
    that one, whoever pays.
    """
    if all(pack.certain for pack in report.rule_packs):
        return report
    texts = list(dict.fromkeys(r.suggestion for r in report.results if r.suggestion and r.code == _UNDECIDED))
    decided = {pack.id for pack in report.rule_packs if pack.certain}
    kept = set()
    for text in texts[:_MOST]:
        after = judge(_with(publication, text))
        if all(not pack.certain or pack.id in decided for pack in after.rule_packs):
            kept.add(text)
    if len(kept) == len(texts):
        return report
    withheld = (r.code == _UNDECIDED and r.suggestion not in kept for r in report.results)
    results = (replace(r, suggestion=None) if no else r for r, no in zip(report.results, withheld, strict=True))
    return replace(report, results=tuple(results))


def _with(publication: Publication, text: str) -> Publication:
    """Return a publication with a text as its last paragraph."""
    block = Block(len(publication.blocks), text)
    return replace(publication, locate=nowhere, blocks=(*publication.blocks, block))
