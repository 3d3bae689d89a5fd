"""Where sentences end, in all languages of the Union."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.facts.lexicon.sentences import sentence_ends
from publicity_check.rulebook import builtin
from publicity_check.text.sentences import SentenceEnds, Sentences

CASES = tomllib.loads((Path(__file__).parents[1] / "data/sentences.toml").read_text(encoding="utf-8"))["case"]
ENDS = sentence_ends(builtin())


def cut(text: str, ends: SentenceEnds = ENDS) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *ends.find(text)))]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}-{number}" for number, case in enumerate(CASES)])
def test_a_text_is_cut_into_its_sentences(case):
    assert [piece.strip() for piece in cut(" ".join(case["sentences"]))] == case["sentences"]


def test_there_are_cases_and_abbreviations_in_each_language():
    assert {case["language"] for case in CASES} == set(builtin().languages)
    assert all(language.grammar.sentences.abbreviations for language in builtin().languages.values())
    assert all(language.grammar.sentences.before_words for language in builtin().languages.values())


PIECES = st.sampled_from(
    [
        *"Aa1.!?…;:()«»„“\"'–\n",
        " ",
        "\n\n",
        "Dr.",
        "z. B.",
        "Nr.",
        "etc.",
        "12.",
        "2021.",
        "Mai",
        "The",
        "the",
        "EUR",
        "ες",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_sentences_cover_a_text_and_none_is_empty(text):
    assert "".join(cut(text)) == text
    assert all(cut(text))


@given(TEXTS)
def test_a_sentence_alone_is_one_sentence(text):
    assert all(cut(sentence) == [sentence] for sentence in cut(text))


@given(st.lists(st.sampled_from([s for case in CASES for s in case["sentences"] if s[-1:] in ".!?"]), max_size=6))
def test_whole_sentences_side_by_side_stay_what_they_are(sentences):
    sentences = [s for s in sentences if s[0].isupper() and not s.endswith(("etc.", "12.", "E.U.?”"))]
    pieces = [piece.strip() for piece in cut(" ".join(sentences))]
    assert " ".join(pieces) == " ".join(sentences)
    assert len(pieces) == len(sentences)


@pytest.mark.parametrize(
    "text",
    [
        "the Dr. Smith",
        "(z. B. Linde)",
        "z.B. Linde",
        "Dipl.-Ing. Linde",
        "am 3. Mai",
        "J.-P. Roche",
        "A. K. Bērziņš",
        "5 mio. EUR",
        "5 kr. (Danish crowns)",
        "Reg. Nr. IV",
        "2. Linde",
        "II. Linde",
        "he left … The rest",
        "cut [...] Here",
        "He said: “No. 5”",
        "one; Two",
        "see\nThe line",
        "12. 5. 2021",
        "2021. 05. 12.",
    ],
)
def test_no_sentence_ends_inside(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It is state of the art. ", "The site opens."),
        ("The project ID. ", "The rest."),
        ("Read booking.com. ", "Then go."),
        ("Interreg V-A. ", "Then go."),
        ("They came in 2020. ", "15 left."),
        ("It was the 12. ", "Linde left."),
        ("It cost 1,5. ", "Mai came."),
        ("He asked: “Why?” ", "Nobody knew."),
        ("Co-funded by the EU.\n", "more here"),
        ("No mark\n\n", "more here"),
        ("Είναι έργο; ", "Ναι."),
        ("It ended… ", "Then it began."),
        ("C'est fini.\u00a0» ", "Merci."),
        ("eTwinning began. ", "eTwinning ended."),
        ("It cost 5 kr. ", "Europe paid."),
    ],
)
def test_a_sentence_ends_between(first, second):
    assert cut(first + second) == [first, second]


def test_abbreviations_are_those_passed_in():
    assert cut("Dr. Linde z. B. Ostern. Am 3. Mai", SentenceEnds()) == [
        "Dr. ",
        "Linde z. ",
        "B. Ostern. ",
        "Am 3. ",
        "Mai",
    ]
    known = SentenceEnds(abbreviations=["Ostern."], before_words=["Dr.", "z. B."], after_ordinals=["Mai"])
    assert cut("Dr. Linde z. B. Ostern. Am 3. Mai", known) == ["Dr. Linde z. B. Ostern. ", "Am 3. Mai"]
    assert cut("Ostern. am", known) == ["Ostern. am"]


def test_a_text_is_cut_when_it_is_first_asked_for_and_not_again():
    asked: list[int] = []

    def text(number: int) -> str:
        asked.append(number)
        return "One. Two. Three."

    sentences = Sentences(ENDS, text)
    assert sentences.ends(7) == (5, 10, 16)
    assert [sentences.around(7, offset) for offset in (0, 4, 5, 15, 16)] == [
        (0, 5),
        (0, 5),
        (5, 10),
        (10, 16),
        (10, 16),
    ]
    assert sentences.around(7, 0, after=1) == (0, 10)
    assert sentences.around(7, 6, after=9) == (5, 16)
    assert [sentences.part(7, *gap) for gap in ((3, 5), (4, 5), (5, 8), (6, 9), (6, 10))] == [
        True,
        True,
        True,
        False,
        True,
    ]
    assert asked == [7]


def test_an_empty_text_has_no_sentence():
    assert ENDS.find("") == ()
    assert Sentences(ENDS, lambda _: "").around(0, 0) == (0, 0)
