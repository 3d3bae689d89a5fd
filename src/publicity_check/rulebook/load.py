"""Loads the data in ``rules/`` and holds it together: every mistake is named with its file and key."""

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from publicity_check.errors import RulesError
from publicity_check.rulebook.acts import Acts, Version
from publicity_check.rulebook.common import Clause, Data
from publicity_check.rulebook.compiled import (
    LANGUAGES,
    RuleFile,
    compile_files,
    digest,
    read_files,
    shipped,
    store,
    stored,
)
from publicity_check.rulebook.currencies import Currencies
from publicity_check.rulebook.evidence import EvidenceWeights
from publicity_check.rulebook.institutions import Institutions
from publicity_check.rulebook.languages import Grammar, LanguageData, Money, Names
from publicity_check.rulebook.media import MediaWords
from publicity_check.rulebook.numbers import NumberKind
from publicity_check.rulebook.packs import Duty, Pack, Requirement, Unchecked
from publicity_check.rulebook.registers import RegisterKind
from publicity_check.rulebook.toml import read_toml
from publicity_check.rulebook.wordings import Wording
from publicity_check.text.words import WORD

KINDS: Mapping[str, type[Data]] = MappingProxyType(
    {"wordings": Wording, "packs": Pack, "numbers": NumberKind, "registers": RegisterKind}
)
"""Folders of a rulebook and what each file in them holds."""

LANGUAGE_FILES: Mapping[str, type[Data]] = MappingProxyType({"names": Names, "grammar": Grammar, "money": Money})
"""Files in the folder of a language, and what each holds."""


SINGLE_FILES: Mapping[str, type[Data]] = MappingProxyType(
    {
        "acts": Acts,
        "currencies": Currencies,
        "evidence": EvidenceWeights,
        "institutions": Institutions,
        "media": MediaWords,
        "version": Version,
    }
)
"""Files in a folder of rules itself, and what each holds."""


class Rulebook(msgspec.Struct, frozen=True, eq=False):
    """All wordings, packs, kinds of numbers and registers, languages and acts, by id (languages by code)."""

    wordings: Mapping[str, Wording]
    packs: Mapping[str, Pack]
    numbers: Mapping[str, NumberKind]
    registers: Mapping[str, RegisterKind]
    languages: Mapping[str, LanguageData]
    currencies: Currencies
    institutions: Institutions
    evidence: EvidenceWeights
    media: MediaWords
    acts: Mapping[str, Clause]
    """What duties may refer to: acts as a whole, and clauses of them."""
    version: str
    """The version of the rules, the day of their release ("2026.11.28"); a user's own after a plus sign."""
    sha256: str
    """Digest of the files, in the order of their names."""
    _requirements: dict[str, tuple[tuple[Pack, Requirement], ...]] = {}

    def pack(self, identifier: str) -> Pack:
        """Return a pack by its id; an unknown one is a :class:`RulesError` that names the nearest."""
        found = self.packs.get(identifier)
        if found is None:
            near = difflib.get_close_matches(identifier, self.packs, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else '; "publicity-check rules list" shows them all'
            raise RulesError(f'There is no rule pack "{identifier}"{hint}')
        return found

    def clauses(self, duty: Duty) -> tuple[Clause, ...]:
        """Return where a duty stands."""
        return tuple(self.acts[identifier] for identifier in duty.clauses)

    def lineage(self, pack: Pack) -> tuple[Pack, ...]:
        """Return a pack and all it extends, nearest first, each once."""
        found: dict[str, Pack] = {}
        waiting = [pack]
        while waiting:
            current = waiting.pop(0)
            if current.id not in found:
                found[current.id] = current
                waiting.extend(self.pack(parent) for parent in current.extends)
        return tuple(found.values())

    def requirements(self, pack: Pack) -> tuple[tuple[Pack, Requirement], ...]:
        """Return the duties of a pack with the pack that states each: its own and those it extends.

        A duty with the id of a nearer pack's duty is replaced by it; dropped ones are left out.
        """
        known = self._requirements.get(pack.id)
        if known is None:
            chosen: dict[str, tuple[Pack, Requirement]] = {}
            dropped: set[str] = set()
            for member in self.lineage(pack):
                for requirement in member.requirement:
                    if requirement.id not in dropped:
                        chosen.setdefault(requirement.id, (member, requirement))
                dropped.update(drop.requirement for drop in member.drop)
            known = tuple(chosen.values())
            self._requirements[pack.id] = known
        return known

    def unchecked(self, pack: Pack) -> tuple[tuple[Pack, Unchecked], ...]:
        """Return the duties of a pack that no check decides, as :meth:`requirements` does.

        What a pack has a check for is not among them, even if one that it extends has none.
        """
        chosen: dict[str, tuple[Pack, Unchecked]] = {}
        gone: set[str] = set()
        for member in self.lineage(pack):
            gone.update(requirement.id for requirement in member.requirement)
            for duty in member.unchecked:
                if duty.id not in gone:
                    chosen.setdefault(duty.id, (member, duty))
            gone.update(drop.requirement for drop in member.drop)
        return tuple(chosen.values())


def builtin_folder() -> Path:
    """Return the folder of the rules that come with this library."""
    shipped = Path(__file__).parent.parent / "rules"
    return shipped if shipped.is_dir() else Path(__file__).parents[3] / "rules"


@cache
def builtin() -> Rulebook:
    """Return the rulebook that comes with this library; it is loaded once."""
    return load_compiled(builtin_folder())


def load_compiled(folder: Path) -> Rulebook:
    """Read the rulebook from a folder: from its files, or from the compiled form if it holds nothing else.

    A compiled form that was made of the very same files is used in their place; one that is made anew is kept.
    """
    ready = shipped(folder)
    if ready is not None:
        return msgspec.json.decode(ready, type=_Compiled).rulebook()
    files = tuple(read_files(folder))
    sha256 = digest(files)
    kept = stored(sha256)
    if kept is not None:
        try:
            return msgspec.json.decode(kept, type=_Compiled).rulebook()
        except msgspec.MsgspecError:
            pass
    rulebook = _convert(files, sha256)
    store(sha256, compile_files(files))
    return rulebook


def load(extra: Sequence[Path] = ()) -> Rulebook:
    """Return the rulebook, with the packs in further folders added.

    A folder has the same sub-folders as ``rules/``; TOML files that lie directly in it are packs. Raises
    :class:`RulesError` with file and key for the first mistake: what ``publicity-check rules validate`` refuses is
    never judged by.
    """
    if not extra:
        return builtin()
    rulebook = load_folders(extra, builtin())
    from publicity_check.rulebook.validate import problems

    found = problems(extra)
    if found:
        more = f" ({len(found) - 1} more; publicity-check rules validate tells all)" if found[1:] else ""
        raise RulesError(f"{found[0]}{more}")
    return rulebook


def load_folders(folders: Iterable[Path], base: Rulebook | None = None) -> Rulebook:
    """Read the rulebook from folders, added to another; a later file with the id of an earlier one is an error."""
    files: list[RuleFile] = []
    for folder in folders:
        if not folder.is_dir():
            raise RulesError(f"{folder}: there is no such folder of rules")
        try:
            files += read_files(folder)
        except OSError as cause:
            raise RulesError(f"{cause.filename or folder}: cannot be read ({cause.strerror or cause})") from cause
    sha256 = digest(files)
    return _convert(files, hashlib.sha256(f"{base.sha256}{sha256}".encode()).hexdigest() if base else sha256, base)


def _convert(files: Sequence[RuleFile], sha256: str, base: Rulebook | None = None) -> Rulebook:
    found: dict[str, dict[str, Data]] = {kind: dict(getattr(base, kind, {})) for kind in KINDS}
    languages: dict[Path, dict[str, Data]] = {}
    acts: dict[str, Clause] = dict(base.acts) if base else {}
    versions = [base.version] if base else []
    currencies = base.currencies if base else Currencies()
    institutions = base.institutions if base else Institutions()
    evidence = base.evidence if base else EvidenceWeights()
    media = base.media if base else MediaWords()
    for path, kind, raw in files:
        if kind in SINGLE_FILES:
            single = read_toml(path, raw, SINGLE_FILES[kind], RulesError)
            if isinstance(single, Acts):
                _add_acts(acts, single, path)
            elif isinstance(single, Currencies):
                currencies = currencies.joined(single)
            elif isinstance(single, Institutions):
                institutions = institutions.joined(single)
            elif isinstance(single, EvidenceWeights):
                evidence = evidence.joined(single)
            elif isinstance(single, MediaWords):
                media = media.joined(single)
            elif isinstance(single, Version):
                versions.append(single.version)
            continue
        if kind == LANGUAGES:
            languages.setdefault(path.parent, {})[path.stem] = read_language_file(path, raw)
            continue
        data = read_toml(path, raw, KINDS[kind], RulesError)
        key = data.id  # type: ignore[attr-defined]
        if key in found[kind]:
            raise RulesError(f'{path}: the id "{key}" is taken already; choose another')
        if key != path.stem:
            raise RulesError(f'{path}: key "id" is "{key}", but the file is named "{path.stem}"')
        found[kind][key] = data
    together: dict[str, LanguageData] = dict(base.languages) if base else {}
    for folder, parts in languages.items():
        for problem in language_problems(folder, parts):
            raise RulesError(problem)
        if folder.name in together:
            raise RulesError(f'{folder}: the language "{folder.name}" is there already; its words stand in one folder')
        together[folder.name] = LanguageData(**parts)  # type: ignore[arg-type]
    _refer_to_acts(found["packs"], acts)
    version = "+".join(filter(None, versions))
    return Rulebook(
        **found,  # type: ignore[arg-type]
        languages=together,
        currencies=currencies,
        institutions=institutions,
        evidence=evidence,
        media=media,
        acts=acts,
        version=version,
        sha256=sha256,
    )


def _add_acts(known: dict[str, Clause], acts: Acts, path: Path) -> None:
    for identifier, clause in (pair for act in acts.act for pair in act.clauses()):
        if identifier in known:
            raise RulesError(f'{path}: the id "{identifier}" is taken already; choose another')
        known[identifier] = clause


def _refer_to_acts(packs: Mapping[str, Data], acts: Mapping[str, Clause]) -> None:
    """Refuse a duty that refers to an act or clause that is not there."""
    for pack in (p for p in packs.values() if isinstance(p, Pack)):
        for duty in (*pack.requirement, *pack.unchecked):
            for identifier in (i for i in duty.clauses if i not in acts):
                near = difflib.get_close_matches(identifier, acts, n=1)
                hint = f'; did you mean "{near[0]}"?' if near else ""
                raise RulesError(f'Pack {pack.id}, {duty.id}: key clauses: there is no "{identifier}" in acts{hint}')


def read_language_file(path: Path, raw: bytes) -> Data:
    """Return what a file in the folder of a language holds; raise :class:`RulesError` for a mistake or a stray file."""
    kind = LANGUAGE_FILES.get(path.stem)
    if path.parent.name == LANGUAGES:
        raise RulesError(f"{path}: a language is a folder, {path.stem}, with {_LANGUAGE_FILES} in it")
    if kind is None:
        raise RulesError(f"{path}: the folder of a language holds {_LANGUAGE_FILES} and nothing else")
    return read_toml(path, raw, kind, RulesError)


_LANGUAGE_FILES = "names.toml, grammar.toml and money.toml"


def language_problems(folder: Path, files: Mapping[str, Data | None]) -> Iterator[str]:
    """Yield what is wrong with the files of a language taken together; ``None`` stands for one that does not load."""
    for name in LANGUAGE_FILES:
        if name not in files:
            yield f"{folder}: there is no {name}.toml; the folder of a language holds {_LANGUAGE_FILES}"
    names = files.get("names")
    if isinstance(names, Names) and names.code != folder.name:
        yield f'{folder / "names.toml"}: key code: is "{names.code}", but the folder is named "{folder.name}"'
    money = files.get("money")
    for cue, phrases in money.cues.items() if isinstance(money, Money) else ():
        for phrase in phrases:
            if not WORD.search(phrase) or "..." in phrase or "…" in phrase:
                where = f"{folder / 'money.toml'}: key cues.{cue}"
                yield f'{where}: "{phrase}" is never found; write words that stand side by side'


class _Compiled(Data, frozen=True, kw_only=True):
    sha256: str
    acts: Acts = Acts(act=())
    version: Version = Version(version="")
    wordings: dict[str, Wording]
    packs: dict[str, Pack]
    numbers: dict[str, NumberKind]
    registers: dict[str, RegisterKind]
    languages: dict[str, LanguageData]
    currencies: Currencies = Currencies()
    institutions: Institutions = Institutions()
    evidence: EvidenceWeights = EvidenceWeights()
    media: MediaWords = MediaWords()

    def rulebook(self) -> Rulebook:
        """Return the rulebook that was compiled."""
        acts: dict[str, Clause] = {}
        for act in self.acts.act:
            acts.update(act.clauses())
        return Rulebook(
            wordings=self.wordings,
            packs=self.packs,
            numbers=self.numbers,
            registers=self.registers,
            languages=self.languages,
            currencies=self.currencies,
            evidence=self.evidence,
            institutions=self.institutions,
            media=self.media,
            acts=acts,
            version=self.version.version,
            sha256=self.sha256,
        )
