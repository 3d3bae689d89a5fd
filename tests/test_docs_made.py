"""The pages that follow from the rules show what the rules say."""

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


def test_the_page_of_a_pack_shows_duty_basis_wording_source_and_example() -> None:
    page = PAGES[Path("programmes/interreg-latvia-lithuania-2014-2020.md")]
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
    packs = [path.stem for path in PAGES if path.parts[0] == "programmes" and path.stem != "index"]
    assert [pack for pack in packs if f"| [{pack}](programmes/{pack}.md) |" not in table] == []
