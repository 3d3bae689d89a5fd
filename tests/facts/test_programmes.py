import pytest
from identity_help import facts, publication

from publicity_check import find_facts
from publicity_check.publication import Block, Region

LATLIT_2014 = "interreg-latvia-lithuania-2014-2020"
LATLIT_2021 = "interreg-latvia-lithuania-2021-2027"


def programmes(*texts, **more):
    return facts(*texts, **more).programmes


def only(*texts, **more):
    found = programmes(*texts, **more)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Latvijas-Lietuvas pārrobežu sadarbības programmas ietvaros",
        "Interreg V-A Latvijas – Lietuvas programmas projekts",
        "ar Latvijas–Lietuvas programmas atbalstu",
        "Interreg V-A Latvia–Lithuania Programme",
        "the Latvia - Lithuania Cross Border Cooperation Programme 2014-2020",
        "Latvia–Lithuania programme",
        "Interreg V-A Latvijos ir Lietuvos bendradarbiavimo per sieną programos projektas",
        "INTERREG V-A LATVIA-LITHUANIA PROGRAMME",
    ],
)
def test_a_programme_is_known_bent_abbreviated_and_with_any_dash(text):
    assert LATLIT_2014 in only(text).packs


@pytest.mark.parametrize(
    ("text", "period", "packs"),
    [
        ("Interreg V-A Latvijas–Lietuvas programma 2014.–2020. gadam", "2014-2020", (LATLIT_2014,)),
        ("2014–2020 m. Interreg V-A Latvijos ir Lietuvos programa", "2014-2020", (LATLIT_2014,)),
        ("Interreg V-A Latvia–Lithuania Programme", "2014-2020", (LATLIT_2014,)),
        ("Interreg VI-A Latvia–Lithuania Programme 2021-2027", "2021-2027", (LATLIT_2021,)),
        ("Interreg VI-A Latvia–Lithuania Programme", "2021-2027", (LATLIT_2021,)),
    ],
)
def test_years_and_generation_tell_the_period_and_narrow_the_choice(text, period, packs):
    found = only(text)
    assert (found.period, found.packs) == (period, packs)


def test_a_name_without_a_period_may_mean_several_programmes():
    found = only("Latvijas–Lietuvas pārrobežu sadarbības programma")
    assert found.period == ""
    assert {LATLIT_2014, LATLIT_2021} <= set(found.packs)


@pytest.mark.parametrize(
    "text",
    [
        "The teams of Latvia and Lithuania met.",
        "Latvia–Lithuania 2:1",
        "robeža Latvija–Lietuva",
        "Interreg in Europe",
        "This is our life and a programme of events.",
        "REAL LIFE STORIES",
        "Erasmus Mundus, Erasmus of Rotterdam",
        "horizon 2050",
    ],
)
def test_words_that_only_sound_like_a_programme_are_none(text):
    assert programmes(text) == ()


def test_a_longer_name_is_not_taken_for_a_shorter_one():
    assert only("Latvia–Lithuania–Belarus programme").packs == ("latvia-lithuania-belarus-2014-2020",)
    assert "interreg-central-europe-2014-2020" in only("Interreg CENTRAL EUROPE").packs
    assert "interreg-europe-2014-2020" in only("Interreg Europe").packs


@pytest.mark.parametrize("text", ["Erasmus+ projekts", "ERASMUS+", "Erasmus + mobility"])
def test_the_plus_belongs_to_erasmus_with_or_without_a_blank(text):
    found = only(text)
    assert found.name.replace(" ", "").lower() == "erasmus+"
    assert "erasmus-plus-2021-2027" in found.packs


@pytest.mark.parametrize("text", ["under the LIFE programme", "LIFE programmas projekts"])
def test_life_counts_in_capitals_beside_the_word_programme(text):
    assert "life-2021-2027" in only(text).packs


def test_names_in_quotes_and_with_the_word_programme_elsewhere_are_known():
    assert (
        "latvia-growth-and-employment-2014-2020"
        in only("darbības programmas “Izaugsme un nodarbinātība” 8. mērķis").packs
    )
    assert "horizon-2020-2014-2020" in only("Το έργο Ορίζων 2020").packs


def test_the_span_holds_the_name_as_written_and_hidden_names_are_not_visible():
    text = "Projektu atbalsta Interreg V-A Latvijas – Lietuvas programma 2014.–2020. gadam."
    found = only(text)
    assert publication(text).quote(found.span).startswith("Interreg V-A Latvijas – Lietuvas programma")
    assert not only(Block(0, "Erasmus+", region=Region.HIDDEN)).visible


def test_a_sentence_end_parts_a_name_from_the_words_before():
    assert programmes("This is our programme. Latvia - Lithuania is a border.") == ()


@pytest.mark.parametrize(
    "text", ["Latvijas-Leituvas pārrobežu sadarbības programma", "Interreg V-A Latvia-Lithunia Programme"]
)
def test_a_name_with_one_typing_slip_is_known_and_misspelt(text):
    found = only(text)
    assert LATLIT_2014 in found.packs
    assert found.misspelt


def test_a_name_without_a_slip_is_not_misspelt():
    assert not only("Latvijas-Lietuvas pārrobežu sadarbības programma").misspelt


def test_a_quotation_that_a_name_opens_is_closed_in_its_quote():
    text = "Το έργο του προγράμματος «Ορίζων Ευρώπη» ξεκίνησε, λέει το «Βήμα»."
    found = find_facts(f"<p>{text}</p>".encode(), name="page.html").programmes
    assert [m.name for m in found] == ["προγράμματος «Ορίζων Ευρώπη»"]
