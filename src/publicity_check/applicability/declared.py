"""Which declared projects a publication names: that is how a page which says nothing of its funding is caught."""

from collections.abc import Sequence

from publicity_check.config.model import Project
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.words import Words, words

_SHORTEST_TITLE = 3
"""Words of a title by which a project is known; shorter ones are words of any text."""
_BESIDE = 3
"""Words on either side of an acronym among which a word for a project makes it a project's."""


class NamedProjects:
    """Finds the declared projects that publications name; made once for a configuration."""

    def __init__(self, projects: Sequence[Project]) -> None:
        self._projects = projects
        self._titles: Phrases[int] = Phrases()
        self._acronyms: Phrases[int] = Phrases()
        for position, project in enumerate(projects):
            for title in project.titles.values():
                if len(words(title)) >= _SHORTEST_TITLE:
                    self._titles.add(Phrase.inflected(words(title)), position)
            self._acronyms.add(Phrase(tuple(words(project.acronym))), position)

    def find(self, publication: Publication, facts: Facts) -> tuple[Project, ...]:
        """Return the declared projects that a publication names in its visible text.

        By number, by title, or by an acronym that stands beside the word "project"; an acronym alone
        ("HOME") may be any word.
        """
        if not self._projects:
            return ()
        text = Words.of((b.index, b.text) for b in publication.visible_blocks() if b.index not in publication.furniture)
        nouns = frozenset((mention.span.first, mention.span.start) for mention in facts.project_nouns)
        numbers = {written for n in facts.project_numbers if n.visible for written in (n.value, n.as_written)}
        named = {i for i, p in enumerate(self._projects) if any(map(p.carries, numbers))}
        named |= {i for _, _, i in self._titles.find(text)}
        named |= {i for first, end, i in self._acronyms.find(text) if _beside_project(text, first, end, nouns)}
        return tuple(self._projects[i] for i in sorted(named))


def _beside_project(text: Words, first: int, end: int, nouns: frozenset[tuple[int, int]]) -> bool:
    """Say whether a word for a project, told by its block and offset, stands beside some words."""
    near = (*range(max(0, first - _BESIDE), first), *range(end, min(len(text), end + _BESIDE)))
    return any((text.block[word], text.start[word]) in nouns for word in near)
