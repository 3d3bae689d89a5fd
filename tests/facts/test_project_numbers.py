import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from identity_help import facts, publication
from msgspec.structs import replace

from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.numbers.find import NumberFinder
from publicity_check.publication import Block, Link, Region
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words

PROGRAMME = "Interreg V-A Latvijas–Lietuvas pārrobežu sadarbības programma"


def numbers(*texts, **more):
    return facts(*texts, **more).project_numbers


def values(*texts, **more):
    return [n.value for n in numbers(*texts, **more)]


def only(*texts, **more):
    found = numbers(*texts, **more)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "written",
    ["LLI-263", "LLI 263", "LLI - 263", "LLI – 263", "LLI‑263", "LLI\u00a0263", "LLI263", "lli-263", "LLI\u00ad-263"],
)
def test_a_number_is_found_however_its_hyphen_is_typed(written):
    number = only(f"Projekts Nr. {written} turpinās.")
    assert (number.value, number.as_written.replace("\u00ad", ""), number.damage) == (
        "LLI-263",
        written.replace("\u00ad", ""),
        "",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("LLl-263", "LLI-263"), ("LL1-263", "LLI-263"), ("LLI-26O", "LLI-260"), ("LLІ-263", "LLI-263")],
)
def test_letters_that_look_alike_are_reported_with_what_was_meant(written, meant):
    number = only(f"projekta Nr. {written} ietvaros")
    assert (number.value, number.as_written, number.damage) == (meant, written, "look-alike")


def test_greek_letters_are_right_where_the_programme_writes_them():
    number = only("με κωδικό έργου Τ1ΕΔΚ-03268")
    assert (number.value, number.damage) == ("T1EDK-03268", "")


def test_a_number_glued_to_its_introducing_word_is_found():
    assert values("(Nr.LLI-263) un Nr.8.1.2.0/17/I/032") == ["LLI-263", "8.1.2.0/17/I/032"]


def test_a_footnote_sign_behind_a_number_does_not_belong_to_it():
    assert values("Projekts LLI-263 1 un LLI-264* sākas.") == ["LLI-263", "LLI-264"]


@pytest.mark.parametrize(
    "text",
    ["LLI-2634", "XLLI-263", "LLI-263/2018/1", "LLA-263", "iepirkums LLI-263-2018", "info@LLI-263.lv", "LLI-263.5"],
)
def test_part_of_something_longer_is_no_number(text):
    assert values(f"Skatīt {text} vietnē.") == []


@pytest.mark.parametrize("tail", ["", "-00", "-01", "-17"])
def test_a_version_makes_no_other_project(tail):
    number = only(f"umowa nr POIR.01.01.01-00-0632/18{tail}")
    whole = f"POIR.01.01.01-00-0632/18{tail}"
    assert (number.value, number.core, number.as_written) == (whole, "POIR.01.01.01-00-0632/18", whole)


def test_a_number_with_its_version_here_and_without_it_there_is_one_number():
    found = numbers("umowa nr POIR.01.01.01-00-0632/18", "Projekt POIR.01.01.01-00-0632/18-00 trwa.")
    assert {n.value for n in found} == {"POIR.01.01.01-00-0632/18-00"}


def test_a_cyrillic_letter_in_the_contract_tail_is_no_damage():
    number = only("Проект BG05M9OP001-2.090-0025-С02")
    assert (number.value, number.damage) == ("BG05M9OP001-2.090-0025", "")


def test_numbers_that_begin_alike_are_different_projects():
    assert values("2014EUSF2011 en 2014EUSF20110") == ["2014EUSF2011", "2014EUSF20110"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nr. 425 “Octopus”", None),
        (f"{PROGRAMME}: projekts Nr. 425 “Octopus”", "LLI-425"),
        ("Projekts Nr. PMLP/PMIF/2023/ “Atbalsts”", "PMLP/PMIF/2023/"),
        ("A projekt azonosító száma: RRF-2.3.1-21-2022-0004", "RRF-2.3.1-21-2022-0004"),
    ],
)
def test_a_number_of_which_part_is_lost_is_found_as_incomplete(text, value):
    found = numbers(text)
    assert [(n.value, n.damage) for n in found] == ([(value, "incomplete")] if value else [])


def test_a_count_beside_the_word_project_is_no_incomplete_number():
    assert values(f"{PROGRAMME}. Projektā 120 dalībnieki, projekta 425 stundas.") == []


@pytest.mark.parametrize(
    "text",
    [
        "grant agreement No 101060593",
        "grant agreement No.101060593",
        "Grant Agreement number: 101060593.",
        "GA No [101060593]",
        "granta līguma Nr. 101060593",
        "Horizon Europe (101060593)",
        "Horizon Europe project 101060593",
    ],
)
def test_bare_digits_count_with_an_introducing_word_or_the_programme_beside_them(text):
    number = only(text)
    assert (number.value, number.kind) == ("101060593", "horizon-europe")


@pytest.mark.parametrize(
    "text",
    [
        "tālr. 67219601, fakss 732463",
        "Tel.: 732463",
        "PVN reģ. Nr. 101060593",
        "reģ. Nr. 732463",
        "Regulation (EU) No 732463/2013",
        "(ES) Nr. 1303/2013",
        "IBAN LV80BANK0000435195001",
        "LV-1084, LV 1050",
        "01.04.2018-30.11.2019",
        "ISBN 978-9934-732463",
        "doi 10.23919/CISTI49556.2020.9140897",
        "iepirkuma identifikācijas Nr. 101060593",
        "PIC 101060593, OID E10258849",
        "Grant agreement worth € 732463",
        "grant agreement of 732463 EUR",
        "grant agreement 732 463",
        "EFOP-4.1.4-15 és FENG.02.22-IP.02-001/26",
        "2014IT05M2OP002",
        "visitors: 277209",
        "SGS23/173/OHK3/3T/13 and PTDC/CCI-INF/32636/2017",
        "KLASA 612-07/17-01/02",
    ],
)
def test_other_numbers_never_count(text):
    assert values(text) == []


def test_one_introducing_word_serves_a_whole_list():
    assert values("under grant agreements No 644051 and 726765, 732463") == ["644051", "726765", "732463"]


@pytest.mark.parametrize(
    "text",
    [
        "under grant agreements No 644051 (Tidal; CLOUDS-2), 726765 (Loom) and 732463 (Reed)",
        "under grant agreement No. 644051 (Tidal SGA1) and No. 726765 (Loom SGA2), No. 732463 (Reed)",
    ],
)
def test_acronyms_in_brackets_do_not_break_a_list(text):
    assert values(text) == ["644051", "726765", "732463"]


def test_a_sentence_between_two_numbers_ends_their_list():
    assert values("under grant agreement No 644051 (Tidal) and with 726765 visitors") == ["644051"]


@pytest.mark.parametrize(
    "text",
    [
        "Funded by the European Union (ERC, CLOUDS, 101043999).",
        "Funded by the European Union (ERC, Quiet Water, 101043999).",
        "Funding received from the European Union (ERC Advanced Grant CLOUDS, No. 101043999).",
    ],
)
def test_a_council_opens_the_bracket_that_gives_acronym_and_number(text):
    assert values(text) == ["101043999"]


@pytest.mark.parametrize(
    "text",
    [
        "Call our office (reception, ground floor, 101043999).",
        "The ERC met in Riga. Our warehouse (row, shelf, 101043999) is new.",
        "Funded by the European Union (ERC, CLOUDS, tel. 101043999).",
    ],
)
def test_other_brackets_introduce_nothing(text):
    assert values(text) == []


@pytest.mark.parametrize("text", ["Erasmus+ project No. KA210-VET-4A03C73C", "Erasmus+ Projekt KA220-HED-4A03C73C"])
def test_the_number_of_an_erasmus_form_is_an_incomplete_project_number(text):
    assert only(text).damage == "incomplete"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cod MySMIS 312345", "ro-smis-2021"),
        ("Cod SMIS: 123456", "ro-smis-2014"),
        ("проект BG051PO001-3.1.02-0011-C0001", "bg-2007"),
        ("проект BG05M9OP001-2.090-0025", "bg-2014"),
        ("projeto FCOMP-01-0124-FEDER-011111", "pt-qren"),
        ("projeto POCI-01-0145-FEDER-032636", "pt-2020"),
    ],
)
def test_numbers_of_neighbouring_periods_are_told_apart(text, kind):
    assert only(text).kind == kind


def test_a_code_that_needs_its_programme_counts_where_a_link_names_it():
    text = "Our code is CE0200803 this year."
    assert values(text) == []
    link = Link("https://www.interreg-central.eu/our-project", "site", 0)
    assert values(text, links=(link,)) == ["CE0200803"]


def test_a_number_knows_the_rule_packs_that_use_it():
    number = only("LLI-263")
    assert number.packs == ("interreg-latvia-lithuania-2014-2020",)
    assert number.period == "2014-2020"


def test_an_italian_cup_is_found_but_proves_no_funding():
    number = only("CUP: J33C22002840002")
    assert (number.kind, number.sign) == ("it-cup", False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Projekts “Zaļā upe” (Nr. LLI-263) sākas.", "Zaļā upe"),
        ("Projekta Nr. LLI-263 “Zaļā upe” atklāšana.", "Zaļā upe"),
        ("projekts “LLI-263 Zaļā upe”", "Zaļā upe"),
        ("projektas „Žalioji upė“ Nr. LLI-263", "Žalioji upė"),
        ("LLI-263 (Green River)", "Green River"),
        ("project GREENRIVER – LLI-263", "GREENRIVER"),
        ("Projekta Nr. LLI-263 budžets ir apstiprināts.", ""),
    ],
)
def test_the_title_beside_a_number_belongs_to_it(text, title):
    assert only(text).project_title == title


@pytest.mark.parametrize(
    "text",
    [
        "Cita projekta “Tilts” (LLI-301) ietvaros tapa karte.",
        "The map was drawn within another project, LLI-301.",
        "Kitų projektų, LLI-301, rezultatai",
    ],
)
def test_a_project_that_is_named_as_another_one_is_cited(text):
    own, cited = numbers("Projekts LLI-263 sākas.", text)
    assert (own.role, cited.role) == ("own", "cited")


def test_projects_under_a_heading_of_other_projects_are_cited():
    heading = Block(1, "Related projects", kind="heading")
    item = Block(2, "LLI-301 Bridge", kind="list-item", heading=1)
    found = numbers("Project LLI-263 starts.", heading, item)
    assert [(n.value, n.role) for n in found] == [("LLI-263", "own"), ("LLI-301", "cited")]


def test_a_page_that_lists_several_projects_has_them_all_as_its_own():
    found = numbers("LLI-263 “Upe”", "LLI-264 “Mežs”", "LLI-265 “Jūra”")
    assert [n.role for n in found] == ["own", "own", "own"]


def test_a_number_only_in_the_menu_is_cited_where_the_page_has_its_own():
    menu = Block(1, "LLI-301 Bridge", region=Region.NAVIGATION)
    assert [n.role for n in numbers("Project LLI-263 starts.", menu)] == ["own", "cited"]
    assert [n.role for n in numbers("Our projects", menu)] == ["own"]


def test_a_number_in_hidden_text_is_not_visible_and_one_in_a_link_target_is_none():
    hidden = Block(0, "LLI-263", region=Region.HIDDEN)
    assert not only(hidden).visible
    link = Link("https://example.lv/lli-263", "Vairāk", 0)
    assert values("Vairāk", links=(link,)) == []


def test_the_span_quotes_the_number_as_written():
    page = publication("Projekts Nr. LLI\u00ad – 263, turpinās")
    number = only(*(b.text for b in page.blocks))
    assert page.quote(number.span) == "LLI\u00ad – 263"


def words_of(page):
    return Words.of((b.index, b.text) for b in page.blocks)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_searched_without_an_error_and_spans_fit(text):
    finder = NumberFinder(builtin())
    page = publication(text)
    for number in finder.find(page, words_of(page), (), (), sentences_of(page, builtin())):
        assert 0 <= number.span.start < number.span.end <= len(text)


def test_kinds_of_a_users_own_rules_are_found_too():
    kind = replace_kind("my-kind", r"MY-\d{4}")
    rules = replace(builtin(), numbers={**builtin().numbers, "my-kind": kind})
    page = publication("project MY-2041")
    found = NumberFinder(rules).find(page, words_of(page), (), (), sentences_of(page, rules))
    assert [(n.value, n.kind) for n in found] == [("MY-2041", "my-kind")]


def replace_kind(identifier, pattern):
    from publicity_check.rulebook.numbers import NumberKind

    return NumberKind(
        id=identifier,
        title="Mine",
        period="2021-2027",
        pattern=pattern,
        starts=("MY",),
        needs="nothing",
        verified="own-knowledge",
    )


@pytest.mark.parametrize("label", ["Cod SMIS 2014+: 126789", "Cod SMIS 2014: 126789"])
def test_the_year_of_the_system_is_no_number(label):
    assert values(
        f"Proiectul, {label}, este cofinanțat din Fondul European de Dezvoltare Regională.", language="ro"
    ) == ["126789"]


def test_numbers_in_a_row_are_found_though_each_has_its_own_no():
    text = "The European Union’s Horizon 2020 programme funds this under grant agreements No 731456 and No 825111."
    assert values(text) == ["731456", "825111"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Progetto M4C1I3.2-2022-961-P-18295, CUP C54D22003120006", "it-pnrr-school"),
        ("Progetto 10.8.6A-FESRPON-LO-2021-123", "it-pon-school"),
        ("Projekta Nr. 4.2.2.0/21/A/013", "lv-cohesion-2014"),
    ],
)
def test_numbers_of_schools_and_of_the_last_calls_are_known(text, kind):
    assert kind in {n.kind for n in numbers(text)}
