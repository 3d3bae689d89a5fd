"""The rules: wordings, packs, kinds of project number and languages, loaded from ``rules/``."""

from publicity_check.rulebook.load import Rulebook, builtin, load

__all__ = ["Rulebook", "builtin", "load"]
