"""What the command line tells about the rules, and how a user's own packs prove themselves."""

from pathlib import Path

import pytest

from command_line import run

PACK = """
id = "river-fund-2021-2027"
period = "2021-2027"
family = "river-fund"
extends = ["shared-management-2021-2027"]
completeness = "partial"
unknown = ["The rules of the river authority are not known."]
short_names = ["River Fund Programme"]
verified = "own-knowledge"
sources = ["https://example.org/river"]

[title]
en = "River Fund Programme 2021–2027"

[[requirement]]
id = "disclaimer"
check = "disclaimer"
level = "should"
basis = "practice"
ask = "Say who answers for the content."
known = "memory"
wordings = ["river-disclaimer"]

[[example]]
title = "In order"
language = "en"
outcome = "passed"
html = '''
<p>The River Fund Programme pays for the new pier of our town. Co-funded by the European Union.</p>
<p>What is written here is the opinion of Linden Town Council and binds neither the fund nor the river authority.</p>
<img src="eu-emblem.png" alt="Emblem of the European Union">
'''
outcomes = { disclaimer = "passed", emblem = "passed" }
"""
WORDING = """
id = "river-disclaimer"
title = "Disclaimer of the River Fund"

[[part]]
check = "disclaimer"
language = "en"
text = "What is written here is the opinion of {beneficiary} and binds neither the fund nor the river authority."
key_phrases = ["opinion of", "binds neither"]
verified = "own-knowledge"
"""


@pytest.fixture
def rules(folder: Path) -> Path:
    (folder / "mine" / "packs").mkdir(parents=True)
    (folder / "mine" / "wordings").mkdir()
    (folder / "mine" / "packs" / "river-fund-2021-2027.toml").write_text(PACK, encoding="utf-8")
    (folder / "mine" / "wordings" / "river-disclaimer.toml").write_text(WORDING, encoding="utf-8")
    return folder / "mine"


def test_all_packs_are_listed_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "list")
    assert status == 0
    assert "interreg-latvia-lithuania-2014-2020  " in out
    assert "Interreg V-A Latvia–Lithuania 2014–2020 (partial)" in out


def test_a_pack_is_shown_with_duties_basis_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "show", "interreg-latvia-lithuania-2014-2020")
    assert status == 0
    assert "disclaimer (must; basis: practice)" in out
    assert "Regulation (EU) No 1303/2013" in out
    assert "https://" in out


def test_a_duty_is_shown_with_how_and_since_when_it_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "show", "esf-2014-2020")
    assert status == 0
    assert "Known: the text itself was read, 2026-11-28" in out
    assert "not checked, seen in: layout (must; basis: law)" in out
    assert "Article 4(3)(a) https://eur-lex.europa.eu/eli/reg_impl/2014/821/oj (for: website, project-page)" in out


def test_the_coverage_shows_what_is_known_and_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "coverage", "--language", "hr", "--missing")
    assert status == 0
    lines = out.splitlines()
    (croatia,) = (n for n, line in enumerate(lines) if line.startswith("croatia-human-resources-2014-2020"))
    assert "partial, 3 of its own; known: 1 seen, 10 text, 3 third-party" in lines[croatia]
    assert "adviser's extract" in lines[croatia + 1]
    assert not any(line.startswith("latvia") for line in lines)
    assert run(capsys, "rules", "coverage", "--language", "xx")[0] == 2


@pytest.mark.parametrize("check", ["funding-statement", "budget", "eu-link"])
def test_a_check_is_explained_with_everything_it_may_say(capsys: pytest.CaptureFixture[str], check: str) -> None:
    status, out, _ = run(capsys, "rules", "explain", check)
    assert status == 0
    assert "What to do:" in out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(("show", "interreg-latvia-lithuania"), "did you mean"), (("explain", "eulink"), 'did you mean "eu-link"')],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], hint: str
) -> None:
    status, _, err = run(capsys, "rules", *arguments)
    assert status == 2
    assert hint in err


@pytest.mark.usefixtures("rules")
def test_a_pack_of_ones_own_that_proves_itself_has_no_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "validate", "mine")
    assert (status, out.strip()) == (0, "No mistakes found.")


def test_a_pack_of_ones_own_is_used(capsys: pytest.CaptureFixture[str], folder: Path, rules: Path) -> None:
    (folder / "page.txt").write_text(
        "The River Fund Programme pays. Co-funded by the European Union.", encoding="utf-8"
    )
    status, out, _ = run(capsys, "check", "--rules-folder", str(rules), "--verbose", "page.txt")
    assert status == 0
    assert "River Fund Programme 2021–2027" in out


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("packs/river-fund-2021-2027.toml", 'outcome = "passed"', 'outcome = "failed"', "is passed, not failed"),
        ("packs/river-fund-2021-2027.toml", 'disclaimer = "passed"', 'disclaimer = "failed"', "disclaimer is passed"),
        ("packs/river-fund-2021-2027.toml", "short_names", "hosts = []\n#", "that names programme and number"),
        ("packs/river-fund-2021-2027.toml", 'level = "should"', 'level = "shuld"', "key requirement[0].level"),
        ("packs/river-fund-2021-2027.toml", '"river-disclaimer"', '"river-disclaimr"', "river-disclaimr"),
        ("packs/river-fund-2021-2027.toml", "River Fund Programme pays", "town pays", "is judged by"),
        ("wordings/river-disclaimer.toml", '"binds neither"', '"binds nobody"', "binds nobody"),
    ],
)
def test_every_mistake_in_a_pack_of_ones_own_is_told(
    capsys: pytest.CaptureFixture[str], rules: Path, file: str, old: str, new: str, says: str
) -> None:
    path = rules / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    status, out, _ = run(capsys, "rules", "validate", str(rules))
    assert status == 1
    assert says in out


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('extends = ["shared-management-2021-2027"]', 'extends = ["river-fund-2021-2027"]', "extends itself"),
        ('sources = ["https://example.org/river"]', "sources = []", "names no source"),
        ('unknown = ["The rules of the river authority are not known."]', "", "nothing says what is not known"),
        ('wordings = ["river-disclaimer"]', "wordings = []", "wordings"),
    ],
)
@pytest.mark.parametrize("command", [("check", "page.txt"), ("rules", "show", "river-fund-2021-2027")])
def test_nothing_is_judged_by_rules_with_mistakes(
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    rules: Path,
    old: str,
    new: str,
    says: str,
    command: tuple[str, ...],
) -> None:
    (folder / "page.txt").write_text("Co-funded by the European Union.", encoding="utf-8")
    path = rules / "packs" / "river-fund-2021-2027.toml"
    text = path.read_text(encoding="utf-8").replace(
        'verified = "own-knowledge"\nsources', 'verified = "partial"\nsources'
    )
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert run(capsys, "rules", "validate", str(rules))[0] == 1
    status, out, err = run(capsys, *command, "--rules-folder", str(rules))
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_a_terminal_obeys_nothing_that_stands_in_rules_or_names(
    capsys: pytest.CaptureFixture[str], folder: Path, rules: Path
) -> None:
    path = rules / "packs" / "river-fund-2021-2027.toml"
    text = path.read_text(encoding="utf-8")
    evil = r"River \u001b[31m\u202eFund"
    text = text.replace("Say who answers", f"{evil} Say who answers").replace(
        "River Fund Programme 2021", f"{evil} 2021"
    )
    path.write_text(text, encoding="utf-8")
    (folder / "a\x1b[31m.toml").write_text("x =", encoding="utf-8")
    told = [
        run(capsys, "rules", "show", "river-fund-2021-2027", "--rules-folder", str(rules)),
        run(capsys, "rules", "list", "--rules-folder", str(rules)),
        run(capsys, "rules", "validate", str(rules)),
        run(capsys, "check", "--config", "a\x1b[31m.toml", "."),
        run(capsys, "check", "\x1b[31m.html"),
        run(capsys, "check", "--rules", "\x1b[31m", "."),
        run(capsys, "facts", "\x1b[31m.html"),
        run(capsys, "config", "--config", "a\x1b[31m.toml"),
    ]
    assert "River" in told[0][1]
    assert not [text for _, out, err in told for text in (out, err) if "\x1b" in text or "\u202e" in text]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "rules", "validate", "nope")
    assert status == 2
    assert "nope" in err
