"""The guide to writing rules tells the truth: its own pack and wording load, and its list of roles is whole."""

import re
from pathlib import Path

from publicity_check.prove import unproved
from publicity_check.rulebook import builtin
from publicity_check.rulebook.load import builtin_folder
from publicity_check.rulebook.packs import Pack, Requirement
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
    keys = [*Pack.__struct_encode_fields__, *Requirement.__struct_encode_fields__]
    unexplained = [key for key in keys if f"`{key}`" not in README]
    assert [key for key in unexplained if key not in ("drop", "requirement", "example")] == []


def test_the_guide_lists_every_role_that_the_languages_use() -> None:
    roles = {phrase.role for language in builtin().languages.values() for phrase in language.money.roles}
    assert sorted(role for role in roles if f"`{role}`" not in README) == []
