"""What disclaimers say, in the words of 24 languages: free ones, and such as say the opposite or break off."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from statement_help import find, finder

from publicity_check.facts.model import Statement
from publicity_check.rulebook import builtin, template
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import fold

TABLE = Path(__file__).parents[1] / "data" / "statements" / "disclaimers.toml"
ROWS: list[dict[str, str]] = tomllib.loads(TABLE.read_text("utf-8"))["disclaimer"]


def _one(text: str, language: str) -> Statement:
    (found,) = [s for s in find(text, language=language) if s.part == "disclaimer"]
    return found


def _id(row: Any) -> str:
    return str(row["language"])


def test_the_table_has_all_languages() -> None:
    assert {row["language"] for row in ROWS} == set(builtin().languages)


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_free_words_say_whose_views_and_who_does_not_answer(row: dict[str, str]) -> None:
    found = _one(row["free"], row["language"])
    assert {"own-views", "union-not-answerable"} <= set(found.says) or found.wordings
    assert not found.codes & {"negated", "union-as-author", "cut-off"}


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_the_opposite_of_a_disclaimer_is_negated(row: dict[str, str]) -> None:
    assert "negated" in _one(row["affirmed"], row["language"]).codes


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_the_union_does_not_answer_for_a_text(row: dict[str, str]) -> None:
    assert "union-as-author" in _one(row["union"], row["language"]).codes


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_a_disclaimer_that_breaks_off_is_cut_off(row: dict[str, str]) -> None:
    assert _one(row["cut"], row["language"]).codes & {"cut-off", "sentence-missing", "key-phrase-missing"}


MODEL = [p for p in builtin().wordings["mga-17-3"].part if p.check == "disclaimer"]


def _without_denials(text: str, language: str) -> str:
    """Take all that denies out of a text."""
    pieces = re.findall(r"\w+|\W+", text)
    denying = finder().disclaimers.denials_among([fold(piece) for piece in pieces], language)
    text = " ".join("".join(piece for i, piece in enumerate(pieces) if i not in denying).split())
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("part", MODEL, ids=lambda part: part.language)
def test_a_prescribed_disclaimer_is_whole_with_its_denials_and_never_without(part: WordingPart) -> None:
    text = template.filled(part.text, lambda _: "EACEA")
    assert not _one(text, part.language).codes & {"negated", "union-as-author", "cut-off"}
    sentences = re.split(r"(?<=[.])\s+", text)
    changed = " ".join([*sentences[:-1], _without_denials(sentences[-1], part.language)])
    broken = {"negated", "union-as-author", "sentence-missing", "key-phrase-missing"}
    assert _one(changed, part.language).codes & broken


UNION_AS_AUTHOR = {
    "en": "The contents of this page are the sole responsibility of the European Union and can under no circumstances "
    "be regarded as reflecting the position of the European Union.",
    "lv": "Par šīs publikācijas saturu pilnībā atbild Eiropas Savienība, un tas nekādos apstākļos nav uzskatāms par "
    "Eiropas Savienības oficiālo nostāju.",
    "lt": "Už šios informacijos turinį atsako Europos Sąjunga. Jokiomis aplinkybėmis negali būti laikoma, kad jis "
    "atspindi Europos Sąjungos nuomonę.",
    "it": "Le opinioni espresse appartengono, tuttavia, alla sola Unione europea e non riflettono necessariamente le "
    "opinioni dell’Unione europea o EACEA. Né l’Unione europea né EACEA possono esserne ritenute responsabili.",
}


@pytest.mark.parametrize(("language", "text"), UNION_AS_AUTHOR.items())
def test_the_union_in_the_gap_of_the_author_is_the_union_as_author(language: str, text: str) -> None:
    assert "union-as-author" in _one(text, language).codes
