"""Which findings may be put right in a publication without being asked, and which with a person's consent.

As with a linter, a fix is safe where it cannot change what the author says beside what the rules prescribe.
"""

from typing import Literal

SAFE = frozenset(
    (
        *("statement-missing", "statement-missing-beside", "statement-missing-own-words", "slogan-missing"),
        *("statement-incomplete", "statement-cut-off", "statement-union-abbreviated", "statement-placeholder"),
        *("statement-slot-empty", "statement-without-authority", "statement-without-publisher"),
        *("statement-without-number", "statement-other-wording"),
        *("link-missing", "link-mistyped", "link-disagrees"),
        *("number-missing", "number-look-alike", "number-not-declared", "acronym-not-declared", "title-not-declared"),
    )
)
"""Codes that are put right unasked; a sentence only as far as no more than one of its own words gives way."""
UNSAFE = frozenset(
    (
        *("statement-negated", "statement-union-as-author", "statement-union-replaced", "statement-reworded"),
        *("statement-fund-only", "statement-of-programme", "statement-taken-back", "statement-other-language"),
        *("statement-not-own", "statement-not-yet", "statement-only-hidden", "statement-only-in-metadata"),
        *("statement-only-in-picture", "statement-only-quoted", "statement-in-marks", "statement-only-deleted"),
        *("statement-picture-may-carry", "statement-in-picture", "disclaimer-of-other-period"),
        *("disclaimer-without-union", "authority-of-other-programme", "slogan-unseen"),
        *("link-other-programme", "link-not-looked-for", "link-unseen"),
        *("number-perhaps-not-declared", "fund-joint-name", "fund-other", "fund-not-named", "fund-unseen"),
        *("fund-perhaps-pictured", "programme-not-named", "programme-name-unseen", "programme-perhaps-pictured"),
        *("rules-undecided", "rules-undecided-period"),
    )
)
"""Codes that are put right with a person's consent: what was said gives way, or whether it is wrong is open."""


def consent(code: str) -> Literal["safe", "unsafe", ""]:
    """Return whether a finding of a code is put right unasked ("safe"), with consent ("unsafe") or never ("").

    >>> consent("share-slip")
    ''
    """
    return "safe" if code in SAFE else "unsafe" if code in UNSAFE else ""
