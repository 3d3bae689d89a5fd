"""Writes changes into the source of an HTML page: the smallest edits, and everything else byte for byte."""

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import urlsplit

from publicity_check.errors import PublicityCheckError
from publicity_check.mending.words import edits
from publicity_check.publication import Publication, Span
from publicity_check.readers.encoding import decode
from publicity_check.results import Edit

CLASS = "eu-publicity"
"""The class of what is put in, by which a web team styles it."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ENCODINGS = (
    *("utf-8", "windows-1252", "windows-1257", "windows-1250", "windows-1251", "windows-1253", "windows-1254"),
    *("iso-8859-1", "iso-8859-2", "iso-8859-4", "iso-8859-5", "iso-8859-7", "iso-8859-13", "iso-8859-15"),
    *("utf-16-le", "utf-16-be"),
)
_LETTER = re.compile(r"&#?\w{1,32};?|.", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HIDING = re.compile(r"<(?:script|style|template|noscript|!--)|<[^>]*\shidden\b|<[^>]*display", re.IGNORECASE)
"""What stands between words and is not seen: nothing is changed around it."""
_UNSEEN = re.compile(
    r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*>")
_LINK = re.compile(r"""<a\b[^>]*?\shref\s*=\s*(["'])(.*?)\1""", re.IGNORECASE | re.DOTALL)
_BEHIND = frozenset(
    ("p", "div", "blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "aside", "address", "center")
)
"""Elements behind whose end a paragraph may stand."""
_HOLDING = frozenset(("li", "td", "th", "dd", "footer", "header", "main", "article", "section", "body", "html"))
"""Elements before whose end it may stand."""
_INSIDE = frozenset(("li", "td", "th", "tr", "dt", "dd", "tbody", "caption", "option"))
"""Elements before which it may not, since they stand in a list or table."""
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "em", "font", "i", "img", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    )
)


class Page:
    """One page; every method notes an edit, and :meth:`written` returns the bytes with all of them made.

    A page has no comments: what is one in its source, nobody works through.
    """

    has_comments: ClassVar[bool] = False

    def __init__(self, data: bytes, publication: Publication) -> None:
        """Take a page's bytes and what the reader made of them.

        Raises PublicityCheckError where the letters cannot be written back as they were.
        """
        self._publication, self._source = publication, decode(data)
        self._mark, self._encoding = _encoding_of(data, self._source, publication.name)
        lines = list(_LINE_END.finditer(self._source))
        self._seen = _UNSEEN.sub(lambda found: " " * len(found[0]), self._source)
        self._starts = [0, *(found.end() for found in lines)]
        self._newline = lines[0][0] if lines else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def written(self) -> bytes:
        """Return the page's bytes; new letters that its encoding lacks, or may lack, are references."""
        pieces: list[bytes] = [self._mark]
        done = 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces.append(self._source[done:start].encode(self._encoding))
            pieces.append(self._encoded(text))
            done = end
        pieces.append(self._source[done:].encode(self._encoding))
        return b"".join(pieces)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that were noted, in the order of their places."""
        noted = sorted(self._edits, key=lambda edit: edit[:2])
        return tuple(Edit(*self._place(start), *self._place(end), text) for start, end, text in noted)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _encoded(self, text: str) -> bytes:
        if self._encoding.startswith("utf"):
            return text.encode(self._encoding)
        return text.encode("ascii", "xmlcharrefreplace").decode("ascii").encode(self._encoding)

    def replace(self, span: Span, text: str) -> bool:
        """Put a text in the place of a quote, word by word; of a link's wrong address, the right one."""
        targets = [k.target for k in self._publication.links if k.span == span and " " not in text and "." in text]
        if targets:
            return self._point(targets[0], text if "://" in text else f"https://{text}")
        if span.first != span.last:
            return False
        quote = self._publication.quote(span)
        found: list[tuple[int, int, str]] = []
        for start, end, new in edits(quote, text):
            edit = self._edit(span, quote, start, end, new)
            if edit is not None:
                found.append(edit)
            elif new.strip() or quote[start:end].strip():
                return False
        return self._note(found)

    def add(self, text: str, beside: Span | None, *, address: bool = False) -> bool:
        """Put a paragraph in behind that of a quote, else at the end of the page's main part."""
        said = html.escape(text, quote=False)
        target = html.escape(text if "://" in text else f"https://{text}")
        link = f'<a href="{target}">{said}</a>' if address else said
        paragraph = f'<p class="{CLASS}">{link}</p>'
        place = self._behind(beside) if beside is not None else None
        at, behind = place if place is not None else self._end()
        indent = self._indent(at)
        if behind:
            return self._note([(at, at, f"{self._newline}{indent}{paragraph}")])
        return self._note([(at, at, f"{paragraph}{self._newline}{indent}")])

    @property
    def told(self) -> Counter[str]:
        """Nothing: a page has no comments."""
        return Counter()

    def in_body(self, span: Span) -> bool:  # noqa: ARG002 - the same of all quotes
        """Say that a comment can stand nowhere."""
        return False

    def comment(self, span: Span | None, lines: Sequence[str]) -> bool:  # noqa: ARG002 - the same of all comments
        """Say that no comment was written."""
        return False

    def _note(self, found: list[tuple[int, int, str]]) -> bool:
        """Take edits over, unless one would reach into what is edited already."""
        taken = [(start, end) for start, end, _ in self._edits if start < end]
        if any(start < b and a < end for start, end, _ in found for a, b in taken):
            return False
        self._edits += found
        return bool(found)

    def _edit(self, span: Span, quote: str, start: int, end: int, new: str) -> tuple[int, int, str] | None:
        """Return the edit of the source that changes a stretch of a quote."""
        while start < end and quote[start].isspace():
            start, new = start + 1, new.lstrip()
        while end > start and quote[end - 1].isspace():
            end, new = end - 1, new.rstrip()
        ink = len(quote[:start].rstrip())
        new = html.escape(new, quote=False)
        if start < end:
            # A word that goes takes the blank before it along.
            first = self._end_of(span, ink - 1) if ink and not new else self._position(span, start)
            behind = self._end_of(span, end - 1)
            if first is None or behind is None or behind < first:
                return None
            if _HIDING.search(self._source, first, behind):
                return None
            return first, behind, new + "".join(_TAG.findall(self._source, first, behind))
        if not new.strip():
            return None
        if not ink:
            place = self._position(span, start)
            return None if place is None else (place, place, new)
        place = self._end_of(span, ink - 1)
        return None if place is None else (place, place, f" {new.strip()}" if ink < start else new)

    def _position(self, span: Span, offset: int) -> int | None:
        """Return where in the source a letter of a quote stands."""
        place = self._publication.locate(span.first, span.start + offset)
        if place.line is None or place.column is None:
            return None
        return self._starts[place.line - 1] + place.column - 1

    def _end_of(self, span: Span, offset: int) -> int | None:
        place = self._position(span, offset)
        letter = None if place is None else _LETTER.match(self._source, place)
        return letter.end() if letter else None

    def _point(self, wrong: str, right: str) -> bool:
        """Let every link with a wrong address lead to the right one; one to a page within a site is left alone."""
        if urlsplit(wrong).path.strip("/") or urlsplit(wrong).query:
            return False
        found = [
            (link.start(2), link.end(2), html.escape(right))
            for link in _LINK.finditer(self._seen)
            if html.unescape(link[2]).strip() == wrong.strip()
        ]
        return self._note(found)

    def _behind(self, span: Span) -> tuple[int, bool] | None:
        """Return where a paragraph can stand next to that of a quote, and whether it comes behind an element's end."""
        last = Span.within(span.last, 0, span.end)
        place = self._end_of(last, span.end - 1)
        for tag in _ANY_TAG.finditer(self._seen, place) if place is not None else ():
            name = tag[2].lower()
            if name in _INLINE:
                continue
            if not tag[1]:
                return None if name in _INSIDE else (tag.start(), False)
            if name in _BEHIND:
                return tag.end(), True
            return (tag.start(), False) if name in _HOLDING else None
        return None

    def _end(self) -> tuple[int, bool]:
        """Return where the page's own text ends: its main part, the article of its first heading, before the footer."""
        main = list(re.finditer(r"</main\s*>", self._seen, re.IGNORECASE))
        if main:
            return main[-1].start(), False
        head = re.search(r"<h1\b", self._seen, re.IGNORECASE)
        article = re.compile(r"</article\s*>", re.IGNORECASE).search(self._seen, head.end()) if head else None
        if article:
            return article.start(), False
        for end in (r"<footer\b", r"</body\s*>", r"</html\s*>"):
            found = list(re.finditer(end, self._seen, re.IGNORECASE))
            if found:
                return found[-1].start(), False
        return len(self._source), False

    def _indent(self, at: int) -> str:
        start = self._starts[bisect_right(self._starts, at) - 1]
        line = self._source[start:at]
        return line[: len(line) - len(line.lstrip())]


def _encoding_of(data: bytes, source: str, name: str) -> tuple[bytes, str]:
    """Return the byte order mark and an encoding in which a source is written as it was."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and data[len(mark) :] == source.encode(encoding, "replace"):
            return mark, encoding
    for encoding in _ENCODINGS:
        if source.encode(encoding, "replace") == data:
            return b"", encoding
    raise PublicityCheckError(f"{name}: its letters cannot be written back as they are. Save it as UTF-8 and fix that.")
