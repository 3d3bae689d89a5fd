"""What is remembered of a file is forgotten when anything that decides has changed."""

from pathlib import Path

from publicity_check.cache import program


def test_a_library_that_was_edited_decides_anew(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    module = tmp_path / "checks" / "emblem.py"
    module.write_text("ASKED = True\n", encoding="utf-8")
    before = program(tmp_path)
    assert program(tmp_path) == before
    module.write_text("ASKED = False\n", encoding="utf-8")
    edited = program(tmp_path)
    (tmp_path / "new.py").touch()
    assert len({before, edited, program(tmp_path), program()}) == 4
