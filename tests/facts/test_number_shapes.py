"""A number of each kind is found whole however it is typed: behind any label, glued, broken, in cells."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publicity_check.facts.finder import finder_for
from publicity_check.readers import read_bytes
from publicity_check.rulebook import builtin

RULES = builtin()
KINDS = [k for k in RULES.numbers.values() if k.needs != "both"]
SAMPLES = {k.id: (k.examples[0].value if k.examples else k.shapes[0]) for k in KINDS}
"""One number of each kind: many programmes' numbers are those of another, too, and no made-up one would tell."""


def with_signs(text, sign, of):
    return re.sub(re.escape(of), lambda _: sign, text)


SHAPES = {
    "as it is": lambda n: escape(n),
    "other dashes": lambda n: with_signs(n, "–", "-"),
    "no-break hyphens": lambda n: with_signs(n, "‑", "-"),
    "blanks around slashes": lambda n: with_signs(n, " / ", "/"),
    "a zero-width space inside": lambda n: f"{n[:3]}\u200b{n[3:]}",
    "a soft hyphen inside": lambda n: f"{n[:-2]}\u00ad{n[-2:]}",
    "a place to break inside": lambda n: f"{n[:3]}<wbr>{n[3:]}",
    "bold in part": lambda n: f"{n[:2]}<b>{n[2:]}</b>",
    "no-break blanks for blanks": lambda n: with_signs(n, "\u00a0", " "),
    "a break behind the first sign": lambda n: re.sub(r"([-/])", r"\1<br>", n, count=1),
}


def values(html):
    page = f"<html><body>{html}</body></html>".encode()
    return {n.value for n in finder_for(RULES).find(read_bytes(page, "page.html")).project_numbers}


def label(kind):
    return next((words[0] for words in kind.introducers.values() if words), "project No")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@settings(max_examples=len(SHAPES), deadline=None)
@given(shape=st.sampled_from(sorted(SHAPES)))
def test_a_number_is_found_whole_in_every_shape(kind, shape):
    number = SAMPLES[kind.id]
    assert number in values(f"<p>{label(kind)} {SHAPES[shape](number)} is carried out.</p>")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_number_is_found_in_the_cell_behind_its_label(kind):
    number = escape(SAMPLES[kind.id])
    assert SAMPLES[kind.id] in values(f"<table><tr><td>{label(kind)}</td><td>{number}</td></tr></table>")
    assert SAMPLES[kind.id] in values(f"<dl><dt>{label(kind)}:</dt><dd>{number}</dd></dl>")


GRANT = st.integers(101000000, 101999999).map(str)


@settings(max_examples=60, deadline=None)
@given(number=GRANT, sign=st.sampled_from([" ", ".", "\u00a0", "\u202f", "&thinsp;", "<wbr>", "&#8203;", "<br>", "\n"]))
def test_a_grant_number_in_groups_is_one_number(number, sign):
    written = sign.join((number[:3], number[3:6], number[6:]))
    assert values(f"<p>Horizon Europe, grant agreement No {written}, began.</p>") == {number}


LABELS = [
    (language, names)
    for language, data in RULES.languages.items()
    if (names := data.names.numbers).agreements and names.codes
]


@pytest.mark.parametrize(("language", "names"), LABELS, ids=[language for language, _ in LABELS])
def test_words_for_an_agreement_a_grant_and_a_number_make_a_label_in_any_order(language, names):
    def word(stems):
        return next(s for s in stems if not s.startswith("*")).rstrip("*") if stems else ""

    agreement = next(iter(names.agreements)).strip("*")
    code, sign = word([s for s in names.codes if not s.startswith("*")] or ["ID"]), names.signs[0]
    for text in (f"{code} {agreement}: 101117322", f"{agreement} {sign} 101117322", f"{sign} {agreement} 101117322"):
        assert values(f'<p lang="{language}">{escape(text)}</p>') == {"101117322"}, text
