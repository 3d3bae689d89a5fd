from decimal import Decimal
from pathlib import Path

import pytest

from publicity_check.config.load import find_config, read_config
from publicity_check.config.model import Config
from publicity_check.config.scope import bound_projects, bound_rules, matches, wanted
from publicity_check.errors import ConfigError
from publicity_check.paths import place_of


def written(folder: Path, text: str) -> Path:
    path = folder / "publicity-check.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_configuration_is_read_with_its_types(tmp_path: Path) -> None:
    config = read_config(
        written(
            tmp_path,
            """
strict = true
exclude = ["drafts/"]
[[project]]
number = "LLI-444"
total = "1000.50"
titles = { lv = "Zaļā upe" }
[[project.partners]]
name = "Upes novads"
rate = 85
[[suppress]]
check = "eu-link"
path = "/shop/**"
reason = "the template allows no links"
until = 2027-03-31
""",
        )
    )
    assert config.strict
    assert config.project[0].total == Decimal("1000.50")
    assert config.project[0].partners[0].rate == 85
    assert config.suppress[0].until is not None
    assert config.suppress[0].until.year == 2027


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        (
            "strict = true\n[[project]]\nnumber = 'x'\n[[project]]\nnumber = 'y'\ntitel = 'z'\n",
            6,
            'did you mean "titles"?',
        ),
        ("stict = true", 1, 'did you mean "strict"?'),
        ("[[project]]\nnumber = 'x'\n[[project.partners]]\nname = 'p'\ntotl = 1\n", 5, 'did you mean "total"?'),
        ("[[suppress]]\ncheck = 'eulink'\nreason = 'r'\npath = 'x'\n", 2, 'did you mean "eu-link"?'),
        ("strict = 'yes'", 1, "write true or false"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_nearest_key(tmp_path: Path, text: str, line: int, hint: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        read_config(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert hint in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[suppress]]\ncheck = 'eu-link'\nreason = ' '\npath = 'x'", "say why"),
        ("[[suppress]]\ncheck = 'eu-link'\nreason = 'r'", "name the place"),
        ("[[project]]\nrules = 'x'", "give the project's number"),
        ("= 1", "not valid TOML"),
    ],
)
def test_an_unusable_entry_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        read_config(written(tmp_path, text))


def test_a_configuration_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "publicity-check.toml"
    path.write_bytes("lang = 'lv' # š".encode("cp1257"))
    with pytest.raises(ConfigError, match="UTF-8"):
        read_config(path)


def test_the_nearest_configuration_above_a_file_applies(tmp_path: Path) -> None:
    outer = written(tmp_path, "")
    inner_folder = tmp_path / "a" / "b"
    inner_folder.mkdir(parents=True)
    assert find_config(inner_folder / "page.html") == outer.resolve()
    inner = written(tmp_path / "a", "")
    assert find_config(inner_folder / "page.html") == inner.resolve()


def test_patterns_are_those_of_a_gitignore() -> None:
    config = Config(exclude=("drafts/", "*.amp.html", "!keep.amp.html"), include=("site/**",))
    assert wanted(config, "site/a.html")
    assert wanted(config, "site/keep.amp.html")
    assert not wanted(config, "site/drafts/a.html")
    assert not wanted(config, "site/b.amp.html")
    assert not wanted(config, "other/a.html")
    assert not matches((), "site/a.html")


def test_paths_bind_files_to_projects_and_packs(tmp_path: Path) -> None:
    config = read_config(
        written(
            tmp_path,
            "[[project]]\nnumber='LLI-1'\npaths=['/projekti/open-up/**']\n[[bind]]\npaths=['/erasmus/']\nrules='erasmus'\n",
        )
    )
    assert [p.number for p in bound_projects(config.project, "projekti/open-up/a/index.html")] == ["LLI-1"]
    assert bound_projects(config.project, "en/projekti/open-up/index.html") == ()
    assert bound_rules(config, "erasmus/index.html") == ("erasmus",)


def test_a_place_is_seen_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    assert place_of(tmp_path / "site" / "a.html", tmp_path) == "site/a.html"
    assert place_of(str(tmp_path / "a.html"), tmp_path / "site") == "../a.html"
    assert place_of("https://upe.lv/a.html", tmp_path) == "https://upe.lv/a.html"


def test_the_place_of_a_file_reached_by_a_link_is_that_in_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "site" / "lv").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "site" / "lv", target_is_directory=True)
    for name in ("a.html", "b.html"):
        assert place_of(tmp_path / "link" / name, tmp_path / "site") == f"lv/{name}"
        assert place_of(tmp_path / "link" / ".." / name, tmp_path / "site" / "lv") == f"../{name}"
