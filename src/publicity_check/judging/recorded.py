"""What was asked of a run, so that a report tells it and two that were asked differently do not look alike."""

import hashlib
from collections.abc import Iterable

import msgspec

from publicity_check.config.model import Config
from publicity_check.judging.evaluate import Options
from publicity_check.registers.registers import Registers
from publicity_check.results import PublicationReport, RegisterUsed, RunRecord


def recorded(
    options: Options, registers: Registers, reports: Iterable[PublicationReport], *, strict: bool
) -> RunRecord:
    """Return what was asked of a run that gave some reports."""
    config = options.config
    dated = any(s.until for s in config.suppress) or any(
        r.suppressed is not None and r.suppressed.until for p in reports for r in p.results
    )
    return RunRecord(
        options.config_name,
        digest(config),
        options.rules,
        options.funded,
        options.medium or config.medium or "",
        strict,
        options.today.isoformat() if dated and options.today else "",
        tuple(
            RegisterUsed(
                r.file,
                r.sha256,
                r.sheet,
                r.layout.kind.id if r.layout.kind else "",
                {str(field): name for field, name in r.layout.names.items()},
                len(r),
                len(r.bad),
            )
            for r in registers.all
        ),
    )


def digest(config: Config) -> str:
    """Return the SHA-256 of what a configuration says, whatever its layout; where reports go is no part of it."""
    told = msgspec.structs.replace(config, output=(), lang="")
    return hashlib.sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()
