"""One style sheet, cut into the rules that may bear on what a reader sees.

It is cut by its braces, quotes and comments alone, which takes a hundredth of the time of reading it token by token;
only declarations of properties that matter are looked into. What is made of a text is remembered, since the pages of a
site have their sheets in common.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from publicity_check.readers.html.style.declarations import Declaration, declarations, may_hide
from publicity_check.readers.html.style.media import in_container, on_screen, supported
from publicity_check.readers.html.style.selectors import Selector, nested, selectors

MAX_SHEET = 3_000_000
"""Characters; what a sheet holds beyond is not read."""
_MARK = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+["\n]?|'(?:[^'\\\n]|\\.)*+['\n]?|\\.|(?<=url\()\s*+[^"'\s)][^)]*+\)?|[{};]""",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+["\n]?|'(?:[^'\\\n]|\\.)*+['\n]?|(?<=url\()\s*+[^"'\s)][^)]*+\))|/\*.*?(?:\*/|\Z)""",
    re.DOTALL | re.IGNORECASE,
)
_BEARING = re.compile(
    r"(?:display|visib|opacity|colo|backg|font|clip|posit|left|right|top|bottom|inset|margin|padding|transf|translat|"
    r"scale|rotat|width|height|size|overflow|indent|decorat|filter|anima|transit|fill|stroke|shadow|zoom|index|contain|"
    r"float|object|ratio|mask|isolat|all|--|\\)",
    re.IGNORECASE,
)
_IMPORT = re.compile(
    r"""@import\s+(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)?\s*(.*)""", re.IGNORECASE | re.DOTALL
)
_DEEPEST = 12

Layer = tuple[str, ...]


class Rule(NamedTuple):
    """The selectors of a rule, what it says, and the layer it stands in (() for none)."""

    selectors: tuple[Selector, ...]
    said: tuple[Declaration, ...]
    layer: Layer
    hiding: bool
    """Whether something it says may keep a reader from seeing something."""


class Import(NamedTuple):
    """Another sheet that is to be read in the place of a line."""

    address: str
    layer: Layer | None


class Sheet(NamedTuple):
    """What one sheet says."""

    rules: tuple[Rule, ...] = ()
    imports: tuple[Import, ...] = ()
    layers: tuple[Layer, ...] = ()
    """The layers that it names, in the order in which they come; later ones win."""
    last_frames: dict[str, tuple[Declaration, ...]] = {}
    """What the last frame of each animation says."""


class _Node:
    """A rule while a sheet is cut: what stands before its braces, the pieces between them, the rules inside."""

    __slots__ = ("children", "pieces", "prelude")

    def __init__(self, prelude: str) -> None:
        self.prelude, self.pieces, self.children = prelude, list[str](), list[_Node]()


@lru_cache(maxsize=256)
def read_sheet(css: str) -> Sheet:
    """Return what a style sheet says; ``css`` is its text."""
    css = css[:MAX_SHEET]
    if "/*" in css:
        css = _COMMENT.sub(lambda found: found[1] or " ", css)
    reading = _Reading(contained="container-type" in css or "container:" in css)
    reading.take(_cut(css), (), "", 0)
    return Sheet(tuple(reading.rules), tuple(reading.imports), tuple(dict.fromkeys(reading.layers)), reading.frames)


def _cut(css: str) -> _Node:
    """Cut a sheet into its rules."""
    css = css.replace("<!--", " ").replace("-->", " ")
    top = _Node("")
    path, start = [top], 0
    for found in _MARK.finditer(css):
        mark = found[0]
        if mark == "{":
            node = _Node(css[start : found.start()].strip())
            path[-1].children.append(node)
            path.append(node)
        elif mark == ";":
            piece = css[start : found.start()].strip()
            if len(path) == 1 and not piece.startswith("@"):
                continue
            path[-1].pieces.append(piece)
            if piece.startswith("@"):
                path[-1].children.append(_Node(piece))
        elif mark == "}":
            if len(path) == 1:
                continue
            path[-1].pieces.append(css[start : found.start()].strip())
            path.pop()
        else:
            continue
        start = found.end()
    if len(path) > 1:
        path[-1].pieces.append(css[start:].strip())
    return top


class _Reading:
    """A sheet while its rules are gathered."""

    def __init__(self, *, contained: bool) -> None:
        self.rules: list[Rule] = []
        self.imports: list[Import] = []
        self.layers: list[Layer] = []
        self.frames: dict[str, tuple[Declaration, ...]] = {}
        self._begun = False
        """Whether a rule was met; sheets may be imported before the first only."""
        self._unnamed = 0
        self._contained = contained
        """Whether an element is declared to be a container that conditions may speak of."""

    def take(self, parent: _Node, layer: Layer, around: str, depth: int) -> None:
        """Gather the rules in a node; ``around`` are the selectors of the rule they are nested in."""
        if depth > _DEEPEST:
            return
        for node in parent.children:
            if node.prelude.startswith("@"):
                self._take_at(node, layer, around, depth)
            else:
                self._begun = True
                prelude = nested(node.prelude, around) if around else node.prelude
                self._add(prelude, node, layer)
                if node.children:
                    self.take(node, layer, prelude, depth + 1)

    def _add(self, prelude: str, node: _Node, layer: Layer) -> None:
        body = ";".join(piece for piece in node.pieces if piece and not piece.startswith("@"))
        if _BEARING.search(body) and (said := declarations(body)):
            hiding = any(may_hide(d.name, d.value) for d in said if not d.name.startswith("--"))
            meant = selectors(prelude)
            if meant:
                self.rules.append(Rule(meant, said, layer, hiding))

    def _take_at(self, node: _Node, layer: Layer, around: str, depth: int) -> None:
        name, _, condition = node.prelude[1:].partition(" ")
        if "(" in name:
            name, bracket, rest = node.prelude[1:].partition("(")
            condition = bracket + rest
        name, condition = name.lower(), condition.strip()
        if name == "import":
            if not self._begun:
                self._import(node.prelude)
        elif name == "layer":
            self._layer(node, condition, layer, around, depth)
        elif name.endswith("keyframes"):
            self._keep_frames(condition.strip("\"'"), node)
        elif _applies(name, condition) and (name != "container" or self._contained):
            if around:
                self._add(around, node, layer)
            self.take(node, layer, around, depth + 1)

    def _layer(self, node: _Node, names: str, layer: Layer, around: str, depth: int) -> None:
        if not node.children and not node.pieces:
            self.layers += (layer + _path(name) for name in names.split(","))
            return
        self._unnamed += 1
        inner = layer + (_path(names) if names else (f"\0{self._unnamed}",))
        self.layers.append(inner)
        if around:
            self._add(around, node, inner)
        self.take(node, inner, around, depth + 1)

    def _import(self, line: str) -> None:
        found = _IMPORT.fullmatch(line.strip())
        if not found:
            return
        layer: Layer | None = None
        rest = found[4].strip()
        if rest.lower().startswith("layer"):
            named = re.match(r"layer(?:\(([^)]*)\))?", rest, re.IGNORECASE)
            if named:
                self._unnamed += 1
                layer = _path(named[1]) if named[1] else (f"\0{self._unnamed}",)
                self.layers.append(layer)
                rest = rest[named.end() :].strip()
        asked = re.match(r"supports\(((?:[^()]|\([^()]*\))*)\)", rest, re.IGNORECASE)
        if asked:
            inside = asked[1] if asked[1].lstrip().startswith(("(", "not")) else f"({asked[1]})"
            if not supported(inside):
                return
            rest = rest[asked.end() :].strip()
        if on_screen(rest):
            self.imports.append(Import(found[1] or found[2] or found[3] or "", layer))

    def _keep_frames(self, name: str, node: _Node) -> None:
        for frame in node.children:
            if {"to", "100%"} & {one.strip().lower() for one in frame.prelude.split(",")}:
                self.frames[name.lower()] = declarations(";".join(frame.pieces))
                return
        self.frames.setdefault(name.lower(), ())


def _path(name: str) -> Layer:
    return tuple(piece.strip() for piece in name.split("."))


def _applies(name: str, condition: str) -> bool:
    """Say whether what stands in an at-rule holds of a page on a screen."""
    if name == "media":
        return on_screen(condition)
    if name == "supports":
        return supported(condition)
    if name == "container":
        return in_container(condition)
    return name == "scope"


def pictures(css: str) -> Iterator[str]:
    """Yield the rules of a sheet that name a picture behind an element."""
    if "url(" in css:
        yield from (rule for rule in css.split("}") if _PICTURE.search(rule))


_PICTURE = re.compile(r"(?:background(?:-image)?|content)\s*:[^;]{0,500}url\(", re.IGNORECASE)
