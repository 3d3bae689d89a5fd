"""Every prescribed disclaimer of every wording: without its denials, with an exception, or broken off it is told."""

import re
import tomllib
from pathlib import Path

import pytest
from statement_help import find, finder

from publicity_check.rulebook import builtin, template
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import fold

DATA = Path(__file__).parents[1] / "data" / "disclaimers_spoilt.toml"
EXCEPT = {language: said["except"] for language, said in tomllib.loads(DATA.read_text("utf-8")).items()}
PARTS = [
    pytest.param(part, id=f"{identifier} ({part.language}, {number})")
    for identifier, wording in builtin().wordings.items()
    for number, part in enumerate(wording.part)
    if part.check == "disclaimer"
]
TOLD = {
    "negated", "taken-back", "union-as-author", "cut-off", "sentence-missing", "key-phrase-missing", "reworded",
}  # fmt: skip


def codes(text: str, language: str) -> set[str]:
    """Return the codes of the disclaimers found in a text, "none" where there is none."""
    found = [s for s in find(text, language=language) if s.part == "disclaimer"]
    return {code for statement in found for code in statement.codes} if found else {"none", *TOLD}


def sentences(part: WordingPart) -> list[str]:
    """Return the sentences of a wording, its gaps filled."""
    return re.split(r"(?<=\.)\s+", template.filled(template.variants(part.text)[0], lambda _: "EACEA"))


def affirmed(sentence: str, language: str) -> str:
    """Take all that denies out of a sentence, negating prefixes included."""
    pieces = re.findall(r"\w+|\W+", sentence)
    denying = finder().disclaimers.denials_among([fold(piece) for piece in pieces], language)
    return "".join("" if i in denying else piece for i, piece in enumerate(pieces))


@pytest.mark.parametrize("part", PARTS)
def test_as_prescribed_nothing_is_told(part: WordingPart) -> None:
    assert not codes(" ".join(sentences(part)), part.language) & {"negated", "taken-back", "union-as-author"}


@pytest.mark.parametrize("part", PARTS)
def test_without_the_denials_of_any_sentence_it_is_told(part: WordingPart) -> None:
    said = sentences(part)
    for i, sentence in enumerate(said):
        changed = affirmed(sentence, part.language)
        if changed != sentence:
            assert codes(" ".join([*said[:i], changed, *said[i + 1 :]]), part.language) & TOLD, sentence


@pytest.mark.parametrize("part", PARTS)
def test_with_an_exception_it_is_told(part: WordingPart) -> None:
    said = " ".join(sentences(part)).rstrip(".")
    assert codes(f"{said}{EXCEPT[part.language]}.", part.language) & TOLD


@pytest.mark.parametrize("part", [p for p in PARTS if str(p.id).startswith("mga-17-3 ")])
def test_broken_off_before_its_end_it_is_told(part: WordingPart) -> None:
    said = " ".join(sentences(part)).split()
    for words in range(3, len(sentences(part)[-1].split())):
        assert codes(" ".join(said[:-words]), part.language) & {*TOLD, "slot-empty"}, words


FREE = tomllib.loads((DATA.parent / "statements" / "disclaimers.toml").read_text("utf-8"))["disclaimer"]


@pytest.mark.parametrize("row", FREE, ids=lambda row: row["language"])
def test_one_in_words_of_its_own_with_an_exception_is_told(row: dict[str, str]) -> None:
    assert "taken-back" not in codes(row["free"], row["language"])
    assert "taken-back" in codes(row["free"].rstrip(".") + EXCEPT[row["language"]] + ".", row["language"])
