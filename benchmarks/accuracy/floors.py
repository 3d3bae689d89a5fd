"""Floors: what was reached once must not be lost. They rise freely and fall only with a reason that stays on record."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.measured import Data, headline

FILE = Path(__file__).parent / "floors.toml"
TOLERANCE = 0.002
"""How far below its floor a measure may come: a case or two of the smaller sets."""
HEAD = """# What the tool must reach. Written by "python -m benchmarks.accuracy --pin"; it sinks only by --lower.
# "digest" is that of the set the floors were measured on: a changed set must be measured and pinned anew.
"""


@dataclass(frozen=True)
class Breach:
    """One reason why a run does not hold: a measure below its floor, or a set that is not the one measured."""

    text: str


def read(path: Path = FILE) -> dict[str, Any]:
    """Return the pinned floors by set, and the record of those lowered."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def breaches(name: str, data: Data, pinned: dict[str, Any], tolerance: float = TOLERANCE) -> list[Breach]:
    """Return what keeps a measured set from holding its floors."""
    entry = pinned.get(name)
    if entry is None:
        return [Breach(f'nothing is pinned for the set "{name}": run with --pin')]
    if entry["digest"] != data["digest"]:
        return [
            Breach(f'the set "{name}" has changed since its floors were pinned: measure and pin it anew with --pin')
        ]
    reached = headline(data)
    found = []
    for measure, floor in entry["floors"].items():
        value = reached.get(measure)
        if value is None:
            found.append(Breach(f"{name}: {measure} is no longer measured"))
        elif value < floor - tolerance:
            found.append(Breach(f"{name}: {measure} is {value:.4f}, below its floor of {floor:.4f}"))
    return found


def pin(name: str, data: Data, pinned: dict[str, Any], reason: str = "") -> dict[str, Any]:
    """Return the floors with a set's measures pinned; ``ValueError`` if one would fall and there is no reason."""
    reached = headline(data)
    old = pinned.get(name, {}).get("floors", {})
    fallen = {measure: (old[measure], reached.get(measure, 0.0)) for measure in old if _falls(measure, old, reached)}
    if fallen and not reason:
        lines = "; ".join(f"{measure} from {was:.4f} to {now:.4f}" for measure, (was, now) in fallen.items())
        raise ValueError(f'these floors of "{name}" would fall, which needs --lower "reason": {lines}')
    record = [
        {"set": name, "measure": measure, "from": was, "to": now, "reason": reason}
        for measure, (was, now) in fallen.items()
    ]
    entry = {"digest": data["digest"], "publications": data["publications"], "floors": dict(sorted(reached.items()))}
    return {**pinned, name: entry, "lowered": [*pinned.get("lowered", []), *record]}


def _falls(measure: str, old: dict[str, float], reached: dict[str, float]) -> bool:
    return reached.get(measure, 0.0) < old[measure]


def write(pinned: dict[str, Any], path: Path = FILE) -> None:
    """Write the floors."""
    lines = [HEAD]
    for name, entry in pinned.items():
        if name == "lowered":
            continue
        lines += [f"[{name}]", f'digest = "{entry["digest"]}"', f"publications = {entry['publications']}", ""]
        lines += [f"[{name}.floors]"]
        lines += [f"{json.dumps(measure)} = {value}" for measure, value in entry["floors"].items()] + [""]
    for entry in pinned.get("lowered", []):
        lines += [
            "[[lowered]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()),
            "",
        ]
    path.write_text("\n".join(lines).rstrip() + "\n", "utf-8")
