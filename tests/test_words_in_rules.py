"""No word of a language stands in Python: words are data of ``rules/``, so that a linguist can read and change them.

A text in the code is taken for a word of a language if it has a letter that English does not use, or if a word of four
letters or more is one of the rules' words for another language and none of English, of HTML, of Word or of the code.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "publicity_check"
ABOUT_LETTERS = {
    "text/letters.py": "letters that look alike, and their plain forms",
    "readers/alphabets.py": "letters and frequent words that tell an undeclared encoding, before any rule is read",
    "readers/encoding.py": "signs of undeclared encodings",
}
NAMES = {
    "europa": "the Union's domain",
    "banner": "a role of ARIA",
    "fast": "a condition of CSS",
    "future": "a pseudo-class of CSS",
    "grad": "a unit of CSS",
    "need": "English",
    "param": "a tag of HTML",
}
"""Words of other languages that are names in the code."""
SIGNS = "ºªʼ"
"""Signs that Unicode counts among the letters."""
WORD = re.compile(rf"[^\W\d_{SIGNS}]+")
SHORTEST = 4
"""Letters of a word that means one thing: "un", "och" and "nav" are syllables, tags and abbreviations too."""


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def lexicon(code: str) -> set[str]:
    files = (ROOT / "rules" / "languages" / code).glob("*.toml")
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    return {word.lower() for data in read for text in texts(data) for word in WORD.findall(text)}


CODES = [path.name for path in (ROOT / "rules" / "languages").iterdir() if path.is_dir()]
ENGLISH = lexicon("en")
FOREIGN = {word for code in CODES if code != "en" for word in lexicon(code)} - ENGLISH
MODULES = sorted(path for path in SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def identifiers() -> set[str]:
    found: set[str] = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            for name in (getattr(node, key, None) for key in ("id", "attr", "name", "arg")):
                if isinstance(name, str):
                    found.update(part.lower() for part in re.findall(r"[A-Z]?[a-z]+", name))
    return found


OWN = identifiers() | NAMES.keys()


def words_of_a_language(tree: ast.AST) -> list[str]:
    docstrings = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            for word in WORD.findall(node.value):
                known = len(word) >= SHORTEST and word.lower() in FOREIGN - OWN
                if known or not word.isascii():
                    found.append(f"line {node.lineno}: {word}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_holds_a_word_of_a_language(path: Path) -> None:
    if path.relative_to(SOURCE).as_posix() in ABOUT_LETTERS:
        assert words_of_a_language(TREES[path]), "needs no exception any more"
    else:
        assert words_of_a_language(TREES[path]) == [], "words of a language belong in rules/languages"


def test_a_word_of_a_language_is_seen() -> None:
    assert words_of_a_language(ast.parse("WORDS = {'Vorhaben', 'project', 'x'}")) == ["line 1: Vorhaben"]
    assert words_of_a_language(ast.parse("SIGN = re.compile('č|nr')")) == ["line 1: č"]
    assert words_of_a_language(ast.parse('def f():\n    """Vorhaben."""\n    return "the project"')) == []
