"""Puts the rules into the wheel, as ``publicity_check/rules``; an editable installation uses ``rules/`` itself."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the folder ``rules/`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the rules unless the installation is editable."""
        if version != "editable":
            build_data["force_include"]["rules"] = "publicity_check/rules"
