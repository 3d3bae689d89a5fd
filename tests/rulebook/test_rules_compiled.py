"""The compiled form of the rules: as good as the rules themselves, and never older than they are."""

import shutil
from pathlib import Path

import pytest

from publicity_check.errors import RulesError
from publicity_check.rulebook.compiled import COMPILED, cache_folder, compile_files, digest, read_files
from publicity_check.rulebook.load import builtin, builtin_folder, load, load_compiled, load_folders

ACT = """
[[act]]
id = "river-guide"
name = "River guide"
known = "text"
read = "2026-11-28"
sources = ["https://example.eu/guide"]
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a small folder of rules and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "rules"
    for file in ("wordings/cofunded.toml", *(f"languages/lv/{name}.toml" for name in ("names", "grammar", "money"))):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(builtin_folder() / file, folder / file)
    return folder


def test_the_compiled_form_holds_exactly_what_the_files_hold(rules: Path) -> None:
    files = tuple(read_files(builtin_folder()))
    shutil.copytree(builtin_folder(), rules, dirs_exist_ok=True)
    (rules / COMPILED).write_bytes(compile_files(files))
    compiled, read = load_compiled(rules), load_folders([builtin_folder()])
    assert compiled.sha256 == read.sha256
    assert (compiled.wordings, compiled.packs) == (read.wordings, read.packs)
    assert (compiled.numbers, compiled.languages) == (read.numbers, read.languages)
    assert (compiled.acts, compiled.version) == (read.acts, read.version)


def test_an_installed_library_has_the_compiled_form_alone(tmp_path: Path) -> None:
    (tmp_path / COMPILED).write_bytes(compile_files(tuple(read_files(builtin_folder()))))
    installed, read = load_compiled(tmp_path), load_folders([builtin_folder()])
    assert (installed.sha256, installed.version) == (read.sha256, read.version)
    assert installed.packs == read.packs


def test_rules_of_ones_own_are_added_to_those_that_come_along(rules: Path) -> None:
    (rules / "version.toml").write_text('version = "river-3"', encoding="utf-8")
    for known in ("wordings/cofunded.toml", "languages/lv"):
        shutil.rmtree(rules / known) if (rules / known).is_dir() else (rules / known).unlink()
    (rules / "acts.toml").write_text(ACT, encoding="utf-8")
    own = load([rules])
    assert own.packs == builtin().packs
    assert own.acts["river-guide"].act == "River guide"
    assert own.version == f"{builtin().version}+river-3"
    assert own.sha256 != builtin().sha256


def test_an_act_that_is_not_there_is_named_with_the_nearest(rules: Path) -> None:
    (rules / "packs").mkdir()
    shutil.copy(builtin_folder() / "packs" / "erasmus-plus-2014-2020.toml", rules / "packs")
    (rules / "acts.toml").write_text(ACT.replace('"river-guide"', '"emblem-guidelines-2013"'), encoding="utf-8")
    with pytest.raises(RulesError, match=r"key clauses: there is no"):
        load_folders([rules])


def test_a_second_load_is_served_from_the_cache_folder(rules: Path) -> None:
    first = load_compiled(rules)
    kept = list(cache_folder().glob("rules-*.json"))
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes().replace(b"Co-funded by the European Union", b"Kept in the cache"))
    assert load_compiled(rules).wordings["cofunded"].title == "Kept in the cache"
    assert first.wordings["cofunded"].title == "Co-funded by the European Union"


def test_a_changed_rule_is_seen_at_once_although_an_older_form_is_kept_and_shipped(rules: Path) -> None:
    (rules / COMPILED).write_bytes(compile_files(tuple(read_files(rules))))
    load_compiled(rules)
    wording = rules / "wordings" / "cofunded.toml"
    wording.write_text(wording.read_text().replace('title = "Co-funded', 'title = "Changed: co-funded'))
    assert load_compiled(rules).wordings["cofunded"].title.startswith("Changed")


def test_a_damaged_file_in_the_cache_is_read_past(rules: Path) -> None:
    sha256 = digest(tuple(read_files(rules)))
    load_compiled(rules)
    next(cache_folder().glob("rules-*.json")).write_bytes(b'{"sha256":"' + sha256.encode() + b'","wor')
    assert set(load_compiled(rules).wordings) == {"cofunded"}


def test_only_the_newest_form_is_kept(rules: Path) -> None:
    load_compiled(rules)
    (rules / "wordings" / "cofunded.toml").unlink()
    load_compiled(rules)
    assert len(list(cache_folder().iterdir())) == 1


def test_rules_load_where_nothing_can_be_kept(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = rules / "languages" / "lv" / "names.toml"
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert set(load_compiled(rules).languages) == {"lv"}


def test_a_mistake_is_named_with_file_and_key(rules: Path) -> None:
    path = rules / "wordings" / "cofunded.toml"
    path.write_text(path.read_text().replace("title =", "titel =", 1))
    with pytest.raises(RulesError, match=r"cofunded\.toml.*titel"):
        load_compiled(rules)
