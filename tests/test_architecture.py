"""The contracts of the house speak of every room in it."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = {"__init__", "__main__", "cli"}
"""The command line, and the door that opens the rest lazily."""


def test_every_room_of_the_library_is_forbidden_to_import_click() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (contract,) = [c for c in contracts if c.get("forbidden_modules") == ["click"]]
    rooms = {
        p.stem
        for p in (ROOT / "src" / "publicity_check").iterdir()
        if p.suffix == ".py" or (p / "__init__.py").is_file()
    }
    assert {m.removeprefix("publicity_check.") for m in contract["source_modules"]} == rooms - PROGRAM
