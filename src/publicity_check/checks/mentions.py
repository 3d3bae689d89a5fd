"""Which declared projects a publication names: that is how a page which says nothing of its funding is caught."""

from collections.abc import Sequence

from publicity_check.config.model import Project
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication
from publicity_check.text import PhraseIndex, Words, alike, words

PROJECT_WORDS = (
    *("project", "projekts", "projektas", "projekto", "projekt", "projet", "proyecto", "progetto", "projeto"),
    *("proiect", "projekti", "projektti", "hanke", "hankkeen", "проект", "έργο", "proġett", "tionscadal"),
)
"""The word "project" in the Union's languages; an acronym beside it is the project's."""


def named_projects(publication: Publication, facts: Facts, projects: Sequence[Project]) -> tuple[Project, ...]:
    """Return the declared projects that a publication names in its visible text.

    By number, by title, or by an acronym that stands beside the word "project"; an acronym alone
    ("HOME") may be any word.
    """
    if not projects:
        return ()
    text = Words.of((b.index, b.text) for b in publication.visible_blocks() if b.index not in publication.furniture)
    numbers = {n.value for n in facts.project_numbers if n.visible}
    return tuple(p for p in projects if {p.number, *p.numbers} & numbers or _titled(p, text) or _acronym(p, text))


def _titled(project: Project, text: Words) -> bool:
    index: PhraseIndex[bool] = PhraseIndex()
    for title in project.titles.values():
        if len(words(title)) > 2:
            index.add(title, True, inflected=True)
    return next(index.find(text), None) is not None


def _acronym(project: Project, text: Words) -> bool:
    acronym = words(project.acronym)
    if not acronym:
        return False
    size = len(acronym)
    project_words = [w for word in PROJECT_WORDS for w in words(word)]
    for start in range(len(text) - size + 1):
        if text.keys[start : start + size] == acronym:
            near = text.keys[max(0, start - 3) : start] + text.keys[start + size : start + size + 3]
            if any(alike(word, p) for word in near for p in project_words):
                return True
    return False
