"""In which languages a publication speaks, and how these are called."""

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Facts
from publicity_check.values.message import LanguageName


def text_languages(facts: Facts) -> set[str]:
    """Return the languages in which a publication speaks beside its funding texts."""
    statements = {b for s in facts.statements for b in range(s.span.first, s.span.last + 1)}
    others = {code for block, code in facts.block_languages.items() if block not in statements}
    return {facts.language.code, *others} - {""}


def language_name(case: Case, code: str) -> LanguageName:
    """Return a language with its English name, or its code if it is none of the Union's."""
    known = case.rulebook.languages.get(code)
    return LanguageName(code, known.names.name if known else code)
