"""The pages that follow from the rules are up to date."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "tools" / "make_docs.py"
if not SCRIPT.exists():
    pytest.skip("the script that makes the pages is not part of this copy", allow_module_level=True)
SPEC = importlib.util.spec_from_file_location("make_docs", SCRIPT)
assert SPEC is not None
assert SPEC.loader is not None
make_docs = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_docs)
PAGES: dict[Path, str] = make_docs.pages()
HINT = "run `make docs`"


def test_no_page_is_stale() -> None:
    stale = [
        str(path)
        for path, text in PAGES.items()
        if not (ROOT / "docs" / path).exists() or (ROOT / "docs" / path).read_text(encoding="utf-8") != text
    ]
    assert stale == [], HINT


def test_no_page_is_left_of_a_pack_or_check_that_is_gone() -> None:
    there = {
        p.relative_to(ROOT / "docs") for folder in ("packs", "checks") for p in (ROOT / "docs" / folder).glob("*.md")
    }
    assert there <= PAGES.keys(), HINT


def test_the_page_of_a_pack_shows_duty_basis_wording_source_and_example() -> None:
    page = PAGES[Path("packs/interreg-latvia-lithuania-2014-2020.md")]
    for shown in (
        "### [disclaimer](../checks/disclaimer.md)",
        "**must** · basis: practice",
        "nekādos apstākļos nav uzskatāms par Eiropas Savienības oficiālo nostāju",
        "https://www.jkp.lv/notikumi/projekts-home/",
        "European Regional Development Fund",
        "```html",
    ):
        assert shown in page


def test_the_coverage_table_has_a_row_for_every_pack() -> None:
    table = PAGES[Path("coverage.md")]
    packs = [path.stem for path in PAGES if path.parts[0] == "packs" and path.stem != "README"]
    assert [pack for pack in packs if f"| [{pack}](packs/{pack}.md) |" not in table] == []
