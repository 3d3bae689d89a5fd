"""Reads a TOML file into a typed value; every mistake is told with file, line, key and the nearest right key."""

import difflib
import re
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from publicity_check.errors import PublicityCheckError

_Value = TypeVar("_Value", bound=msgspec.Struct)


def read_toml(path: Path, raw: bytes, kind: type[_Value], error: type[PublicityCheckError]) -> _Value:
    """Return the content of a TOML file as ``kind``; raise ``error`` in one sentence if it is wrong."""
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error(f"{path}: is not UTF-8 text; save it as UTF-8") from cause
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path}: is not valid TOML: {cause}") from cause
    except msgspec.ValidationError as cause:
        raise error(f"{path}{_explain(str(cause), text, kind)}") from cause


def _explain(cause: str, text: str, kind: type[msgspec.Struct]) -> str:
    """Turn msgspec's message ("… - at `$.project[0].titel`") into ":line: key …: what is wrong"."""
    what, _, place = cause.partition(" - at `")
    path = place.removeprefix("key` in `").removeprefix("$").rstrip("`").strip(".")
    unknown = re.match(r"Object contains unknown field `(.+)`", what)
    if unknown:
        path = f"{path}.{unknown[1]}".strip(".")
        near = difflib.get_close_matches(unknown[1], _keys(kind), n=1)
        what = "there is no such key" + (f'; did you mean "{near[0]}"?' if near else "")
    wrong = re.match(r"Invalid enum value '(.+)'", what)
    if wrong:
        near = difflib.get_close_matches(wrong[1], _choices(kind), n=1)
        path = f"{path}.{wrong[1]}" if place.startswith("key") else path
        what = f'"{wrong[1]}" is none of the values it may have' + (f'; did you mean "{near[0]}"?' if near else "")
    line = line_of(text, path)
    return f"{f':{line}' if line else ''}: key {path or '(top)'}: {what}"


def _keys(kind: type[msgspec.Struct]) -> list[str]:
    """Return the keys of a struct and of all structs inside it."""
    structs = (t for t in types_in(kind) if isinstance(t, type) and issubclass(t, msgspec.Struct))
    return list(dict.fromkeys(key for struct in structs for key in struct.__struct_encode_fields__))


def _choices(kind: type[msgspec.Struct]) -> list[str]:
    """Return all values that keys of a struct with a fixed choice may have."""
    return [t for t in types_in(kind) if isinstance(t, str)]


def types_in(kind: type[msgspec.Struct]) -> list[Any]:
    """Return a struct and all types inside it, literal values included."""
    found: list[Any] = []
    waiting: list[Any] = [kind]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.append(current)
        if isinstance(current, type) and issubclass(current, msgspec.Struct):
            waiting.extend(get_type_hints(current).values())
        else:
            waiting.extend(get_args(current))
    return found


_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*(?:\.|=)")


def line_of(text: str, path: str) -> int | None:
    r"""Return the line (from 1) on which a key stands, or the nearest one above it that is known.

    >>> line_of("a = 1\n[[project]]\nnumber = 'x'\n[[project]]\ntitel = 'y'", "project[1].titel")
    5
    """
    wanted = [part for part in re.split(r"\.|(?=\[)", path) if part]
    table: list[str] = []
    counts: dict[str, int] = {}
    best: tuple[int, int] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header:
            table = _place(header[2], counts, array=header[1] == "[[")
            here = table
        elif key:
            here = [*table, key[1].strip("\"'")]
        else:
            continue
        common = 0
        while common < min(len(here), len(wanted)) and here[common] == wanted[common]:
            common += 1
        if common == len(here) and common > (best[0] if best else 0):
            best = (common, number)
    return best[1] if best else None


def _place(header: str, counts: dict[str, int], *, array: bool) -> list[str]:
    """Return the path of a table's header, with the index of each array of tables on the way."""
    place: list[str] = []
    names = [n.strip().strip("\"'") for n in header.split(".")]
    for depth, name in enumerate(names):
        place.append(name)
        key = ".".join(place)
        if array and depth == len(names) - 1:
            counts[key] = counts.get(key, -1) + 1
        if key in counts:
            place.append(f"[{counts[key]}]")
    return place
