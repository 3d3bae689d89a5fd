"""The cascade of one page: what its sheets say, in the end, of the elements for which it may matter.

Only rules are matched whose names stand in the page, and first those that may hide something. Where none of them means
an element, nothing more is done; else the other rules are matched for the properties in question alone.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from publicity_check.readers.colors import BLACK, WHITE, Color, differ
from publicity_check.readers.html.style.declarations import Declaration, declarations, may_hide
from publicity_check.readers.html.style.selectors import Selector
from publicity_check.readers.html.style.sheet import Layer, Rule, Sheet
from publicity_check.readers.html.style.values import LINK, color

MAX_WORK = 30_000_000
"""Selectors matched in a page, times its elements; rules beyond are left aside."""
_SIMILAR = 0.1
"""Two colours that differ by less in each channel may not be told apart."""
_LAST = 1 << 30
_IN_NO_LAYER = (_LAST,)
_SEVERAL = 3
_FEW_RULES = 100
"""Up to so many rules are matched without looking whether their names stand in the page."""
_BYTES_OF_ELEMENT = 40

Priority = tuple[int, tuple[int, ...], tuple[int, int, int], int]
"""What a declaration is compared by: where it comes from, its layer, its selector, its place."""
Said = Mapping[str, tuple[Priority, str]]
"""What is said of an element, by property."""

FROM_HINTS, FROM_SHEETS, FROM_STYLE, FROM_SHEETS_IMPORTANT, FROM_STYLE_IMPORTANT = range(5)
"""Where a declaration comes from, from weak to strong: attributes, sheets, ``style``, and both with ``!important``."""
_GROUPS = {
    "display": "display",
    "visibility": "visibility animation animation-name animation-fill-mode transition transition-property",
    "opacity": "opacity animation animation-name animation-fill-mode transition transition-property display",
    "filter": "filter",
    "mask-image": "mask-image",
    "z-index": "z-index position isolation opacity transform filter",
    "font-size": "font-size",
    "place": "position left right top bottom margin-left margin-top margin-right text-indent display float transform "
    "translate scale rotate animation animation-name animation-fill-mode",
    "box": "width height max-width max-height min-width min-height overflow-x overflow-y padding-top padding-bottom "
    "padding-left padding-right display position float line-height contain",
    "clip": "clip clip-path position animation animation-name",
    "colour": "color background-color background-picture background-clip fill fill-opacity stroke "
    "-webkit-text-fill-color -webkit-text-stroke text-shadow position z-index",
    "text-decoration": "text-decoration",
    "content-visibility": "content-visibility display",
    "zoom": "zoom",
}
_PLACE = frozenset(
    "left right top bottom margin-left margin-top margin-right text-indent transform translate scale rotate".split()
)
_BOX = frozenset("width height max-width max-height line-height contain".split())
_COLOUR = frozenset("color fill -webkit-text-fill-color fill-opacity".split())
_GROUND = frozenset({"background-color", "background-picture"})
_PAINTING = frozenset({"filter", "z-index"})
"""Groups of which it depends on the colours of letters and grounds whether something is hidden."""
_INHERITED = {"visibility": frozenset({"visibility"}), "font-size": frozenset({"font-size"})}
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NAMES = re.compile(r"[\s\"'<>=]+")


def group_of(name: str) -> str:
    """Return the group of properties that decide together with one."""
    if name in _PLACE:
        return "place"
    if name in _BOX:
        return "box"
    if name in {"clip", "clip-path"}:
        return "clip"
    if name in _COLOUR or name in _GROUND:
        return "colour"
    if name.startswith("animation"):
        return "opacity"
    return name


class Use(NamedTuple):
    """One selector of a rule, with what its declarations are compared by."""

    selector: Selector
    rule: Rule
    layer: tuple[int, ...]
    order: int


class Cascade:
    """What the sheets of a page say; :attr:`said` holds it by the ``mem_id`` of elements."""

    def __init__(
        self, parser: LexborHTMLParser, source: str, sheets: Sequence[tuple[Sheet, Layer]], *, scripted: bool
    ) -> None:
        self.said: dict[int, dict[str, tuple[Priority, str]]] = {}
        self.frames: dict[str, tuple[Declaration, ...]] = {}
        self.alike: set[int] = set()
        """Elements that a rule fades out together with others."""
        self._parser, self._size = parser, 1 + len(source) // _BYTES_OF_ELEMENT
        hiding = any(rule.hiding for sheet, _ in sheets for rule in sheet.rules)
        painting = any(
            d.name in _COLOUR or d.name in _GROUND for sheet, _ in sheets for rule in sheet.rules for d in rule.said
        )
        if not (hiding or painting or (sheets and "style=" in source)):
            return
        for sheet, _ in sheets:
            self.frames.update(sheet.last_frames)
        self._uses = uses_of(sheets, source, scripted=scripted)
        self._match()

    def _match(self) -> None:
        inline = dict(self._inline())
        groups, touched = self._hiding(inline)
        if not groups.isdisjoint(_PAINTING) or self._colours_meet(inline.values()):
            groups.add("colour")
        if not groups:
            return
        wanted = {name for group in groups for name in _GROUPS.get(group, group).split()}
        variables = self._variables(wanted)
        everywhere = {name for group in groups & set(_INHERITED) for name in _INHERITED[group]}
        if "colour" in groups:
            everywhere |= _COLOUR | _GROUND
        given: list[list[tuple[Priority, str, str]]] = []
        found: dict[int, list[int]] = {}
        left = MAX_WORK
        for use in self._uses:
            said = [d for d in use.rule.said if d.name in wanted or d.name in variables]
            if not said or (left := left - self._size) < 0:
                continue
            if use.selector.beside:
                if not _covers(use.rule):
                    continue
                given.append([(priority(use, important=False), "covered", "yes")])
            else:
                given.append([(priority(use, important=d.important), d.name, d.value) for d in said])
            free = any(d.name in everywhere or d.name in variables for d in said)
            for node in self._nodes(use.selector):
                if free or node in touched or node in inline:
                    found.setdefault(node, []).append(len(given) - 1)
        self._decide(found, given)

    def _decide(self, found: Mapping[int, list[int]], given: Sequence[Sequence[tuple[Priority, str, str]]]) -> None:
        """Keep what wins for each element; elements that the same rules mean share one answer."""
        known: dict[tuple[int, ...], dict[str, tuple[Priority, str]]] = {}
        for node, rules in found.items():
            key = tuple(rules)
            said = known.get(key)
            if said is None:
                every = sorted((one for rule in rules for one in given[rule]), key=itemgetter(0))
                said = known[key] = {name: (rank, value) for rank, name, value in every}
            self.said[node] = said

    def _nodes(self, selector: Selector) -> list[int]:
        try:
            return [node.mem_id for node in self._parser.css(selector.text)]
        except SelectolaxError:
            return []

    def _inline(self) -> Iterator[tuple[int, tuple[Declaration, ...]]]:
        """Yield what ``style`` attributes say that bears on what is seen."""
        for node in self._parser.css("[style]"):
            said = declarations(node.attributes.get("style") or "")
            if said:
                yield node.mem_id, said

    def _hiding(self, inline: Mapping[int, Sequence[Declaration]]) -> tuple[set[str], set[int]]:
        """Return the groups of properties by which something may be hidden, and of which elements."""
        groups: set[str] = set()
        touched: set[int] = set()
        for use in self._uses:
            if not use.rule.hiding or use.selector.beside:
                continue
            mine = {group_of(d.name) for d in use.rule.said if d.name[:2] != "--" and may_hide(d.name, d.value)}
            mine -= {"colour"}
            if mine and (nodes := self._nodes(use.selector)):
                groups |= mine
                touched.update(nodes)
                if len(nodes) >= _SEVERAL:
                    self.alike.update(nodes)
        for said in inline.values():
            groups |= {group_of(d.name) for d in said if d.name[:2] != "--" and may_hide(d.name, d.value)} - {"colour"}
        return groups, touched

    def _colours_meet(self, inline: Iterable[Sequence[Declaration]]) -> bool:
        """Say whether some text may be in a colour that some ground has, as far as the names of colours tell."""
        said = [*(use.rule.said for use in self._uses), *inline]
        letters, grounds = [BLACK, LINK], [WHITE]
        for each in said:
            for name, value, _ in each:
                if name in _COLOUR or name in _GROUND:
                    found = color(value)
                    if found is None or found.alpha < 1:
                        if name in _COLOUR and ("(" in value or found is not None):
                            return True
                        continue
                    (letters if name in _COLOUR else grounds).append(found)
        return meet(letters, grounds)

    def _variables(self, wanted: Collection[str]) -> set[str]:
        """Return the variables that the wanted properties are made of."""
        used: set[str] = set()
        by_name: dict[str, set[str]] = {}
        for use in self._uses:
            for name, value, _ in use.rule.said:
                if "var(" in value:
                    if name in wanted:
                        used.update(_VARIABLE.findall(value))
                    elif name.startswith("--"):
                        by_name.setdefault(name, set()).update(_VARIABLE.findall(value))
        waiting = list(used)
        while waiting:
            more = by_name.get(waiting.pop(), set()) - used
            used |= more
            waiting += more
        return used


def uses_of(sheets: Sequence[tuple[Sheet, Layer]], source: str, *, scripted: bool) -> list[Use]:
    """Return the selectors of sheets that may mean something in a page, in the order of their rules."""
    many = sum(len(sheet.rules) for sheet, _ in sheets) > _FEW_RULES
    names = set(_NAMES.split(source)) if many else None
    never = {"no-js"} if scripted else set()
    ranks = _Ranks(sheets)
    return [
        Use(selector, rule, ranks.of(layer + rule.layer), order)
        for order, (rule, layer) in enumerate((r, layer) for sheet, layer in sheets for r in sheet.rules)
        for selector in rule.selectors
        if (names is None or selector.needs <= names) and never.isdisjoint(selector.needs)
    ]


def _covers(rule: Rule) -> bool:
    """Say whether what a rule puts before or after the content of an element may lie behind its letters."""
    said = {d.name: d.value for d in rule.said}
    painted = not _GROUND.isdisjoint(said)
    return painted and (
        said.get("position") in {"absolute", "fixed"} or said.get("background-picture", "none") != "none"
    )


def meet(letters: Iterable[Color], grounds: Iterable[Color]) -> bool:
    """Say whether one of the colours of letters is much like one of the grounds."""
    behind = set(grounds)
    return any(differ(one, other) < _SIMILAR for one in set(letters) for other in behind)


def priority(use: Use, *, important: bool) -> Priority:
    """Return what a declaration of a rule is compared by."""
    layer = tuple(-n for n in use.layer) if important else use.layer
    return (FROM_SHEETS_IMPORTANT if important else FROM_SHEETS, layer, use.selector.specificity, use.order)


class _Ranks:
    """The order of layers: what is in none comes last, what is in a layer itself after the layers in it."""

    def __init__(self, sheets: Sequence[tuple[Sheet, Layer]]) -> None:
        self._known: dict[Layer, dict[str, int]] = {}
        for sheet, layer in sheets:
            self._meet(layer)
            for inner in sheet.layers:
                self._meet(layer + inner)

    def _meet(self, layer: Layer) -> None:
        for depth, name in enumerate(layer):
            inside = self._known.setdefault(layer[:depth], {})
            inside.setdefault(name, len(inside))

    def of(self, layer: Layer) -> tuple[int, ...]:
        """Return what a layer is compared by."""
        if not layer:
            return _IN_NO_LAYER
        self._meet(layer)
        return (*(self._known[layer[:depth]][name] for depth, name in enumerate(layer)), _LAST)
