"""The guide to writing rules tells the truth: its own pack and wording load, and no key is left out."""

import re
from pathlib import Path
from typing import get_args

import pytest

from publicity_check.prove import unproved
from publicity_check.rulebook.common import Data
from publicity_check.rulebook.currencies import Currencies
from publicity_check.rulebook.languages import Cue, Grammar, Money, Names
from publicity_check.rulebook.load import builtin_folder
from publicity_check.rulebook.numbers import NumberKind
from publicity_check.rulebook.packs import Pack, Requirement, Unchecked
from publicity_check.rulebook.toml import types_in
from publicity_check.rulebook.validate import problems

README = (builtin_folder() / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)


def test_the_pack_wording_and_example_of_the_guide_have_no_mistakes(tmp_path: Path) -> None:
    pack, acts, wording, example = BLOCKS
    (tmp_path / "acts.toml").write_text(acts, encoding="utf-8")
    for folder, text in (("packs", f"{pack}\n{example}"), ("wordings", wording)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "interreg-river-2021-2027.toml").write_text(text, encoding="utf-8")
    assert problems([tmp_path]) == []
    assert unproved([tmp_path]) == []


def test_the_guide_explains_every_key_of_a_pack_and_a_duty() -> None:
    keys = [*Pack.__struct_encode_fields__, *Requirement.__struct_encode_fields__, *Unchecked.__struct_encode_fields__]
    unexplained = [key for key in keys if f"`{key}`" not in README]
    assert [key for key in unexplained if key not in ("drop", "requirement", "unchecked", "example")] == []


@pytest.mark.parametrize("kind", [Names, Grammar, Money, Currencies, NumberKind], ids=lambda kind: kind.__name__)
def test_the_guide_explains_every_key_of_a_language_of_currencies_and_of_numbers(kind: type[Data]) -> None:
    structs = [t for t in types_in(kind) if isinstance(t, type) and issubclass(t, Data)]
    keys = {key for struct in structs for key in struct.__struct_encode_fields__}
    assert sorted(key for key in keys if not re.search(rf"`\[*{re.escape(key)}[`.\]]", README)) == []


def test_the_guide_explains_every_list_of_cues() -> None:
    assert sorted(cue for cue in get_args(Cue) if f"`{cue}`" not in README) == []
