"""Plain names for what reports speak of; each is translated where it is shown."""

from collections.abc import Mapping

from publicity_check.publication import Region


def N_(text: str) -> str:  # noqa: N802 - the name gettext's tools know
    """Mark a text for translation and return it as it is."""
    return text


def P_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above, for a sentence that counts
    """Mark the two forms of a sentence for translation and return them as they are."""
    return one, many


CHECK_NAMES: Mapping[str, str] = {
    "funding-statement": N_("Funding statement"),
    "disclaimer": N_("Disclaimer"),
    "programme-name": N_("Name of the programme"),
    "fund-name": N_("Name of the fund"),
    "programme-link": N_("Link to the programme"),
    "eu-link": N_("Link to the European Union"),
    "project-number": N_("Project number"),
    "budget": N_("Budget figures"),
    "emblem": N_("EU emblem"),
    "language": N_("Language"),
}

CHECK_PURPOSES: Mapping[str, str] = {
    "funding-statement": N_("Readers must learn that the European Union paid for this."),
    "disclaimer": N_("Readers must learn that the publication is not the official opinion of the European Union."),
    "programme-name": N_("Readers must learn which programme paid for this."),
    "fund-name": N_("Readers must learn which fund paid for this."),
    "programme-link": N_("Readers must be able to reach the programme's website."),
    "eu-link": N_("Readers must be able to reach the website of the European Union."),
    "project-number": N_("With the number, readers and auditors find the project in the programme's lists."),
    "budget": N_("Figures that contradict each other mislead readers, and auditors ask about them."),
    "emblem": N_("The emblem shows at a glance that the European Union paid for this."),
    "language": N_("Readers must find the statement in the language of the text."),
}

REGION_NAMES: Mapping[Region, str] = {
    Region.MAIN: N_("main text"),
    Region.HEADER: N_("header"),
    Region.FOOTER: N_("footer"),
    Region.NAVIGATION: N_("navigation"),
    Region.ASIDE: N_("sidebar"),
    Region.TABLE: N_("table"),
    Region.FOOTNOTE: N_("footnote"),
    Region.TEXT_BOX: N_("text box"),
    Region.COMMENT: N_("comment"),
    Region.METADATA: N_("page description that readers do not see"),
    Region.ALT_TEXT: N_("description of a picture"),
    Region.NOSCRIPT: N_("text for browsers without scripts"),
    Region.HIDDEN: N_("hidden text"),
    Region.DELETED: N_("deleted text"),
}

PART_NAMES: Mapping[str, str] = {
    "body": N_("main text"),
    "header": N_("header"),
    "footer": N_("footer"),
    "footnotes": N_("footnotes"),
    "endnotes": N_("endnotes"),
    "comments": N_("comments"),
    "text box": N_("text box"),
}
"""Parts of a Word document."""

BASIS_NAMES: Mapping[str, str] = {
    "law": N_("Asked for by law"),
    "programme": N_("Asked for by the programme"),
    "practice": N_("Custom of the programme: its publications that were seen carry it"),
    "recommended": N_("Recommended"),
}

FACT_NAMES: Mapping[str, str] = {
    "statements": N_("Statements"),
    "links": N_("Links"),
    "project_numbers": N_("Project numbers"),
    "amounts": N_("Amounts"),
    "rates": N_("Rates"),
    "programmes": N_("Programmes"),
    "funds": N_("Funds"),
    "images": N_("Pictures"),
}

FACT_LABELS: Mapping[str, str] = {
    "statements": N_("Statement"),
    "links": N_("Link"),
    "project_numbers": N_("Project number"),
    "amounts": N_("Amount"),
    "rates": N_("Rate"),
    "programmes": N_("Programme"),
    "funds": N_("Fund"),
    "images": N_("Picture"),
}
"""What one fact of each list is called."""

IMAGE_ROLES: Mapping[str, str] = {
    "emblem": N_("EU emblem"),
    "funding-logo": N_("logo with the EU emblem"),
    "programme-logo": N_("logo of a programme"),
    "other-eu-logo": N_("another logo of the EU"),
    "may-carry-text": N_("may carry text"),
}

STATEMENT_NAMES: Mapping[str, str] = {
    "funding-statement": N_("funding statement"),
    "disclaimer": N_("disclaimer"),
}

SCOPE_NAMES: Mapping[str, str] = {
    "project": N_("project"),
    "partner": N_("partner"),
    "programme": N_("programme"),
    "other": N_("something else"),
}

SHARE_NAMES: Mapping[str, str] = {
    "total": N_("total"),
    "eligible": N_("eligible costs"),
    "grant": N_("grant"),
    "eu": N_("EU share"),
    "national": N_("national share"),
    "own": N_("own contribution"),
    "private": N_("private share"),
}
"""What amounts are a share of."""
