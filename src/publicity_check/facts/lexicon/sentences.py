"""Where sentences end, by what the languages of a rulebook abbreviate."""

from functools import cache

from publicity_check.publication import Publication
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import SentenceEnds, Sentences


@cache
def sentence_ends(rulebook: Rulebook) -> SentenceEnds:
    """Return what tells the ends of sentences by the abbreviations of a rulebook's languages; it is made once."""
    known = [language.grammar.sentences for language in rulebook.languages.values()]
    return SentenceEnds(
        abbreviations=[text for words in known for text in words.abbreviations],
        before_words=[text for words in known for text in words.before_words],
        after_ordinals=[text for words in known for text in words.after_ordinals],
    )


def sentences_of(publication: Publication, rulebook: Rulebook) -> Sentences:
    """Return the sentences of a publication's blocks."""
    return Sentences(sentence_ends(rulebook), lambda block: publication.blocks[block].text)
