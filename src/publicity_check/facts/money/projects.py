"""Which project a figure belongs to: the one named in its sentence, row or list item, or else the last one before."""

from collections import Counter
from collections.abc import Iterable, Sequence

from publicity_check.facts.model import ProjectNumber
from publicity_check.publication import Publication, Span
from publicity_check.text.sentences import Sentences

_Place = tuple[int, int]
"""A sentence: its block and where it starts there. A row of a table: its table and its number."""


_ENTRY = 3
"""Blocks of a cell up to which it is an entry of a table; one with more is a column of a page."""


class Projects:
    """Tells the projects of a publication's figures.

    ``numbers`` are its project numbers and ``figures`` the spans of all its amounts and rates, both in reading order;
    ``sentences`` are those of its blocks.
    """

    def __init__(
        self, publication: Publication, sentences: Sentences, numbers: Sequence[ProjectNumber], figures: Iterable[Span]
    ) -> None:
        self._publication, self._sentences, self._numbers = publication, sentences, numbers
        self._own = {number.value for number in numbers if number.role == "own"}
        self._named: dict[_Place, list[ProjectNumber]] = {}
        self._in_rows: dict[_Place, list[tuple[int, ProjectNumber]]] = {}
        """Of each row the numbers with their columns."""
        self._figures: dict[_Place, list[Span]] = {}
        sizes = Counter(block.cell for block in publication.blocks if block.cell is not None)
        for number in numbers:
            self._named.setdefault(self._sentence(number.span), []).append(number)
            cell = publication.blocks[number.span.first].cell
            if cell is not None and sizes[cell] <= _ENTRY:
                self._in_rows.setdefault((cell.table, cell.row), []).append((cell.column, number))
        for figure in figures:
            self._figures.setdefault(self._sentence(figure), []).append(figure)

    def of(self, figure: Span) -> str | None:
        """Return the number of the project that a figure belongs to; ``None`` if none can be told."""
        number = self._in_sentence(figure) or self._in_row(figure) or self._in_item(figure)
        return number.value if number is not None else self._last_before(figure)

    def _sentence(self, span: Span) -> _Place:
        return span.first, self._sentences.around(span.first, span.start)[0]

    def _in_sentence(self, figure: Span) -> ProjectNumber | None:
        """Return the number in a figure's own sentence that it belongs to: before it, or else behind it.

        Where each figure has its number behind it ("100 EUR for A and 200 EUR for B"), that one. A project that is
        merely cited takes only the nearest of the figures before it.
        """
        place = self._sentence(figure)
        named = self._named.get(place)
        if not named:
            return None
        before = [number for number in named if number.span.start < figure.start]
        behind = [number for number in named if number.span.start > figure.start]
        figures = [span.start for span in self._figures[place]]
        first, last = named[0].span.start, named[-1].span.start
        if len(named) > 1 and min(figures) < first and max(figures) < last:
            return behind[0]
        if before:
            return before[-1]
        if behind[0].role == "cited" and any(figure.start < start < first for start in figures):
            return None
        return behind[0]

    def _in_row(self, figure: Span) -> ProjectNumber | None:
        """Return the only number in another cell of a figure's row."""
        cell = self._publication.blocks[figure.first].cell
        if cell is None:
            return None
        row = self._in_rows.get((cell.table, cell.row), ())
        beside = [number for column, number in row if column != cell.column]
        return beside[0] if len({number.value for number in beside}) == 1 else None

    def _in_item(self, figure: Span) -> ProjectNumber | None:
        """Return the publication's only project named in a figure's own item of a list."""
        if self._publication.blocks[figure.first].kind != "list-item":
            return None
        named = [number for number in self._numbers if number.span.first == figure.first]
        alone = len({number.value for number in named}) == 1 and named[0].role == "own"
        return named[0] if alone else None

    def _last_before(self, figure: Span) -> str | None:
        """Return the last number before a figure in its block, the only own one, or one of its section."""
        before = [n for n in self._numbers if (n.span.first, n.span.start) <= (figure.first, figure.start)]
        if before and before[-1].span.first == figure.first:
            return before[-1].value
        if len(self._own) == 1:
            return next(iter(self._own))
        blocks = self._publication.blocks
        heading = blocks[figure.first].heading
        section = [n for n in self._numbers if n.span.first == heading or blocks[n.span.first].heading == heading]
        first = [n for n in section if n in before]
        alone = heading is not None and len({n.value for n in section}) == 1
        return first[-1].value if first else section[0].value if alone else None
