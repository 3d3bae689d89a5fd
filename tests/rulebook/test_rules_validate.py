"""Mistakes in rules are all found, each named with its file and key."""

from pathlib import Path

import pytest

from publicity_check.errors import RulesError
from publicity_check.rulebook.load import builtin_folder, load
from publicity_check.rulebook.validate import problems

PACK = """
id = "river-2021-2027"
period = "2021-2027"
family = "river"
completeness = "complete"
verified = "official"
sources = ["https://example.eu/rules"]
{more}
[title]
en = "River 2021–2027"

{duties}
"""
DUTY = """
[[requirement]]
id = "funding-statement"
check = "funding-statement"
level = "must"
basis = "law"
ask = "Say so."
clauses = ["cpr-2021-1060"]
such_as = ["cofunded"]
known = "text"
read = "2026-11-28"
sources = ["https://example.eu/rules"]
"""
OTHER = DUTY.replace('such_as = ["cofunded"]', "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "packs").mkdir()
    return tmp_path


def write(folder: Path, more: str = "", duties: str = "", name: str = "river-2021-2027") -> Path:
    path = folder / "packs" / f"{name}.toml"
    path.write_text(PACK.replace("{more}", more).replace("{duties}", duties), encoding="utf-8")
    return path


def test_the_rules_that_are_shipped_have_no_mistakes() -> None:
    assert problems([builtin_folder()], builtin=False) == []


def test_a_pack_without_mistakes_yields_nothing(folder: Path) -> None:
    write(folder, 'extends = ["shared-management-2021-2027"]\nhosts = ["river.eu"]', DUTY)
    assert problems([folder]) == []


@pytest.mark.parametrize(
    ("more", "duties", "said"),
    [
        ('extends = ["shared-managment-2021-2027"]', "", 'did you mean "shared-management-2021-2027"?'),
        ('numbers = ["latlit-2015"]', "", 'key numbers: there is no "latlit-2015" in numbers'),
        ('wordings = ["cofundet"]', "", 'did you mean "cofunded"?'),
        ('languages = ["pl", "en"]', "", "key names: the programme has no name in pl, en, nor a short name"),
        ('languages = ["xx"]', "", 'key languages: there is no "xx"'),
        ('funds = ["EFRR"]', "", 'no language has a name for the fund "EFRR"'),
        ('hosts = ["https://river.eu"]', "", 'key hosts: "https://river.eu" is no host name'),
        ('extends = ["river-2021-2027"]', "", "extends itself"),
        ("", DUTY.replace('sources = ["https://example.eu/rules"]', ""), "never"),
        ("", DUTY.replace('"text"', '"memory"'), 'a duty known as "memory" only is "should"'),
        ("", DUTY.replace('"text"', '"third-party"'), 'a duty known as "third-party" only is "should"'),
        ("", DUTY.replace('"text"', '"seen"'), 'a duty known as "seen" only is "should"'),
        ("", DUTY.replace('read = "2026-11-28"', ""), "key read"),
        (
            "",
            DUTY.replace("requirement", "unchecked").replace('check = "funding-statement"', 'shows = "text"'),
            "such_as",
        ),
        ("", OTHER.replace('check = "funding-statement"', 'check = "slogan"'), "key terms: is missing"),
        ("", DUTY.replace('clauses = ["cpr-2021-1060"]', ""), "key clauses"),
        ("", DUTY + DUTY, "is there twice"),
        ("", OTHER.replace("funding-statement", "eu-link"), "key hosts: is missing"),
        ("", OTHER.replace("funding-statement", "disclaimer"), "key wordings: is missing"),
        ("", DUTY.replace('such_as = ["cofunded"]', ""), "key such_as: names wordings as examples"),
        ("", DUTY.replace("such_as", "wordings") + 'such_as = ["funded"]', "key such_as: names wordings as examples"),
        ("", DUTY.replace('"cofunded"', '"cofundet"'), 'did you mean "cofunded"?'),
        ("", DUTY + "max_rates = { ERDF = 850 }", "key max_rates"),
        ("", '[[drop]]\nrequirement = "emblem"\nreason = "none"\nsources = ["x"]', "key drop[0]"),
    ],
)
def test_each_mistake_is_named_with_its_file_and_key(folder: Path, more: str, duties: str, said: str) -> None:
    path = write(folder, more, duties)
    found = problems([folder])
    assert any(str(path) in problem and said in problem for problem in found), found


def test_knowledge_that_is_not_complete_must_say_what_is_not_known(folder: Path) -> None:
    path = write(folder)
    path.write_text(path.read_text(encoding="utf-8").replace('"complete"', '"partial"'), encoding="utf-8")
    assert [problem for problem in problems([folder]) if "key unknown" in problem]


def test_the_file_is_named_as_the_pack(folder: Path) -> None:
    write(folder, name="stream-2021-2027")
    assert 'the file is named "stream-2021-2027"' in problems([folder])[0]


def test_the_id_of_a_shipped_pack_is_taken(folder: Path) -> None:
    path = write(folder, name="esif-2014-2020")
    path.write_text(path.read_text(encoding="utf-8").replace("river-2021-2027", "esif-2014-2020"), encoding="utf-8")
    assert any("is taken already by" in problem for problem in problems([folder]))


def test_an_unknown_key_does_not_hide_the_mistakes_of_other_files(folder: Path) -> None:
    broken = write(folder, 'titel = "x"', name="brook-2021-2027")
    other = write(folder, 'hosts = ["www"]')
    found = problems([folder])
    assert any(str(broken) in problem and "titel" in problem for problem in found)
    assert any(str(other) in problem and '"www" is no host name' in problem for problem in found)


NUMBER = """
id = "river"
title = "Number of the River Fund"
period = "2021-2027"
pattern = "RIV-[0-9]{4}"
starts = ["RIV"]
needs = "nothing"
shapes = ["RIV-0123"]
look_alikes = ["RIVER-0123"]
verified = "own-knowledge"
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ('shapes = ["RIV-0123"]', "", "key shapes: there is no number to try"),
        ('look_alikes = ["RIVER-0123"]', "", "key look_alikes: nothing is named"),
        ("[0-9]{4}", "[0-9", "key pattern: is no regular expression"),
        ('"own-knowledge"', '"official"', "key sources"),
    ],
)
def test_a_kind_of_number_is_held_to_what_the_shipped_ones_are(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "numbers").mkdir()
    (folder / "numbers" / "river.toml").write_text(NUMBER.replace(old, new), encoding="utf-8")
    write(folder, 'numbers = ["river"]')
    found = problems([folder])
    assert any(said in problem for problem in found) if said else found == []


def test_a_kind_of_number_that_no_pack_names_leads_nowhere(folder: Path) -> None:
    (folder / "numbers").mkdir()
    (folder / "numbers" / "river.toml").write_text(NUMBER, encoding="utf-8")
    assert ["no pack names this kind" in problem for problem in problems([folder])] == [True]


def test_a_key_phrase_that_is_not_in_its_text_is_a_mistake(folder: Path) -> None:
    (folder / "wordings").mkdir()
    (folder / "wordings" / "thanks.toml").write_text(
        'id = "thanks"\ntitle = "Thanks"\n[[part]]\ncheck = "disclaimer"\nlanguage = "en"\n'
        'text = "The {material} speaks for {beneficiary} only."\nkey_phrases = ["speaks alone"]\n'
        'verified = "own-knowledge"\n',
        encoding="utf-8",
    )
    assert problems([folder])[0].endswith('key key_phrases: "speaks alone" is not in the text')


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    assert problems([tmp_path / "nowhere"]) == [f"{tmp_path / 'nowhere'}: there is no such folder of rules"]


LANGUAGE = {
    "names": 'code = "is"\nname = "Icelandic"\n[union]\nname = "Evrópusambandið"\n',
    "grammar": '[funding]\ncofunded = ["meðfjármagnað"]\n',
    "money": 'approximate = ["um"]\n',
}


def write_language(folder: Path, name: str = "is", **files: str) -> Path:
    home = folder / "languages" / name
    home.mkdir(parents=True)
    for file, text in (LANGUAGE | files).items():
        if text:
            (home / f"{file}.toml").write_text(text, encoding="utf-8")
    return home


def test_a_language_of_ones_own_has_three_files_and_is_used(folder: Path) -> None:
    write_language(folder)
    write(folder, 'languages = ["is"]\nshort_names = ["River Fund"]')
    assert problems([folder]) == []
    assert load([folder]).languages["is"].names.union.name == "Evrópusambandið"


@pytest.mark.parametrize(
    ("name", "files", "said"),
    [
        (
            "is",
            {"grammar": "[funding]\ncofundet = []\n"},
            "is/grammar.toml:2: key funding.cofundet: there is no such key",
        ),
        ("is", {"money": "[cues]\ntotals = []\n"}, 'is/money.toml:2: key cues.totals: "totals" is none'),
        (
            "is",
            {"money": '[[roles]]\nphrase = "eigið fé"\nrole = "own"\n'},
            "is/money.toml:1: key roles: there is no such key",
        ),
        (
            "is",
            {"money": '[cues]\nown = ["eigið ... fé"]\n'},
            'is/money.toml: key cues.own: "eigið ... fé" is never found',
        ),
        ("is", {"money": ""}, "languages/is: there is no money.toml; the folder of a language holds names.toml,"),
        ("is", {"extra": "a = 1\n"}, "is/extra.toml: the folder of a language holds names.toml, grammar.toml and"),
        ("ic", {}, 'ic/names.toml: key code: is "is", but the folder is named "ic"'),
        ("lv", {"names": LANGUAGE["names"].replace('"is"', '"lv"')}, 'the language "lv" is there already'),
    ],
)
def test_a_mistake_in_a_language_is_told_with_its_own_file(folder, name, files, said) -> None:
    write_language(folder, name, **files)
    told = problems([folder])
    assert len(told) == 1
    assert said in told[0].replace("\\", "/")
    with pytest.raises(RulesError) as error:
        load([folder])
    assert str(error.value).startswith(str(folder))


def test_a_language_in_one_file_is_told_where_its_words_belong(folder: Path) -> None:
    (folder / "languages").mkdir()
    (folder / "languages" / "is.toml").write_text(LANGUAGE["names"], encoding="utf-8")
    said = "a language is a folder, is, with names.toml, grammar.toml and money.toml in it"
    assert [said in told for told in problems([folder])] == [True]
    with pytest.raises(RulesError, match=said):
        load([folder])


ACTS = """
[[act]]
id = "river-guide"
name = "River Fund, communication guidelines"
url = "https://example.eu/guide"
known = "text"
read = "2026-11-28"
sources = ["https://example.eu/guide"]

[[act.clause]]
id = "river-guide-3"
article = "3"
known = "text"
read = "2026-11-28"
sources = ["https://example.eu/guide"]
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ('id = "river-guide"', 'id = "cpr-2021-1060"', 'key id: "cpr-2021-1060" is taken already'),
        ('sources = ["https://example.eu/guide"]', "", 'act river-guide: key sources: is known as "text"'),
        ("article", "artikle", 'did you mean "article"'),
        ('id = "river-guide-3"', 'id = "river-guide-4"', 'key clauses: there is no "river-guide-3" in acts'),
    ],
)
def test_acts_of_ones_own_are_referred_to_by_their_ids(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "acts.toml").write_text(ACTS.replace(old, new, 1), encoding="utf-8")
    write(folder, duties=DUTY.replace('"cpr-2021-1060"', '"river-guide", "river-guide-3"'))
    found = problems([folder])
    assert any(said in problem for problem in found) if said else found == []


def test_currencies_of_ones_own_are_added_and_their_mistakes_named(folder: Path) -> None:
    path = folder / "currencies.toml"
    path.write_text(
        'codes = ["ISK"]\n[[short]]\ncurrency = "ISK"\nwritten = ["kr."]\nlanguage = "is"\n', encoding="utf-8"
    )
    assert problems([folder]) == []
    assert "ISK" in load([folder]).currencies.codes
    path.write_text('codes = ["ISK"]\n[[short]]\ncurency = "ISK"\nwritten = ["kr."]\n', encoding="utf-8")
    assert any("currencies.toml:3: key short[0].curency" in told for told in problems([folder]))
