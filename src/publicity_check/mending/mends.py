"""What reports tell of changes that can be made: the sentence as it would read, the edits of a page's source."""

from publicity_check.errors import PublicityCheckError
from publicity_check.judging.advice import Sentence
from publicity_check.mending.changes import Change, changes
from publicity_check.mending.html import Page
from publicity_check.publication import Publication
from publicity_check.results import Edit, Mend, PublicationReport
from publicity_check.rulebook import Rulebook


def mends(
    report: PublicationReport, publication: Publication, sentence: Sentence, rulebook: Rulebook, data: bytes | None
) -> tuple[Mend, ...]:
    """Return the changes of a report that are safe, each for the results that it mends.

    ``data`` are the publication's bytes; without them, and for other formats than HTML, no edits are told.
    """
    planned = changes(report, publication, sentence, rulebook)
    source = data if publication.format == "html" and planned else None
    return tuple(_mend(change, report, publication, sentence, source) for change in planned)


def _mend(
    change: Change, report: PublicationReport, publication: Publication, sentence: Sentence, data: bytes | None
) -> Mend:
    results = tuple(n for n, result in enumerate(report.results) if result in change.results)
    edits = () if data is None else _edits(change, data, publication)
    return Mend(results, _sentence(change, publication, sentence), edits)


def _sentence(change: Change, publication: Publication, sentence: Sentence) -> str:
    """Return the author's sentence with the change made, "" where it is no sentence that changes."""
    if not change.instead or change.address:
        return ""
    span = change.instead[0]
    around = sentence(span)
    if not (around.first == span.first == span.last == around.last and around.start <= span.start):
        return ""
    text = publication.blocks[span.first].text
    return f"{text[around.start : span.start]}{change.text}{text[span.end : max(around.end, span.end)]}".strip()


def _edits(change: Change, data: bytes, publication: Publication) -> tuple[Edit, ...]:
    """Return the edits of a page's source that make a change; none where it cannot be made there."""
    try:
        page = Page(data, publication)
    except PublicityCheckError:
        return ()
    places = change.instead or (None,)
    done = any(
        page.add(change.text, change.beside, address=change.address)
        if place is None
        else page.replace(place, change.text)
        for place in places
    )
    return page.edits if done else ()
