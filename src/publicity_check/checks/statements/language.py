"""Are the prescribed texts in the language of the publication, and is that language known?"""

from collections.abc import Iterator

from publicity_check.applicability.standing import claims
from publicity_check.checks.interface import Case
from publicity_check.checks.statements.languages import language_name, text_languages
from publicity_check.facts.model import Note
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement

NAME: CheckName = "language"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Compare the language of the publication with that of its funding texts.

    Where prescribed texts are there, a sentence of the beneficiary's own does not stand for them.
    """
    language = case.facts.language
    claimed = [s for s in case.facts.statements if claims(case.publication, case.facts, s) and s.language]
    statements = [s for s in claimed if s.wordings] or claimed
    notes: tuple[Note, ...] = ()
    if language.declared and language.code and language.declared[:2] != language.code:
        values = {
            "declared": language_name(case, language.declared[:2]),
            "language": language_name(case, language.code),
        }
        notes = (Note("declared-language-differs", values),)
    if not statements:
        yield Finding(Outcome.INAPPLICABLE, "language-no-texts", notes=notes)
    elif not language.code:
        yield Finding(Outcome.NEEDS_REVIEW, "language-unknown")
    elif {s.language for s in statements} & text_languages(case.publication, case.facts):
        values = {"language": language_name(case, language.code)}
        yield Finding(Outcome.PASSED, "language-agrees", values=values, notes=notes)
    else:
        values = {
            "language": language_name(case, language.code),
            "found": language_name(case, statements[0].language),
        }
        evidence = case.evidence(statements[0].span)
        yield Finding(Outcome.NEEDS_REVIEW, "language-differs", values=values, evidence=evidence, notes=notes)
