"""The report on a whole run, put together from the reports on its parts: one for each configuration that applies."""

import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from publicity_check.config.places import where_declared
from publicity_check.judging.across import differences
from publicity_check.judging.declarations import advised
from publicity_check.results import Outcome, PublicationReport, Report, Result


def whole(parts: Sequence[Report], *, compare: bool = True, allow_empty: bool = False, config: str = "") -> Report:
    """Return the parts as one report, in the order of paths.

    With ``compare`` it tells what the publications say differently. A run that checked no publication is an error
    unless ``allow_empty``; ``config`` is the file that may be the reason.
    """
    publications = tuple(sorted((p for part in parts for p in part.publications), key=lambda p: p.path))
    across = [*(differences(publications) if compare else ()), *(r for part in parts for r in part.across)]
    if not allow_empty and all(map(_says_nothing, publications)):
        across.append(_nothing_checked(config))
    digests = list(dict.fromkeys(part.rules_sha256 for part in parts))
    return Report(
        publications,
        rules_version=parts[0].rules_version,
        rules_sha256=digests[0] if len(digests) == 1 else hashlib.sha256("".join(sorted(digests)).encode()).hexdigest(),
        across=tuple(across),
        strict=any(part.strict for part in parts),
        skipped=tuple(sorted((s for part in parts for s in part.skipped), key=lambda s: s.path)),
        runs=tuple(run for part in parts for run in part.runs),
    )


def _says_nothing(publication: PublicationReport) -> bool:
    """Say whether a publication was read and held no text to judge; one that cannot be read is an error already."""
    return publication.error is None and publication.headline == "drawn-by-script"


def _nothing_checked(config: str) -> Result:
    told = advised("nothing-checked", {}, where_declared(config, "include"))
    return replace(told, level="must", outcome=Outcome.ERROR, kind=None)
