"""Puts the rules into the wheel in their compiled form; an editable installation uses ``rules/`` itself.

So an installed library need not read hundreds of TOML files.
"""

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled form of the folder ``rules/`` to a wheel, as ``publicity_check/rules/compiled.json``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the rules unless the installation is editable."""
        if version == "editable":
            return
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location(
            "compiled", root / "src" / "publicity_check" / "rulebook" / "compiled.py"
        )
        assert spec is not None and spec.loader is not None  # noqa: S101, PT018
        compiled = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(compiled)
        target = Path(tempfile.mkdtemp()) / compiled.COMPILED
        target.write_bytes(compiled.compile_files(tuple(compiled.read_files(root / "rules"))))
        build_data["force_include"][str(target)] = f"publicity_check/rules/{compiled.COMPILED}"
