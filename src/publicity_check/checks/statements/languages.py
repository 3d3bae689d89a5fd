"""In which languages a publication speaks, and how these are called."""

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Facts, Part, Statement
from publicity_check.publication import Publication
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import LanguageName
from publicity_check.wording.fill import was_read


def text_languages(publication: Publication, facts: Facts) -> frozenset[str]:
    """Return the languages in which a publication speaks beside its funding texts."""
    return facts.once(_text_languages, publication)


def _text_languages(_publication: Publication, facts: Facts) -> frozenset[str]:
    statements = {b for s in facts.statements for b in range(s.span.first, s.span.last + 1)}
    others = {code for block, code in facts.block_languages.items() if block not in statements}
    return frozenset({facts.language.code, *others} - {""})


def language_name(case: Case, code: str) -> LanguageName:
    """Return a language with its English name, or its code if it is none of the Union's."""
    known = case.rulebook.languages.get(code)
    return LanguageName(code, known.names.name if known else code)


WORKING_LANGUAGE = "en"
"""The language of the grant agreements, which stands where no wording is known in the language of the text."""


def in_other_language(case: Case, statement: Statement, requirement: Requirement) -> bool:
    """Say whether a statement's language is none of the text's.

    English is accepted where no wording was read in the language of the text: nobody can be asked for it then.
    """
    text = text_languages(case.publication, case.facts)
    if not text or not statement.language or statement.language in text:
        return False
    known = bool(languages_read(case, requirement, statement.part) & text)
    return known or statement.language != WORKING_LANGUAGE


def languages_read(case: Case, requirement: Requirement, of: Part) -> set[str]:
    """Return the languages in which a part of a wording was read: in another one nobody can be asked for it."""
    asked = requirement.wordings or requirement.such_as
    known = (case.rulebook.wordings[w] for w in asked if w in case.rulebook.wordings)
    return {part.language for wording in known for part in wording.part if part.check == of and was_read(part)}
