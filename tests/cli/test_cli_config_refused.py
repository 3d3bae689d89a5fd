"""A configuration that cannot be right, or writes elsewhere, is refused in a sentence that names file and key."""

import os
from pathlib import Path

import pytest

from command_line import run
from pages import latvian

PROJECT = "[[project]]\nnumber = 'LLI-422'\n"

REFUSED = [
    ('exclude = "drafts/"', 'key exclude: write it as a list: ["drafts/"]'),
    ("[[bind]]\npaths = '/erasmus/'\nrules = 'x'", 'key bind[0].paths: write it as a list: ["/erasmus/"]'),
    ("[[suppress]]\ncheck = 'budget'", "key suppress[0]: the key reason is missing"),
    (PROJECT + "total = '176 680,75'", 'key project[0].total: "176 680,75" is no number; write 176680.75'),
    (PROJECT + "eu = '€ 1.234.567,80'", "write 1234567.80"),
    (PROJECT + "total = 'about a million'", "is no number; write it as 176680.75"),
    (PROJECT + "total = nan", "key project[0].total: NaN cannot be"),
    (PROJECT + "eu = inf", "key project[0].eu: Infinity cannot be"),
    (PROJECT + "total = '1e999999'", "key project[0].total: 1E+999999 cannot be"),
    (PROJECT + "total = '-5'", "key project[0].total: -5 cannot be"),
    (PROJECT + "rate = '1e9'", "key project[0].rate"),
    (PROJECT + "rate = 101", "write a rate in per cent, such as 85"),
    (PROJECT + "[[project.partners]]\nname = 'Upes novads'\neu = '-1'", "key project[0].partners[0].eu"),
    (PROJECT + "total = true", "key project[0].total: write a number"),
    (PROJECT + "total = " + "9" * 5000, "key total: a number has too many digits"),
    (PROJECT + "titles = { latvian = 'Upe' }", 'name a language by its two letters: "lv"'),
    ("[project]\nnumber = 'x'", "write its header in double brackets: [[project]]"),
    ("[[projects]]\nnumber = 'x'", ':1: key projects: there is no such key; did you mean "project"?'),
    ("lang = ['lv']", "key lang: write one text in quotes"),
    ("lang = 5", "key lang: write it in quotes"),
    ("lang = 'xx'", 'key lang: there are no reports in "xx"; choose from en, lt, lv'),
    ("strict = 'yes'", "key strict: write true or false"),
    ("[[suppress]]\ncheck = 'budget'\nreason = 'r'\npath = 'a'\nuntil = 'soon'", "write a day as 2027-03-31"),
    (PROJECT + "total = 5\n" + PROJECT + "total = 6", "is declared twice, with different total: 5 and 6"),
    ("exclude = ['!']", 'key exclude: "!" is no pattern'),
    ("output = ['pdf']", 'publicity-check.toml: key output: there is no format "pdf"'),
    ("a = " + "[" * 5000, "is nested too deeply"),
    ("site_footer = ['<']", 'key site_footer: "<" is no CSS selector'),
]


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=[says[:60] for _, says in REFUSED])
def test_a_configuration_that_cannot_be_right_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], folder: Path, text: str, says: str
) -> None:
    (folder / "page.html").write_bytes(latvian())
    (folder / "publicity-check.toml").write_text(text, encoding="utf-8")
    status, out, err = run(capsys, "check", "page.html")
    told = [line for line in err.splitlines() if line.startswith(("publicity-check: ", "Error: "))]
    assert (status, out, len(told)) == (2, "", 1)
    assert "publicity-check.toml" in told[0]
    assert says in told[0]
    assert len(told[0]) < 400


@pytest.mark.parametrize("option", ["--config", "--rules-folder"])
def test_what_is_no_ordinary_file_is_not_read(capsys: pytest.CaptureFixture[str], folder: Path, option: str) -> None:
    (folder / "page.html").write_bytes(latvian())
    (folder / "endless").mkdir()
    (folder / "endless" / "own.toml").symlink_to("/dev/zero")
    given = folder / "endless" if option == "--rules-folder" else folder / "endless" / "own.toml"
    status, _, err = run(capsys, "check", option, str(given), "page.html")
    assert status == 2
    assert "own.toml" in err
    assert "no ordinary file" in err
    os.mkfifo(folder / "endless" / "pipe.toml")
    assert "no ordinary file" in run(capsys, "check", "--config", "endless/pipe.toml", "page.html")[2]


@pytest.mark.parametrize(
    "arguments", [("check", "--lang", "xx", "page.html"), ("check", "--lang", "english", "page.html")]
)
def test_a_language_without_reports_is_wrong_use(
    capsys: pytest.CaptureFixture[str], folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / "page.html").write_bytes(latvian())
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert "--lang: there are no reports in" in err
    assert run(capsys, "check", "--lang", "lv-LV", "page.html")[0] == 0


@pytest.mark.usefixtures("folder")
def test_a_language_of_a_statement_is_one_of_those_that_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "statement", "--rules", "horizon-europe-2021-2027", "--lang", "xx")
    assert status == 2
    assert '--lang: there is no language "xx"' in err


@pytest.fixture
def checkout(folder: Path) -> Path:
    """Return a folder whose configuration may have come with its pages."""
    inner = folder / "checkout"
    inner.mkdir()
    (inner / "page.html").write_bytes(latvian())
    (folder / "outside.json").write_text("kept")
    return inner


@pytest.mark.parametrize("target", ["../outside.json", "{folder}/outside.json", "link.json", "/dev/null", "pipe"])
def test_a_configuration_that_is_found_writes_nothing_outside_its_folder(
    capsys: pytest.CaptureFixture[str], checkout: Path, target: str
) -> None:
    (checkout / "link.json").symlink_to("../outside.json")
    os.mkfifo(checkout / "pipe")
    config = checkout / "publicity-check.toml"
    config.write_text(f'output = ["json = {target.format(folder=checkout.parent)}"]')
    status, _, err = run(capsys, "check", str(checkout))
    assert status == 2
    assert "its own folder only" in err
    assert (checkout.parent / "outside.json").read_text() == "kept"
    assert (checkout / "link.json").is_symlink()


def test_outputs_are_relative_to_the_configuration_and_one_that_is_named_may_write_anywhere(
    capsys: pytest.CaptureFixture[str], checkout: Path
) -> None:
    config = checkout / "publicity-check.toml"
    config.write_text('output = ["json=inside.json"]')
    assert run(capsys, "check", str(checkout))[0] == 0
    assert (checkout / "inside.json").read_text().startswith("{")
    config.write_text('output = ["json=../outside.json"]')
    assert run(capsys, "check", "--config", str(config), str(checkout))[0] == 0
    assert (checkout.parent / "outside.json").read_text().startswith("{")


@pytest.mark.parametrize("target", ["{page}", "publicity-check.toml"])
def test_a_report_never_replaces_what_was_read(capsys: pytest.CaptureFixture[str], checkout: Path, target: str) -> None:
    page = next(checkout.rglob("*.html"))
    before = page.read_bytes()
    config = checkout / "publicity-check.toml"
    config.write_text(f'output = ["json={target.format(page=page.relative_to(checkout))}"]')
    status, _, err = run(capsys, "check", str(checkout))
    assert status == 2
    assert "would replace" in err
    assert page.read_bytes() == before
    assert config.read_text().startswith("output")


def test_a_baseline_of_a_configuration_that_is_found_stays_in_its_folder(
    capsys: pytest.CaptureFixture[str], checkout: Path
) -> None:
    (checkout / "publicity-check.toml").write_text('baseline = "../outside-baseline.json"')
    assert run(capsys, "baseline", str(checkout))[0] == 2
    assert not (checkout.parent / "outside-baseline.json").exists()


def test_a_report_is_written_through_links_and_into_devices(capsys: pytest.CaptureFixture[str], checkout: Path) -> None:
    real = checkout / "real.json"
    real.write_text("old")
    real.chmod(0o600)
    (checkout / "link.json").symlink_to("real.json")
    assert run(capsys, "check", "--output", f"json={checkout / 'link.json'}", str(checkout))[0] == 0
    assert (checkout / "link.json").is_symlink()
    assert real.read_text().startswith("{")
    assert real.stat().st_mode & 0o777 == 0o600
    assert run(capsys, "check", "--output", "json=/dev/null", str(checkout))[0] == 0
    assert not Path("/dev/null").is_file()
    status, _, err = run(capsys, "check", "--output", "json=/dev/full", str(checkout))
    assert status == 2
    assert "/dev/full: cannot be written" in err
