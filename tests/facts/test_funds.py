import pytest
from identity_help import facts, publication

from publicity_check.publication import Block, Region
from publicity_check.rulebook import builtin

ALL_NAMES = [
    (fund, language.names.code, name)
    for language in builtin().languages.values()
    for fund, data in language.names.funds.items()
    for name in (data.name, *data.forms)
]


def funds(*texts, **more):
    return facts(*texts, **more).funds


@pytest.mark.parametrize(("fund", "language", "name"), ALL_NAMES)
def test_every_name_of_a_fund_is_found_in_a_text(fund, language, name):
    found = funds(f"1. {name}.", language=language)
    assert [f.fund for f in found][:1] == [fund]
    assert not any(f.misspelt for f in found)


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("Eiropas Reģionālās attīstības fonda līdzekļi", "ERDF"),
        ("iš Europos regioninės plėtros fondo lėšų", "ERDF"),
        ("z Europejskiego Funduszu Rozwoju Regionalnego", "ERDF"),
        ("EUROPEAN REGIONAL DEVELOPMENT FUND", "ERDF"),
        ("Europäischen Sozialfonds", "ESF"),
        ("Europejskiego Funduszu Społecznego Plus", "ESF+"),
        ("Eiropas Sociālā fonda Plus", "ESF+"),
        ("ESF+", "ESF+"),
        ("ESF +", "ESF+"),
        ("ESF", "ESF"),
        ("NextGenerationEU", "NGEU"),
        ("Next Generation EU", "NGEU"),
    ],
)
def test_bent_names_and_signs_are_told_apart(text, fund):
    assert [f.fund for f in funds(text)] == [fund]


@pytest.mark.parametrize("text", ["Eiropas Reģionālā attīstības fonda", "Eiropas Reģionālas attīstības fonda"])
def test_a_known_slip_is_the_fund_and_misspelt(text):
    (found,) = funds(text)
    assert (found.fund, found.misspelt) == ("ERDF", True)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ERAF un KF", "lv", ["ERDF", "CF"]),
        ("Das KF ist hier.", "sv", []),
        ("FC Barcelona", "en", []),
        ("FEDER", "es", ["ERDF"]),
        ("eraf.lv, Kf, cf.", "lv", []),
        ("ERDF", "fi", ["ERDF"]),
    ],
)
def test_short_abbreviations_count_in_capitals_in_the_languages_that_use_them(text, language, expected):
    assert [f.fund for f in funds(text, language=language)] == expected


def test_the_longest_name_counts_and_spans_quote_it():
    text = "Eiropas Jūrlietu, zvejniecības un akvakultūras fonds (EJZAF)"
    found = funds(text, language="lv")
    assert [f.fund for f in found] == ["EMFAF", "EMFAF"]
    assert publication(text).quote(found[0].span) == "Eiropas Jūrlietu, zvejniecības un akvakultūras fonds"
    assert [f.abbreviated for f in found] == [False, True]


def test_a_name_common_to_languages_is_given_that_of_the_text():
    assert [f.language for f in funds("NextGenerationEU", language="it")] == ["it"]


def test_hidden_names_are_not_visible():
    assert [f.visible for f in funds(Block(0, "Kohēzijas fonds", region=Region.METADATA))] == [False]
