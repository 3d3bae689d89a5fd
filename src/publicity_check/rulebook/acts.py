"""Where duties stand: acts, grant agreements and guidelines, each once, in ``rules/acts.toml``."""

from collections.abc import Iterator

from publicity_check.rulebook.common import Clause, Data, Day, Known, LanguageCode, Medium, Slug


class ActClause(Data, frozen=True, kw_only=True):
    """A part of an act that packs refer to by its id.

    ``article`` is how it is cited in English ("Article 36(4)"), ``articles`` how in other languages. ``media`` are the
    kinds of publications of which it speaks; a publication of another kind is not told of it.
    """

    id: Slug
    article: str
    articles: dict[LanguageCode, str] = {}
    media: tuple[Medium, ...] = ()
    known: Known
    read: Day | None = None
    sources: tuple[str, ...] = ()


class Act(Data, frozen=True, kw_only=True):
    """An act, a grant agreement or a guideline; its id refers to the whole of it.

    ``name`` is its English name as it is cited, ``names`` those in other languages; ``url`` is where it can be read.
    ``known``, ``read`` and ``sources``: how, when and where it was learnt that it says what duties rest on.
    """

    id: Slug
    name: str
    names: dict[LanguageCode, str] = {}
    url: str = ""
    known: Known
    read: Day | None = None
    sources: tuple[str, ...] = ()
    clause: tuple[ActClause, ...] = ()

    def clauses(self) -> Iterator[tuple[str, Clause]]:
        """Yield what packs may refer to, by id: the act as a whole, and its clauses."""
        yield self.id, Clause(act=self.name, url=self.url, names=self.names)
        for clause in self.clause:
            both = self.names.keys() & clause.articles.keys()
            cited = {code: f"{self.names[code]}, {clause.articles[code]}" for code in sorted(both)}
            yield (
                clause.id,
                Clause(act=self.name, article=clause.article, url=self.url, names=cited, media=clause.media),
            )


class Acts(Data, frozen=True, kw_only=True):
    """``acts.toml``: all acts."""

    act: tuple[Act, ...]


class Version(Data, frozen=True, kw_only=True):
    """``version.toml``: the day on which the rules were last released, as "2026.11.28"."""

    version: str
