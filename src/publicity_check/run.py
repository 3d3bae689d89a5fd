"""One run over many publications: which files, in how many processes, and one report in the order of their paths."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from publicity_check.config.places import where_declared
from publicity_check.config.scope import matches, wanted
from publicity_check.deadline import TimeIsUpError, within
from publicity_check.errors import ConfigError, ReadError
from publicity_check.facts.finder import finder_for
from publicity_check.judging.advice import tried
from publicity_check.judging.declarations import (
    told_of_patterns,
    told_of_projects,
    told_of_selectors,
    unnamed,
    unused_patterns,
)
from publicity_check.judging.evaluate import Options, evaluate, packed, unpacked
from publicity_check.judging.recorded import recorded
from publicity_check.judging.site_pages import lacking
from publicity_check.judging.suppress import unused_in_config
from publicity_check.judging.whole import whole
from publicity_check.mending.mends import mends
from publicity_check.paths import place_of
from publicity_check.pictures.words import reader
from publicity_check.processes import end_workers, live_and_die_with_parent
from publicity_check.publication import Publication
from publicity_check.readers import bytes_of, read_bytes
from publicity_check.readers.collect import Skipped, places_below, publications_in
from publicity_check.readers.ignored import Ignored
from publicity_check.readers.nearby import Nearby
from publicity_check.readers.registry import SUFFIXES, reader_of
from publicity_check.registers.registers import Registers, read_registers
from publicity_check.results import Detail, Outcome, PublicationReport, Report, Result
from publicity_check.rulebook import Rulebook, load

if TYPE_CHECKING:
    from publicity_check.cache import Cache
    from publicity_check.readers.html.browser import Browser

FILES_PER_JOB = 24
"""Below so many files neither a further process nor making everything beforehand saves what it costs."""

KEPT_AT_A_TIME = 200
"""So many verdicts are remembered at a time."""


class Selection(msgspec.Struct, frozen=True):
    """What a run looks at: files, what is left aside, and what cannot be read, each with the reason."""

    files: tuple[Path, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    places: frozenset[str] = frozenset()
    """Where all is that was found in folders, wanted or not, seen from the configuration's folder."""


NOTHING = Selection()


class Run(msgspec.Struct, frozen=True, dict=True):
    """What a run judges by.

    ``root`` is the folder that patterns of the configuration are relative to. Files beside a publication are opened in
    it and in ``folders``, those that were named; the innermost is taken for the root of the site.
    """

    options: Options = msgspec.field(default_factory=Options)
    rules_folders: tuple[Path, ...] = ()
    root: Path = Path()
    folders: tuple[Path, ...] = ()
    strict: bool = False
    jobs: int = 1
    timeout: float = 0
    """Seconds of computing after which a publication is given up; 0 for no limit."""
    cache: "Cache | None" = None
    browser: "Browser | None" = None
    """What draws pages; without it they are read as they are written."""

    def __post_init__(self) -> None:
        if self.options.config.site_footer:
            _refuse_selectors(self.options.config.site_footer, self.options.config_name)

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules, with the packs of the user's folders; raises :class:`RulesError` for an unknown pack."""
        config = self.options.config
        folders = (*self.rules_folders, *(self.root / folder for folder in config.rules_folders))
        rulebook = load(folders)
        named = (
            *self.options.rules,
            *(p.rules for p in config.project if p.rules),
            *filter(None, [*(b.rules for b in config.bind), *(r.rules for r in config.register)]),
        )
        for identifier in named:
            rulebook.pack(identifier)
        return rulebook

    @cached_property
    def registers(self) -> Registers:
        """The registers that the configuration names, read once; raises :class:`ConfigError` for one that is wrong."""
        return read_registers(self.options.config.register, self.root, self.rulebook)

    @cached_property
    def _judging(self) -> Options:
        """What publications are judged by: the options, with the registers."""
        return replace(self.options, registers=self.registers)

    def keeping(self, details: AbstractSet[Detail]) -> "Run":
        """Return this run, keeping of each publication only what its reports need."""
        options = replace(
            self.options,
            keep_text="text" in details,
            keep_facts="facts" in details,
            keep_pictures="pictures" in details,
            keep_mends="mends" in details,
        )
        return replace(self, options=options)

    def select(self, paths: Iterable[Path]) -> Selection:
        """Return what to check: the files given, and those in given folders that the configuration wants.

        What it excludes is left out of a folder without a word; of files given by name it is told.
        """
        config = self.options.config
        files: dict[Path, None] = {}
        skipped: dict[str, Skipped] = {}
        unread: dict[str, str] = {}
        places: set[str] = set()
        for path in paths:
            if not path.is_dir():
                if matches(config.exclude, place_of(path, self.root)):
                    skipped[str(path)] = Skipped(str(path), "skipped-excluded")
                else:
                    files[path] = None
                continue
            found = publications_in(path)
            places |= {place_of(file, self.root) for file in found.files}
            places |= {place_of(s.path, self.root) for s in found.skipped}
            places |= {f"{place_of(folder, self.root)}/unread" for folder, _ in found.unread}
            here = [f for f in found.files if wanted(config, place_of(f, self.root))]
            ignored = set(filter(Ignored(path), here)) if config.gitignore else set()
            files |= dict.fromkeys(f for f in here if f not in ignored)
            skipped |= {str(f): Skipped(str(f), "skipped-ignored") for f in sorted(ignored)}
            skipped |= {s.path: s for s in found.skipped if wanted(config, place_of(s.path, self.root))}
            unread |= {str(p): r for p, r in found.unread if not self._excludes(p)}
            if not found.files and not unread:
                endings = ", ".join(sorted(SUFFIXES))
                unread[str(path)] = f"{path}: this folder holds no publications ({endings})"
        return Selection(tuple(files), tuple(skipped.values()), tuple(unread.items()), frozenset(places))

    def _excludes(self, folder: Path) -> bool:
        """Say whether the configuration leaves out all that is in a folder."""
        return matches(self.options.config.exclude, place_of(folder, self.root) + "/")

    def check_paths(self, paths: Iterable[Path]) -> Report:
        """Check files and folders; see :meth:`check_files`."""
        paths = tuple(paths)
        run = replace(self, folders=tuple(filter(Path.is_dir, paths)))
        selection = run.select(paths)
        return whole([run.report(run.check_files(selection.files), selection)], config=self.options.config_name)

    def check_files(self, files: Sequence[Path]) -> Iterator[PublicationReport]:
        """Yield the report on each file, in the order given, from as many processes as are worth it."""
        known = [None if self.browser else self._remembered(file) for file in files]
        fresh = self._fresh([file for file, report in zip(files, known, strict=True) if report is None])
        new: dict[bytes, PublicationReport] = {}
        try:
            for remembered in known:
                key, report = next(fresh) if remembered is None else (None, remembered)
                if key is not None:
                    new[key] = report
                if len(new) >= KEPT_AT_A_TIME:
                    self._keep(new)
                yield report
        finally:
            self._keep(new)

    def _keep(self, new: dict[bytes, PublicationReport]) -> None:
        """Remember what was decided, so that a run that is stopped need not begin anew."""
        if self.cache is not None:
            self.cache.keep(new)
        new.clear()

    def _fresh(self, files: Sequence[Path]) -> Iterator[tuple[bytes | None, PublicationReport]]:
        """Decide about files anew, in their order; see :meth:`_decide`."""
        if not files:
            return iter(())
        finder = finder_for(self.rulebook)
        self._judging  # noqa: B018  read once, and inherited by other processes
        if len(files) >= FILES_PER_JOB:
            finder.prepare()
        jobs = min(self.jobs, len(files) // FILES_PER_JOB)
        return self._spread(files, jobs) if jobs > 1 and self.browser is None else map(self._decide, files)

    def _spread(self, files: Sequence[Path], jobs: int) -> Iterator[tuple[bytes | None, PublicationReport]]:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(self,)) as pool:
            chunk = max(1, min(50, len(files) // (jobs * 4)))
            try:
                for key, report in pool.map(_decide_in_worker, files, chunksize=chunk):
                    yield key, unpacked(report)
            except BaseException:
                end_workers()
                raise

    def check_bytes(self, data: bytes, name: str, nearby: Nearby | None = None) -> PublicationReport:
        """Check one publication given as bytes, with a name whose ending tells the format.

        ``nearby`` opens the files beside it; without it, bytes stand alone.
        """
        return self._in_time(name, lambda: self._check_bytes(data, name, nearby))

    def check_publication(self, publication: Publication) -> PublicationReport:
        """Check one publication that has been read; its name is its path."""
        return self._in_time(publication.name, lambda: self._check_publication(publication))

    def _in_time(self, name: str, decide: Callable[[], PublicationReport]) -> PublicationReport:
        """Return what is decided, or the error that it takes too long."""
        self.rulebook, self.registers  # noqa: B018  what all publications need is not counted for the first one
        try:
            with within(self.timeout):
                return decide()
        except TimeIsUpError:
            reason = (
                f"{name}: was given up after {self.timeout:g} s of computing: split it, or allow more by --timeout."
            )
            return self._unread(name, reason)

    def _check_bytes(self, data: bytes, name: str, nearby: Nearby | None) -> PublicationReport:
        try:
            publication = read_bytes(data, name, furniture=self.options.config.site_footer, nearby=nearby)
        except ReadError as error:
            return self._unread(name, str(error))
        return self._check_publication(publication, data)

    def _check_publication(self, publication: Publication, data: bytes | None = None) -> PublicationReport:
        name = publication.name
        try:
            report = self._judged(publication, data)
            beside = publication.nearby
            asked = beside.asked if isinstance(beside, Nearby) else {}
            return replace(report, nearby=dict(asked)) if asked else report
        except Exception as error:  # whatever goes wrong with one publication, the others are still checked
            what = f"{type(error).__name__}: {error}"
            reason = f"{name}: could not be checked because of an error in the program ({what}); please report it."
            return self._unread(name, reason)

    def _judged(self, publication: Publication, data: bytes | None) -> PublicationReport:
        finder, place = finder_for(self.rulebook), place_of(publication.name, self.root)

        def judge(mended: Publication) -> PublicationReport:
            """Judge a publication in which advice was followed."""
            return evaluate(mended, finder.find(mended), self.rulebook, sparing, place)

        sparing = replace(self._judging, keep_text=False, keep_facts=False, keep_pictures=False)
        facts = finder.find(publication)
        report = evaluate(publication, facts, self.rulebook, self._judging, place)
        report = tried(report, publication, facts.sentence, self.rulebook, judge)
        if not self.options.keep_mends:
            return report
        return replace(report, mends=mends(report, publication, facts.sentence, self.rulebook, data))

    def _unread(self, name: str, reason: str) -> PublicationReport:
        return PublicationReport(path=name, place=place_of(name, self.root), outcome=Outcome.ERROR, error=reason)

    def _remembered(self, path: Path) -> PublicationReport | None:
        """Return the report on a file from an earlier run; ``None`` if there is none or the file cannot be read."""
        if self.cache is None:
            return None
        try:
            report = self.cache.find(self._key(path, bytes_of(path)))
        except ReadError:
            return None
        return report if report is None or not report.nearby or self.beside(path).holds(report.nearby) else None

    def beside(self, path: Path) -> Nearby:
        """Return what opens the files beside a publication."""
        return Nearby(path, (self.root, *self.folders))

    def _decide(self, path: Path) -> tuple[bytes | None, PublicationReport]:
        """Return the report on a file, decided anew, and the key to remember it by."""
        name = str(path)
        try:
            data = bytes_of(path)
        except ReadError as error:
            return None, self._unread(name, str(error))
        aside = reader_of(name).aside(data)
        if aside:
            return None, PublicationReport(path=name, outcome=Outcome.INAPPLICABLE, skipped=aside)
        if self.browser is not None and reader_of(name).format == "html":
            return None, self._drawn(self.browser, data, path)
        report = self.check_bytes(data, name, self.beside(path))
        return None if self.cache is None or report.error is not None else self._key(path, data), report

    def _drawn(self, browser: "Browser", data: bytes, path: Path) -> PublicationReport:
        """Return the report on a page as a browser draws it."""
        from publicity_check.readers.html.browser import read_drawn

        try:
            read = read_drawn(browser, data, str(path), self.options.config.site_footer, self.beside(path))
        except ReadError as error:
            return self._unread(str(path), str(error))
        return self.check_publication(read)

    def _key(self, path: Path, data: bytes) -> bytes:
        from publicity_check.cache import key_of

        return key_of(data, f"{path}\0{place_of(path, self.root)}", self._context(data))

    def _context(self, data: bytes) -> bytes:
        """Return all that decides beside a file itself; the day only where an acceptance may end."""
        options = self.options
        dated = b"publicity-check" in data or any(s.until for s in options.config.suppress)
        program = f"{self._program}\0{reader()}"
        return f"{program}\0{self.rulebook.sha256}\0{self._told}\0{options.today if dated else None}".encode()

    @cached_property
    def _program(self) -> str:
        from publicity_check.cache import program

        return program()

    @cached_property
    def _told(self) -> str:
        return repr(replace(self._judging, today=None))

    def report(self, reports: Iterable[PublicationReport], selection: Selection = NOTHING) -> Report:
        """Put the reports on single publications together, in the order of their paths, with what was not read."""
        found = [*reports, *(self._unread(path, reason) for path, reason in selection.unread)]
        ordered = tuple(sorted((r for r in found if not r.skipped), key=lambda r: r.path))
        skipped = [*selection.skipped, *(Skipped(r.path, r.skipped) for r in found if r.skipped)]
        skipped += self.registers.unused
        return Report(
            ordered,
            rules_version=self.rulebook.version,
            rules_sha256=self.rulebook.sha256,
            across=tuple(self._declared(ordered, selection)),
            strict=self.strict,
            skipped=tuple(sorted(skipped, key=lambda s: s.path)),
            runs=(recorded(self.options, self.registers, ordered, strict=self.strict),),
        )

    def _declared(self, reports: Sequence[PublicationReport], selection: Selection) -> Iterator[Result]:
        """Yield what is to be said of the configuration's declarations, seen from all that was checked."""
        config, name = self.options.config, self.options.config_name
        yield from unused_in_config(config.suppress, reports, name, self.options.today)
        by_place = {report.place: report for report in reports}
        for position, page in enumerate(config.site_page):
            known = by_place.get(page.place) or self._decide(self.root / page.place)[1]
            yield from lacking(page, known, where_declared(name, f"site_page[{position}]"))
        if selection.places:
            left = unused_patterns(config, selection.places)
            if left:
                elsewhere = set(places_below(self.root))
                left = [declared for declared in left if not any(matches((declared.pattern,), p) for p in elsewhere)]
            yield from told_of_patterns(left, name, min(selection.places))
            yield from told_of_selectors(config.site_footer, name, reports)
            if unnamed(config, reports) and self._holds_all(selection):
                yield from told_of_projects(config, name, reports)

    def _holds_all(self, selection: Selection) -> bool:
        """Say whether a selection holds every publication below the configuration's folder."""
        return all(p in selection.places for p in places_below(self.root) if p.lower().endswith(SUFFIXES))


def _refuse_selectors(selectors: Iterable[str], config_name: str) -> None:
    from publicity_check.readers.html.parse import is_selector

    for selector in selectors:
        if not is_selector(selector):
            raise ConfigError(f'{config_name}: key site_footer: "{selector}" is no CSS selector')


_worker: Run | None = None


def _start(run: Run) -> None:
    """Keep the run in a worker process, with the rulebook and finder that it inherits or builds once."""
    global _worker
    _worker = run
    live_and_die_with_parent()


def _decide_in_worker(path: Path) -> tuple[bytes | None, PublicationReport]:
    if _worker is None:
        raise RuntimeError("the worker process was not started")
    key, report = _worker._decide(path)
    return key, packed(report)
