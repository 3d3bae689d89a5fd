"""Shows that finding statements costs no more with ten times as many wordings.

    python benchmarks/wordings.py [--pages 40]

Generated wordings are of three kinds, as many of each: real ones with some words replaced by made-up words, real ones
with a single word replaced, and whole made-up sentences. The pages are generated too: running text of many languages'
words with one real statement and disclaimer each, and as many without any. Both rulebooks take turns on every page;
the median of the turns counts. Times to build the finders are shown, but do not count.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Iterator

import msgspec

from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.publication import Block, Publication
from publicity_check.rulebook import Rulebook, builtin
from publicity_check.rulebook.wordings import Wording, WordingPart
from publicity_check.text.words import Words

TIMES = 10
LIMIT = 1.3
TURNS = 7
_WORD = re.compile(r"(?<![{\w])[^\W\d_]{3,}(?![}\w])")


def main() -> None:
    """Print the medians and the ratio; exit with 1 if it is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    pages = list(generated_pages(builtin(), parser.parse_args().pages))
    rulebooks = {"as shipped": builtin(), f"{TIMES} times as many": enlarged(builtin())}
    finders = {}
    for name, rulebook in rulebooks.items():
        begun = time.process_time()
        finders[name] = StatementFinder(rulebook)
        taken = (time.process_time() - begun) * 1000
        print(f"{name:>18}: {len(rulebook.wordings):5} wordings, finder built in {taken:.0f} ms")
    medians = dict.fromkeys(finders, 0.0)
    for publication, words in pages:
        turns: dict[str, list[float]] = {name: [] for name in finders}
        for _ in range(TURNS):
            for name, finder in finders.items():
                begun = time.process_time()
                finder.find(publication, words, sentences_of(publication, builtin()))
                turns[name].append(time.process_time() - begun)
        for name, taken_each in turns.items():
            medians[name] += statistics.median(taken_each)
    few, many = medians.values()
    size = sum(len(words) for _, words in pages) // len(pages)
    for name, taken in medians.items():
        print(f"{name:>18}: {taken / len(pages) * 1000:.2f} ms a page of {size} words")
    print(f"ratio {many / few:.2f}, limit {LIMIT}")
    raise SystemExit(many / few > LIMIT)


def enlarged(rulebook: Rulebook) -> Rulebook:
    """Return a rulebook with generated wordings added, nine for each it has."""
    wordings = dict(rulebook.wordings)
    for identifier, wording in rulebook.wordings.items():
        for copy in range(1, TIMES):
            made = f"{identifier}-generated-{copy}"
            chance = random.Random(made)
            parts = tuple(msgspec.structs.replace(p, **_varied(p, copy % 3, chance)) for p in wording.part)
            wordings[made] = Wording(id=made, title=made, part=parts)
    return msgspec.structs.replace(rulebook, wordings=wordings)


def _varied(part: WordingPart, kind: int, chance: random.Random) -> dict[str, object]:
    places = list(_WORD.finditer(part.text))
    if kind == 0:
        chosen = {place.start() for place in places if chance.random() < 0.3}
    elif kind == 1:
        chosen = {chance.choice(places).start()}
    else:
        chosen = {place.start() for place in places}
    text = _WORD.sub(lambda m: _word(chance) if m.start() in chosen else m[0], part.text)
    return {"text": text, "key_phrases": tuple(p for p in part.key_phrases if p in text)}


def _word(chance: random.Random, consonants: str = "bdfgklmnprst") -> str:
    return "".join(chance.choice(consonants) + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def generated_pages(rulebook: Rulebook, count: int) -> Iterator[tuple[Publication, Words]]:
    """Yield pages of about 50 KB of HTML: half of them with a statement and a disclaimer at their end."""
    languages = sorted(rulebook.languages)
    wordings = sorted(rulebook.wordings)
    for number in range(count):
        chance = random.Random(number)
        data = rulebook.languages[languages[number % len(languages)]]
        vocabulary = [
            *data.grammar.function_words,
            *(_word(chance, "cjqvwxz") for _ in range(400)),
            *data.names.union.name.split(),
        ]
        texts = [" ".join(chance.choices(vocabulary, k=40)).capitalize() + "." for _ in range(90)]
        if number % 2:
            wording = rulebook.wordings[chance.choice(wordings)]
            texts += [re.sub(r"[\[\]]|\{(\w+)\}", r"\1", part.text) for part in wording.part[:2]]
        blocks = tuple(Block(i, text) for i, text in enumerate(texts))
        words = Words.of((block.index, block.text) for block in blocks)
        yield Publication(f"page-{number}", "html", "", blocks), words


if __name__ == "__main__":
    main()
