"""Which languages a text calls for: nothing may depend on which wordings are known already."""

from itertools import pairwise

import pytest
from statement_help import page

from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.facts.statements.languages import Calls
from publicity_check.facts.statements.prescribed import tokenise, written_forms
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words, words

PARTS = tuple(part for wording in builtin().wordings.values() for part in wording.part)


def called(text: str) -> set[str]:
    keys = words(text)
    return Calls(PARTS).languages(keys, range(len(keys)))


def test_a_text_calls_for_the_language_of_its_wording():
    assert called("Projektu līdzfinansē Eiropas Savienība.") == {"lv"}


def test_words_that_stand_apart_in_wordings_call_for_nothing():
    assert called("Eiropas dienā Savienība sanāca.") == set()


def test_a_language_that_is_known_is_called_for_no_more():
    calls = Calls(PARTS)
    keys = words("Projektu līdzfinansē Eiropas Savienība.")
    calls.forget("lv")
    assert calls.languages(keys, range(len(keys))) == set()


def test_any_two_neighbours_of_any_wording_call_for_its_language():
    calls = Calls(PARTS)
    for part in PARTS:
        for form in written_forms(part.text):
            tokens = tokenise(form)
            for kept in (tokens, [t for t in tokens if not t.optional]):
                for first, second in pairwise(kept):
                    if first.key and second.key:
                        assert part.language in calls.languages([first.key, second.key], [0]), (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Projektu līdzfinansē Eiropas Savienība. Šī publikācija atspoguļo tikai autora viedokli.",
        "Projektas bendrai finansuojamas Europos Sąjungos lėšomis.",
        "Kofinanziert von der Europäischen Union. Sufinancira Europska unija. Cofinancé par l'Union européenne.",
        "This publication has been produced with the financial assistance of the European Union. The contents are the "
        "sole responsibility of Ludza Library and can under no circumstances be regarded as reflecting the position of "
        "the European Union.",
        "De la Unión Europea, de l'Union européenne, della Unione europea.",
    ],
)
def test_what_other_pages_have_called_for_changes_nothing(text: str):
    fresh, experienced = StatementFinder(builtin()), StatementFinder(builtin())
    for part in PARTS:
        other = page(part.text)
        experienced.find(other, Words.of([(0, part.text)]), sentences_of(other, builtin()))
    publication = page(text)
    words, sentences = Words.of([(0, text)]), sentences_of(publication, builtin())
    found = [finder.find(publication, words, sentences) for finder in (fresh, experienced)]
    assert found[0] == found[1]
