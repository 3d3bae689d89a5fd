"""Examples of publications with the outcomes that a rule pack must give them; read by the tests and the documentation.

They stand in ``rules/examples/``, a file for each pack, so that checking a publication need not read them.
"""

from pathlib import Path

from publicity_check.errors import RulesError
from publicity_check.rulebook.common import Data, Slug
from publicity_check.rulebook.load import Rulebook, builtin_folder
from publicity_check.rulebook.packs import Example
from publicity_check.rulebook.toml import read_toml


class ExampleFile(Data, frozen=True, kw_only=True):
    """The examples of one pack: ``pack`` is its id, which the file is named by."""

    pack: Slug
    example: tuple[Example, ...]


def examples(rulebook: Rulebook, folder: Path | None = None) -> dict[str, tuple[Example, ...]]:
    """Return the examples of every pack that has some: those in ``examples/`` and those in the pack itself.

    ``folder`` is the folder of rules, the library's own if not given. Raises
    :class:`~publicity_check.errors.RulesError` with file and key for every mistake.
    """
    found = {pack.id: pack.example for pack in rulebook.packs.values() if pack.example}
    for path in sorted(((folder or builtin_folder()) / "examples").glob("*.toml")):
        read = read_toml(path, path.read_bytes(), ExampleFile, RulesError)
        if read.pack not in rulebook.packs:
            raise RulesError(f'{path}: key pack: there is no rule pack "{read.pack}"')
        found[read.pack] = found.get(read.pack, ()) + read.example
    return found
