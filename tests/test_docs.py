"""The pages that people write tell the truth: rooms, commands, keys and public names are there."""

import re
import tomllib
from pathlib import Path

import click
import pytest

import publicity_check
from publicity_check.cli import group
from publicity_check.config.load import read_config
from publicity_check.config.model import Config

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
if not (ROOT / "mkdocs.yml").exists():
    pytest.skip("the documentation is not part of this copy", allow_module_level=True)
SOURCE = ROOT / "src" / "publicity_check"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "rules" / "README.md", *sorted(DOCS.glob("*.md"))]
DESIGN = (DOCS / "design.md").read_text(encoding="utf-8")


def test_every_path_that_the_design_names_exists() -> None:
    named = set(re.findall(r"`((?:\w+/)+(?:[\w.]+\.\w+)?|\w+\.py)`", DESIGN))
    assert len(named) > 40
    places = (SOURCE, ROOT, ROOT / "rules", *SOURCE.rglob("*/"))
    assert sorted(name for name in named if not any((place / name).exists() for place in places)) == []


def test_the_design_names_every_room() -> None:
    rooms = {
        f"{path.parent.relative_to(SOURCE).as_posix()}/"
        for path in SOURCE.rglob("__init__.py")
        if path.parent != SOURCE
    }
    rooms |= {path.name for path in SOURCE.glob("*.py") if not path.name.startswith("_")}
    # The checks' sub-rooms are named without their parent, in its row.
    named = {room for room in rooms if f"`{room}`" in DESIGN or f"`{room.removeprefix('checks/')}`" in DESIGN}
    assert sorted(rooms - named) == []


def test_the_design_has_the_rooms_in_the_order_of_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    rank = {name.split(".")[-1]: n for n, layer in enumerate(layers) for name in layer.split(" | ")}
    rows = re.findall(r"^\| (`.*?) \|", DESIGN[DESIGN.index("## The rooms") : DESIGN.index("Beside the source")], re.M)
    rooms = [re.split(r"[/.]", name)[0] for row in rows for name in re.findall(r"`(.*?)`", row)]
    ranks = [rank[room] for room in rooms if room in rank]
    assert len(ranks) > 20
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w./-])((?:src|tests|rules|docs|benchmarks|tools|examples)/[\w./-]*\w)", text))
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def commands(page: Path) -> list[list[str]]:
    """Return the calls of the command line that a page shows, split into words."""
    text = page.read_text(encoding="utf-8")
    return [call.split() for call in re.findall(r"(?:^ {4}|run: |`|- )publicity-check ([^`\n#]+)", text, re.MULTILINE)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_shows_exists_with_its_options(page: Path) -> None:
    wrong = []
    for words in commands(page):
        command: click.Command | None = group
        for word in words:
            if isinstance(command, click.Group) and not word.startswith("-"):
                command = command.get_command(click.Context(command), word)
            elif word.startswith("--") and command is not None:
                options = {name for parameter in command.params for name in parameter.opts}
                command = command if word.split("=")[0] in options else None
        if command is None:
            wrong.append(" ".join(words))
    assert wrong == []


def test_the_configuration_that_the_guide_shows_is_read(tmp_path: Path) -> None:
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", (DOCS / "ci.md").read_text("utf-8"), re.DOTALL)):
        file = tmp_path / f"{number}.toml"
        file.write_text(block, encoding="utf-8")
        assert read_config(file) != Config()


def test_the_reference_of_the_library_has_every_public_name() -> None:
    text = (DOCS / "library.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^::: publicity_check\.(\w+)$", text, re.MULTILINE))
    assert shown == {name for name in publicity_check.__all__ if name != "__version__"}


def test_every_target_of_make_that_a_page_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        t for page in PAGES for t in re.findall(r"(?:`|^ {4})make (\w[\w-]*)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert sorted(target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)) == []
