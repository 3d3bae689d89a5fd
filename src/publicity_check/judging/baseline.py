"""A baseline: findings known today and accepted, so that only new ones fail.

Findings are kept by place as seen from the baseline's own folder, requirement and content, with their number; lines may
move without notice, and it does not matter from which folder, or by which configuration, publications are checked.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from publicity_check.config.places import where_written
from publicity_check.errors import ConfigError
from publicity_check.judging.declarations import advised
from publicity_check.judging.evaluate import overall
from publicity_check.paths import place_of
from publicity_check.results import Outcome, PublicationReport, Report, Result
from publicity_check.values.message import Value, identity


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A known finding: its file's place, its requirement, a digest of what it says, how often it stands there."""

    path: str
    requirement: str
    code: str
    content: str
    count: int


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All known findings."""

    version: int
    findings: tuple[Entry, ...]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file. A missing or damaged one is a :class:`ConfigError`: it never counts as empty."""
    try:
        baseline = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except OSError as error:
        raise ConfigError(f"{path}: the baseline cannot be read ({error.strerror})") from error
    except msgspec.MsgspecError as error:
        raise ConfigError(f"{path}: the baseline is damaged ({error}); write it anew") from error
    if baseline.version != 1:
        raise ConfigError(f"{path}: the baseline is of version {baseline.version}; write it anew")
    return baseline


def written(baseline: Baseline) -> str:
    """Return a baseline as JSON, sorted."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=1).decode() + "\n"


def baseline_of(report: Report, folder: Path = Path()) -> Baseline:
    """Return all findings of a report that count against it; ``folder`` is the one that the baseline is kept in."""
    counts = Counter(_key(place_of(p.path, folder), r) for p in report.publications for r in p.results if _counts(r))
    return Baseline(1, tuple(sorted(Entry(*key, count) for key, count in counts.items())))


def new_findings(old: Baseline, new: Baseline) -> int:
    """Return how many findings of ``new`` are not in ``old``."""
    known = Counter({_entry_key(e): e.count for e in old.findings})
    return (Counter({_entry_key(e): e.count for e in new.findings}) - known).total()


def accept(report: Report, baseline: Baseline, file: Path = Path()) -> Report:
    """Mark the known findings of a report, and report entries of checked files that are there no more.

    ``file`` is the one that holds the baseline.
    """
    folder = file.parent
    left = Counter({_entry_key(e): e.count for e in baseline.findings})
    publications = tuple(_accepted(p, place_of(p.path, folder), left) for p in report.publications)
    checked = {place_of(p.path, folder) for p in report.publications}
    stale = [_stale(key, str(file)) for key, count in sorted(left.items()) if count > 0 and key[0] in checked]
    return replace(report, publications=publications, across=(*report.across, *stale))


def _accepted(
    publication: PublicationReport, place: str, left: Counter[tuple[str, str, str, str]]
) -> PublicationReport:
    results = []
    for result in publication.results:
        key = _key(place, result)
        known = _counts(result) and left[key] > 0
        if known:
            left[key] -= 1
        results.append(replace(result, baselined=True) if known else result)
    if publication.error is not None:
        return publication
    return replace(publication, results=tuple(results), outcome=overall(results))


def _counts(result: Result) -> bool:
    return result.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW) and not result.suppressed


def _key(place: str, result: Result) -> tuple[str, str, str, str]:
    return place, result.requirement, result.code, _content(result.values.values(), result)


def _content(values: Iterable[Value], result: Result) -> str:
    said = "\0".join([*map(identity, values), *(e.quote for e in result.evidence)])
    return hashlib.sha256(" ".join(said.split()).encode()).hexdigest()[:16]


def _entry_key(entry: Entry) -> tuple[str, str, str, str]:
    return entry.path, entry.requirement, entry.code, entry.content


def _stale(key: tuple[str, str, str, str], file: str) -> Result:
    path, requirement, _, content = key
    return advised("baseline-stale", {"path": path, "requirement": requirement}, where_written(file, content))
