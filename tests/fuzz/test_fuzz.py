"""No input, however broken, may crash the tool, hang it or make it tell the wrong exit status."""

from pathlib import Path

import pytest
from fuzz_campaign import broken
from fuzz_guard import trouble
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FOUND = sorted((Path(__file__).parent / "found").glob("*.*"))
ENDINGS = st.sampled_from([".html", ".docx", ".txt"])
WORDS = st.sampled_from(
    "Co-funded by the European Union | Līdzfinansē Eiropas Savienība | LLI-263 | www.latlit.eu | 1 234,56 EUR | 85 % | "
    "€1.234 | 12,5 milj. EUR | Views and opinions expressed are however those of the author(s) only | not | "
    "“ | ” | \u00ad | \u200b | \n | <b> | </p> | <td> | & | %s | {beneficiary} | \u202e | ﷽ | 0".split(" | ")
)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_made_trouble_makes_none_again(path: Path) -> None:
    assert trouble(path.read_bytes(), path.name) == ""


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 1200, 100))
def test_publications_broken_at_random_make_no_trouble(start: int) -> None:
    wrong = {number: trouble(*broken(7, number)) for number in range(start, start + 100)}
    assert {number: text for number, text in wrong.items() if text} == {}


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=3000), ending=ENDINGS)
def test_bytes_of_any_kind_make_no_trouble(content: bytes, ending: str) -> None:
    assert trouble(content, f"input{ending}") == ""


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(WORDS | st.text(max_size=12), max_size=60), ending=st.sampled_from([".html", ".txt"]))
def test_words_of_publications_in_any_order_make_no_trouble(words: list[str], ending: str) -> None:
    content = " ".join(words).encode("utf-8", "surrogatepass")
    assert trouble(content, f"input{ending}") == ""
