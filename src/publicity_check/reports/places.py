"""Places in plain words: "line 14, footer"; "footer, paragraph 2, under the heading “About us”"."""

from msgspec.structs import replace

from publicity_check.messages import Sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Evidence, Locator, Region
from publicity_check.reports.clean import shortened


def place(evidence: Evidence, say: Sentences, *, heading: bool = True) -> str:
    """Return where a quote stands, so that a person finds it; "" if nothing is known of it."""
    locator = evidence.locator if heading else replace(evidence.locator, heading=None)
    pieces = _pieces(evidence.region, locator, say)
    return ", ".join([shown_path(evidence.source), *pieces] if evidence.source else pieces)


def _pieces(region: Region, locator: Locator, say: Sentences) -> list[str]:
    pieces = []
    named = say.term("region", region.value)
    if locator.line is not None:
        pieces.append(say("line", line=str(locator.line)))
    if locator.part is not None and locator.part != "body":
        part = say.term("part", locator.part)
        if part not in named:
            pieces.append(part)
    if region is not Region.MAIN or not (pieces or locator.paragraph or locator.heading):
        pieces.append(named)
    if locator.paragraph is not None and locator.line is None:
        pieces.append(say("paragraph", number=str(locator.paragraph)))
    if locator.heading:
        pieces.append(say("under-heading", heading=shortened(locator.heading, 60)))
    return pieces
