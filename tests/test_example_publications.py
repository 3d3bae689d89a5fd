"""The publications under examples/: those in order pass, those with defects fail, each for its own."""

import runpy
from pathlib import Path

import pytest

from publicity_check import check
from publicity_check.readers.docx.read import read

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize("name", ["in-order.docx", "draft-with-defects.docx"])
def test_the_word_examples_are_what_their_script_makes(name: str):
    made = runpy.run_path(str(EXAMPLES / "make_examples.py"))["FILES"][name]()
    kept = (EXAMPLES / name).read_bytes()
    assert read(made, name).blocks == read(kept, name).blocks
    assert read(made, name).links == read(kept, name).links


def test_the_emblem_is_what_the_script_draws():
    made = runpy.run_path(str(EXAMPLES / "make_examples.py"))["FILES"]["eu-emblem.png"]()
    assert made[:33] == (EXAMPLES / "eu-emblem.png").read_bytes()[:33]


@pytest.mark.parametrize("name", ["in-order.docx", "in-order.html"])
def test_an_example_in_order_passes(name: str):
    (publication,) = check(EXAMPLES / name).publications
    assert {result.check for result in publication.results if result.outcome != "passed"} == {"slogan"}
    assert not [note for result in publication.results if result.check == "emblem" for note in result.notes]


@pytest.mark.parametrize(
    ("name", "failed"),
    [
        ("draft-with-defects.docx", {"disclaimer", "emblem", "budget", "programme-link", "project-number"}),
        ("page-with-defects.html", {"funding-statement", "disclaimer", "eu-link", "budget"}),
    ],
)
def test_an_example_with_defects_fails_for_each_of_them_and_nothing_else(name: str, failed: set[str]):
    (publication,) = check(EXAMPLES / name).publications
    assert {result.check for result in publication.results if result.outcome == "failed"} == failed
