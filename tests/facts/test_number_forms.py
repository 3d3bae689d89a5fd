"""Every kind of project number, straight from its description in ``rules/numbers``."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.numbers.find import NumberFinder
from publicity_check.facts.numbers.forms import NumberForm, fold_code
from publicity_check.publication import Block, Publication
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words

RULES = builtin()
FINDER = NumberFinder(RULES)
KINDS = list(RULES.numbers.values())
EXAMPLES = [(k, e) for k in KINDS for e in k.examples]
DAMAGED = [(k, e) for k in KINDS for e in k.damaged]
SHAPES = [(k, s) for k in KINDS for s in k.shapes]


def names(cases):
    return [f"{kind.id}: {getattr(case, 'as_written', '') or getattr(case, 'value', case)}" for kind, case in cases]


def kinds_found(text):
    publication = Publication("page.html", "html", "", (Block(0, text),))
    words = Words.of((b.index, b.text) for b in publication.blocks)
    return {n.kind for n in FINDER.find(publication, words, (), (), sentences_of(publication, builtin()))}


def introduced(kind, number):
    """Put a number behind the first introducing words of its kind."""
    words = next((phrases[0] for phrases in kind.introducers.values() if phrases), "project No")
    return f"{words} {number} is carried out."


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=names(EXAMPLES))
def test_a_real_number_is_read_as_written_and_in_its_compact_form(kind, example):
    form = NumberForm(kind)
    written = example.as_written or example.value
    assert form.compact(written) == example.value
    assert form.validate(example.value)
    reading = form.read(written, fold_code(written), 0)
    assert reading is not None
    assert (reading.whole_end, reading.damage) == (len(written), "")


@pytest.mark.parametrize(("kind", "example"), DAMAGED, ids=names(DAMAGED))
def test_a_damaged_number_is_read_as_what_was_meant(kind, example):
    form = NumberForm(kind)
    folded = fold_code(example.as_written)
    if example.damage == "incomplete":
        assert form.read(example.as_written, folded, 0) is None
        reading = form.read_incomplete(folded, 0)
    else:
        reading = form.read(example.as_written, folded, 0)
    assert reading is not None
    assert (reading.value, reading.damage) == (example.value, example.damage)


@pytest.mark.parametrize(("kind", "shape"), SHAPES, ids=names(SHAPES))
def test_a_made_up_number_of_a_kind_never_seen_is_read(kind, shape):
    assert NumberForm(kind).compact(shape) == shape
    assert NumberForm(kind).validate(shape)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_each_kind_is_found_behind_its_introducing_words(kind):
    number = kind.examples[0].value if kind.examples else kind.shapes[0]
    if kind.needs == "both":
        assert kind.id not in kinds_found(introduced(kind, number))
    else:
        assert kind.id in kinds_found(introduced(kind, number))


@pytest.mark.parametrize("kind", [k for k in KINDS if k.needs != "nothing"], ids=lambda kind: kind.id)
def test_a_number_that_needs_words_beside_it_is_not_found_without_them(kind):
    number = kind.examples[0].value if kind.examples else kind.shapes[0]
    assert kind.id not in kinds_found(f"We counted {number} and went home.")


def numbers_of(kind):
    """Make numbers of a kind, in capitals and digits as its pattern allows."""
    return st.from_regex(re.compile(kind.pattern, re.ASCII), fullmatch=True).filter(lambda n: "\n" not in n)


@settings(max_examples=12, deadline=None)
@given(st.data())
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_compact_number_stays_what_it_is(kind, data):
    number = data.draw(numbers_of(kind))
    form = NumberForm(kind)
    assert form.compact(number) == number
    assert form.format(form.compact(number)) == number


DASHES = st.sampled_from(["-", "‑", "–", " - ", " – ", "- "])


@settings(max_examples=60, deadline=None)
@given(serial=st.integers(1, 999), dash=st.one_of(DASHES, st.sampled_from([" ", "\u00a0", ""])))
def test_a_number_comes_back_whatever_dash_or_blank_is_typed(serial, dash):
    form = NumberForm(RULES.numbers["latlit-2014"])
    assert form.compact(f"LLI{dash}{serial}") == f"LLI-{serial}"


@settings(max_examples=60, deadline=None)
@given(number=numbers_of(RULES.numbers["hr-kk"]), swaps=st.lists(st.sampled_from("OoIl"), min_size=1, max_size=3))
def test_letters_for_digits_are_put_right_and_reported(number, swaps):
    meant = number
    written = number[:3] + number[3:].replace("0", swaps[0] if swaps[0] in "Oo" else "O")
    if written == meant:
        return
    form = NumberForm(RULES.numbers["hr-kk"])
    reading = form.read(written, fold_code(written), 0)
    assert reading is not None
    assert (reading.value, reading.damage) == (meant, "look-alike")
