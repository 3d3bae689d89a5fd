"""Finds every mistake in folders of rules at once: what does not load, what points nowhere, what contradicts itself."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from publicity_check.errors import RulesError
from publicity_check.rulebook import template
from publicity_check.rulebook.acts import Acts
from publicity_check.rulebook.common import SURE, Data, Known
from publicity_check.rulebook.compiled import LANGUAGES, SINGLE
from publicity_check.rulebook.currencies import Currencies
from publicity_check.rulebook.institutions import Institutions
from publicity_check.rulebook.languages import LanguageData
from publicity_check.rulebook.load import KINDS, builtin_folder, language_problems, load, read_language_file
from publicity_check.rulebook.media import MediaWords
from publicity_check.rulebook.numbers import NumberKind
from publicity_check.rulebook.packs import Duty, Example, Pack, Requirement
from publicity_check.rulebook.toml import bytes_of_file, read_toml
from publicity_check.rulebook.wordings import Wording, WordingPart
from publicity_check.text.words import words

_ACTS = "acts"
_HOST = re.compile(r"^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+$")
_PERIOD = re.compile(r"^(?:\d{4}-\d{4})?$")
_WHOLE = 100
"""The highest rate, in per cent."""
_NEEDED: Mapping[str, tuple[str, str]] = {
    "programme-link": ("hosts", "the addresses of which one satisfies the duty"),
    "eu-link": ("hosts", "the addresses of which one satisfies the duty"),
    "disclaimer": ("wordings", "the wordings of which one satisfies the duty"),
}
"""Keys without which a duty of a check cannot be decided."""

_Files = dict[str, dict[str, tuple[Path, Data]]]


def problems(folders: Sequence[Path], *, builtin: bool = True) -> list[str]:
    """Return every mistake in folders of rules, a sentence each with file and key; none if all is well.

    The folders are read together with the rules that come with this library, whose ids they may name; with
    ``builtin`` false they stand alone.
    """
    found: list[str] = []
    files: _Files = {kind: {} for kind in (*KINDS, LANGUAGES, _ACTS)}
    if builtin:
        for kind in KINDS:
            shipped = getattr(load(), kind)
            files[kind] |= {key: (builtin_folder() / kind / f"{key}.toml", data) for key, data in shipped.items()}
        files[_ACTS] |= {key: (builtin_folder() / "acts.toml", clause) for key, clause in load().acts.items()}
        files[LANGUAGES] |= {key: (builtin_folder() / LANGUAGES / key, data) for key, data in load().languages.items()}
    own: set[Path] = set()
    for folder in dict.fromkeys(folders):
        if not folder.is_dir():
            found.append(f"{folder}: there is no such folder of rules")
            continue
        found += _read_acts(folder / "acts.toml", files)
        found += _read_single(folder / "currencies.toml", Currencies)
        found += _read_single(folder / "institutions.toml", Institutions)
        found += _read_single(folder / "media.toml", MediaWords)
        for path, kind in _paths(folder):
            own.add(path)
            found += _read(path, kind, files)
        found += _read_languages(folder / LANGUAGES, files)
    for kind, check in _CHECKS.items():
        for path, data in files[kind].values():
            if path in own:
                found += [f"{path}: {problem}" for problem in check(data, files)]
    return found


def _paths(folder: Path) -> Iterator[tuple[Path, str]]:
    for kind in KINDS:
        for path in sorted((folder / kind).glob("*.toml")):
            yield path, kind
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in SINGLE:
            yield path, "packs"


def _read_acts(path: Path, files: _Files) -> Iterator[str]:
    """Read the acts of a folder, if it has some; yield what is wrong with them."""
    if not path.is_file():
        return
    try:
        acts = read_toml(path, bytes_of_file(path, RulesError), Acts, RulesError)
    except RulesError as error:
        yield str(error)
        return
    for act in acts.act:
        read = [(act.id, _known(act.known, act.read, act.sources))]
        read += [(c.id, _known(c.known, c.read, c.sources or act.sources)) for c in act.clause]
        for identifier, wrong in read:
            yield from (f"{path}: act {identifier}: {problem}" for problem in wrong)
        for identifier, clause in act.clauses():
            if identifier in files[_ACTS]:
                yield f'{path}: key id: "{identifier}" is taken already; choose another'
            files[_ACTS][identifier] = (path, clause)


def _read_single(path: Path, kind: type[Data]) -> Iterator[str]:
    """Read a file of a folder, if it has it; yield what is wrong with it."""
    if path.is_file():
        try:
            read_toml(path, bytes_of_file(path, RulesError), kind, RulesError)
        except RulesError as error:
            yield str(error)


def _read(path: Path, kind: str, files: _Files) -> Iterator[str]:
    try:
        data = read_toml(path, bytes_of_file(path, RulesError), KINDS[kind], RulesError)
    except RulesError as error:
        yield str(error)
        return
    key = str(data.id)  # type: ignore[attr-defined]
    if key != path.stem:
        yield f'{path}: the file is named "{path.stem}", but its id is "{key}"; make them the same'
    if key in files[kind]:
        yield f'{path}: key id: "{key}" is taken already by {files[kind][key][0]}; choose another'
    files[kind][key] = (path, data)


def _read_languages(folder: Path, files: _Files) -> Iterator[str]:
    """Read the folders of languages; yield what is wrong in their files."""
    for path in sorted(folder.glob("*.toml")):
        yield from _language_file(path, {})
    for home in sorted(path for path in folder.glob("*") if path.is_dir()):
        parts: dict[str, Data | None] = {}
        for path in sorted(home.glob("*.toml")):
            yield from _language_file(path, parts)
        mistakes = list(language_problems(home, parts))
        yield from mistakes
        if home.name in files[LANGUAGES]:
            yield f'{home}: the language "{home.name}" is there already, in {files[LANGUAGES][home.name][0]}'
        elif not mistakes and all(parts.values()):
            files[LANGUAGES][home.name] = home, LanguageData(**parts)  # type: ignore[arg-type]


def _language_file(path: Path, parts: dict[str, Data | None]) -> Iterator[str]:
    parts[path.stem] = None
    try:
        parts[path.stem] = read_language_file(path, bytes_of_file(path, RulesError))
    except RulesError as error:
        yield str(error)


def _unknown(key: str, values: Iterable[str], files: _Files, kind: str) -> Iterator[str]:
    """Yield a problem for every id that is in no file of a kind."""
    for value in values:
        if value not in files[kind]:
            near = difflib.get_close_matches(value, files[kind], n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            yield f'key {key}: there is no "{value}" in {kind}{hint}'


def _pack(data: Data, files: _Files) -> Iterator[str]:
    assert isinstance(data, Pack)  # noqa: S101  the table below pairs kinds and checks
    yield from _unknown("extends", data.extends, files, "packs")
    yield from _unknown("numbers", data.numbers, files, "numbers")
    yield from _unknown("wordings", data.wordings, files, "wordings")
    yield from _unknown("languages", {*data.languages, *data.names, *data.title}, files, "languages")
    yield from _funds("funds", data.funds, files)
    yield from _hosts("hosts", data.hosts)
    yield from _hosts("former_hosts", data.former_hosts)
    if not _PERIOD.match(data.period) or not data.period:
        yield f'key period: "{data.period}" is not of the form 2021-2027'
    if not data.id.endswith(f"-{data.period}"):
        yield f'key id: "{data.id}" does not end with its period "-{data.period}"'
    if not data.title:
        yield "key title: the pack has no title"
    if data.completeness == "partial" and not data.unknown:
        yield f'key unknown: the knowledge is "{data.completeness}", but nothing says what is not known'
    yield from _sources("sources", data.verified, data.sources)
    unnamed = [code for code in data.languages if not data.names.get(code)]
    if unnamed and not (data.framework or data.by_fund or data.short_names):
        yield f"key names: the programme has no name in {', '.join(unnamed)}, nor a short name that is the same in all"
    if _circle(data.id, files):
        yield f'key extends: "{data.id}" extends itself, over {", ".join(_circle(data.id, files))}'
        return
    inherited = {r.id for parent in _ancestors(data.id, files) for r in parent.requirement}
    for position, drop in enumerate(data.drop):
        if drop.requirement not in inherited:
            yield f'key drop[{position}]: no pack that this one extends has a duty "{drop.requirement}"'
        if not drop.sources or not drop.reason:
            yield f"key drop[{position}]: a duty is only taken away with a reason and a source"
    yield from _duties(data, files)
    for position, example in enumerate(data.example):
        for problem in _example(example, files):
            yield f"key example[{position}]: {problem}"


def _duties(data: Pack, files: _Files) -> Iterator[str]:
    """Yield what is wrong with the duties of a pack."""
    ids = [duty.id for duty in (*data.requirement, *data.unchecked)]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield f'key requirement.id: "{twice}" is there twice'
    for position, requirement in enumerate(data.requirement):
        for problem in _requirement(requirement, files):
            yield f"key requirement[{position}] ({requirement.id}): {problem}"
    for position, unchecked in enumerate(data.unchecked):
        for problem in _duty(unchecked, files):
            yield f"key unchecked[{position}] ({unchecked.id}): {problem}"


def _duty(duty: Duty, files: _Files) -> Iterator[str]:
    """Yield what is wrong with a duty, whether or not a check decides it."""
    yield from _unknown("clauses", duty.clauses, files, _ACTS)
    yield from _known(duty.known, duty.read, duty.sources)
    if duty.level == "must":
        if not duty.sources:
            yield 'key level: a duty that no source backs is "should", never "must"'
        elif duty.known not in SURE and not (duty.basis == "practice" and duty.known == "seen"):
            yield f'key known: a duty known as "{duty.known}" only is "should", never "must"'
        if duty.basis != "practice" and not duty.clauses:
            yield f'key clauses: a duty on basis "{duty.basis}" names where it stands'


def _known(known: Known, read: str | None, sources: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with how something is known: what was read has a source and a day."""
    if known != "memory" and not sources:
        yield f'key sources: is known as "{known}", but names no source'
    if known != "memory" and not read:
        yield f'key read: is known as "{known}", but does not say on which day it was read'


def _requirement(duty: Requirement, files: _Files) -> Iterator[str]:
    yield from _duty(duty, files)
    yield from _unknown("wordings", duty.wordings, files, "wordings")
    yield from _unknown("accepted", duty.accepted, files, "wordings")
    yield from _unknown("such_as", duty.such_as, files, "wordings")
    if duty.check == "funding-statement" and bool(duty.wordings) == bool(duty.such_as):
        yield "key such_as: names wordings as examples where, and only where, no wordings are prescribed"
    yield from _funds("funds", (*duty.funds, *duty.joint_funds), files)
    if duty.check == "slogan" and not (duty.terms or duty.wordings or duty.barred):
        yield "key terms: is missing: the words of which one satisfies the duty"
    yield from _funds("max_rates", filter(None, duty.max_rates), files)
    yield from _hosts("hosts", duty.hosts)
    if duty.check in _NEEDED:
        key, what = _NEEDED[duty.check]
        if not getattr(duty, key):
            yield f"key {key}: is missing: {what}"
    for fund, rate in duty.max_rates.items():
        if not 0 < rate <= _WHOLE:
            yield f'key max_rates: {rate} % for "{fund}" is no rate between 0 and 100'


def _wording(data: Data, files: _Files) -> Iterator[str]:
    assert isinstance(data, Wording)  # noqa: S101
    if not _PERIOD.match(data.period):
        yield f'key period: "{data.period}" is not of the form 2021-2027, nor empty'
    if not data.part:
        yield "key part: the wording has no text"
    for position, part in enumerate(data.part):
        for problem in _part(part, files):
            yield f"key part[{position}] ({part.language}, {part.check}): {problem}"


def _part(part: WordingPart, files: _Files) -> Iterator[str]:
    yield from _unknown("language", [part.language], files, "languages")
    yield from _sources("sources", part.verified, part.sources)
    wrong = list(template.mistakes(part.text))
    yield from (f"key text: {mistake}" for mistake in wrong)
    if wrong:
        return
    spoken = words(part.text)
    for phrase in part.key_phrases:
        wanted = words(phrase)
        if not any(spoken[i : i + len(wanted)] == wanted for i in range(len(spoken))):
            yield f'key key_phrases: "{phrase}" is not in the text'


def _number(data: Data, files: _Files) -> Iterator[str]:
    assert isinstance(data, NumberKind)  # noqa: S101
    try:
        re.compile(data.pattern)
    except re.error as error:
        yield f"key pattern: is no regular expression: {error}"
    yield from _unknown("introducers", data.introducers, files, "languages")
    yield from _sources("sources", data.verified, data.sources)
    if not (data.examples or data.shapes):
        yield "key shapes: there is no number to try the pattern with, neither a real one (examples) nor a made-up one"
    if not data.look_alikes:
        yield "key look_alikes: nothing is named that looks like such a number and is none"
    packs = (pack for _, pack in files["packs"].values() if isinstance(pack, Pack))
    if not any(data.id in pack.numbers for pack in packs):
        yield "key id: no pack names this kind of number, so that it leads nowhere"


def _example(example: Example, files: _Files) -> Iterator[str]:
    yield from _unknown("language", [example.language], files, "languages")
    if not example.html.strip():
        yield "key html: the example is empty"


def _funds(key: str, funds: Iterable[str], files: _Files) -> Iterator[str]:
    languages = (data for _, data in files["languages"].values())
    known = {fund for language in languages if isinstance(language, LanguageData) for fund in language.names.funds}
    for fund in funds:
        if fund not in known and fund.removesuffix("+") not in known:
            yield f'key {key}: no language has a name for the fund "{fund}"; there are {", ".join(sorted(known))}'


def _hosts(key: str, hosts: Iterable[str]) -> Iterator[str]:
    for host in hosts:
        if not _HOST.match(host):
            yield f'key {key}: "{host}" is no host name; write it without https://, www. and path, such as "latlit.eu"'


def _sources(key: str, verified: str, sources: Sequence[str]) -> Iterator[str]:
    if verified != "own-knowledge" and not sources:
        yield f'key {key}: is "{verified}" verified, but names no source'


def _parents(pack: str, files: _Files) -> list[str]:
    data = files["packs"].get(pack, (None, None))[1]
    return [p for p in data.extends if p in files["packs"]] if isinstance(data, Pack) else []


def _circle(pack: str, files: _Files) -> list[str]:
    """Return the packs over which a pack extends itself, or nothing."""
    waiting, seen = [[p] for p in _parents(pack, files)], set()
    while waiting:
        way = waiting.pop()
        if way[-1] == pack:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            waiting.extend([*way, parent] for parent in _parents(way[-1], files))
    return []


def _ancestors(pack: str, files: _Files) -> Iterator[Pack]:
    waiting, seen = _parents(pack, files), {pack}
    while waiting:
        name = waiting.pop()
        data = files["packs"][name][1]
        if name not in seen and isinstance(data, Pack):
            seen.add(name)
            yield data
            waiting.extend(_parents(name, files))


_CHECKS = {"packs": _pack, "wordings": _wording, "numbers": _number}
