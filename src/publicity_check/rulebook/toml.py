"""Reads a TOML file into a typed value; every mistake is told with file, line, key and the nearest right key."""

import difflib
import re
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from publicity_check.errors import PublicityCheckError
from publicity_check.values.figures import read_figure

_Value = TypeVar("_Value", bound=msgspec.Struct)

MAX_BYTES = 5_000_000
"""No file of declarations or rules that people write is larger."""


def bytes_of_file(path: Path, error: type[PublicityCheckError]) -> bytes:
    """Return what an ordinary file holds; raise ``error`` in one sentence if it is none, or cannot be read."""
    try:
        status = path.stat()
        if not path.is_file():
            raise error(f"{path}: is no ordinary file")
        if status.st_size > MAX_BYTES:
            raise error(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB; split it")
        return path.read_bytes()
    except OSError as cause:
        raise error(f"{path}: cannot be read ({cause.strerror or cause})") from cause


def read_toml(path: Path, raw: bytes, kind: type[_Value], error: type[PublicityCheckError]) -> _Value:
    """Return the content of a TOML file as ``kind``; raise ``error`` in one sentence if it is wrong."""
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error(f"{path}: is not UTF-8 text; save it as UTF-8") from cause
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path}: is not valid TOML: {cause}") from cause
    except RecursionError as cause:
        raise error(f"{path}: is nested too deeply") from cause
    except ValueError as cause:
        found = _LONG_NUMBER.search(text)
        place = f":{text.count(chr(10), 0, found.start()) + 1}" if found else ""
        key = f" key {found[1]}:" if found else ""
        raise error(f"{path}{place}:{key} a number has too many digits") from cause
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as cause:
        raise error(f"{path}{_explain(str(cause), text, kind, data)}") from cause


_LONG_NUMBER = re.compile(r"^[ \t]*([\w-]+)[ \t]*=[ \t]*[+-]?[\d_]{4000}", re.MULTILINE)
_STEP = re.compile(r"\[(\d+)\]|[^.\[\]]+")


def _value_at(data: object, path: str) -> object:
    """Return what stands at a path such as "project[0].total", ``None`` where there is nothing."""
    for step in _STEP.finditer(path):
        if step[1] is not None:
            data = data[int(step[1])] if isinstance(data, list) and int(step[1]) < len(data) else None
        else:
            data = data.get(step[0]) if isinstance(data, dict) else None
    return data


_ADVICE = (
    (r"Expected `bool`", "write true or false"),
    (
        r"Expected `object`, got `array`|Expected `array`, got `object`",
        "write its header in double brackets: [[{key}]]",
    ),
    (r"Expected `object`", "write it as a table, key by key"),
    (r"Expected `str`, got `array`", "write one text in quotes, no list"),
    (r"Expected `str`, got", "write it in quotes"),
    (r"Expected `str` matching regex '\^\[a-z\]\{2\}\$'", 'name a language by its two letters: "lv"'),
    (r"Expected `decimal", 'write a number in quotes: "176680.75"'),
    (r"Invalid RFC3339 encoded date|Expected `date", "write a day as 2027-03-31"),
)
"""What to do about a value of the wrong kind."""


def _advice(what: str, value: object, path: str) -> str:
    """Return msgspec's complaint in the words of the people who write such files."""
    lacking = re.fullmatch(r"Object missing required field `(.+)`", what)
    if lacking:
        return f"the key {lacking[1]} is missing"
    if what.startswith("Expected `array`") and isinstance(value, str | int | float):
        return f"write it as a list: [{msgspec.json.encode(value).decode()}]"
    if what.startswith("Invalid decimal string") and isinstance(value, str):
        return f'"{value[:40]}" is no number{_as_number(value)}'
    for pattern, advice in _ADVICE:
        if re.match(pattern, what):
            return advice.format(key=path)
    return what


def _as_number(text: str) -> str:
    """Return how a figure that people would read has to be written, as the end of a sentence."""
    digits = re.search(r"\d(?:.*\d)?", text)
    figure = read_figure(digits[0]) if digits else None
    return f"; write {figure.value}" if figure and not figure.alternatives else "; write it as 176680.75"


def _explain(cause: str, text: str, kind: type[msgspec.Struct], data: object) -> str:
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
    key = re.sub(r"\[\d+\]", "", path)
    line = line_of(text, path)
    return f"{f':{line}' if line else ''}: key {path or '(top)'}: {_advice(what, _value_at(data, path), key)}"


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
        if common == min(len(here), len(wanted)) and common > (best[0] if best else 0):
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
