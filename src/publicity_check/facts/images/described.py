"""What descriptions of pictures tell where they name nothing: a blue flag with yellow stars, or just "logos"."""

import re
from collections.abc import Iterable

from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.languages import PictureWords
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import WORD, fold

_FILE = re.compile(r"[^/\\]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)", re.IGNORECASE)
"""The name of a file, which Word keeps of a picture that is put in: it tells what its owner called it, if anything."""
_NUMBERED = re.compile(r"\s*[^\W\d_]{0,20}[\s_-]*\d{0,14}\s*(?:\.\w{2,5})?\s*")
"""What programs call pictures by themselves: "Picture 1", "Grafik 3", "image001.png"."""
_LONG = 25
"""A description of more words than this describes a scene."""


class DescribedFlags:
    """Knows how the emblem is described by those, and by programs, who do not know what it is."""

    def __init__(self, rulebook: Rulebook) -> None:
        of = [data.names for data in rulebook.languages.values()]
        self._signs = {names.code: _Signs(names.pictures) for names in of}
        self._stars = Phrases((word, names.code) for names in of for word in names.pictures.stars)
        self._flags = Phrases((word, None) for names in of for word in (*names.pictures.emblem, *names.pictures.stars))
        unions = ((*names.union.abbreviations, *names.union.forms, names.union.name) for names in of)
        self._sign = Phrases((word, None) for names in of for word in names.pictures.signs)
        self._spoilt = Phrases((word, None) for names in of for word in names.pictures.spoilt)
        self._photos = Phrases((word, None) for names in of for word in names.pictures.photos)
        self._open = Phrases((word, None) for words in (*(n.pictures.logos for n in of), *unions) for word in words)

    def shows(self, tokens: tuple[str, ...]) -> bool:
        """Say whether words of one language describe a flag or sign with stars, in the emblem's colours."""
        return len(tokens) <= _LONG and any(self._signs[code].shown_by(tokens) for code in self._stars.among(tokens))

    def leaves_open(self, text: str) -> bool:
        """Say whether a description or file name may be that of the emblem: it tells nothing, or of flags and logos."""
        if _NUMBERED.fullmatch(text) or _FILE.fullmatch(text):
            return True
        tokens = tuple(fold(word) for word in WORD.findall(text))
        return len(tokens) <= _LONG and any(words.stands_in(tokens) for words in (self._open, self._flags))

    def spoilt(self, text: str) -> bool:
        """Say whether a description says that something is not there, is not whole, or stands in a photograph."""
        tokens = tuple(fold(word) for word in WORD.findall(text))
        return self._spoilt.stands_in(tokens) or self._photos.stands_in(tokens)

    def spoilt_file(self, name: str) -> bool:
        """Say whether the name of a file says that something is not there, or not whole."""
        return self._spoilt.stands_in(_file_words(name))

    def is_sign(self, descriptions: Iterable[str], names: Iterable[str]) -> bool:
        """Say whether descriptions or names of files call a picture somebody's logo."""
        described = (tuple(fold(word) for word in WORD.findall(text)) for text in descriptions)
        return any(self._sign.stands_in(t) for t in (*described, *map(_file_words, names)))

    def tells_of_logos(self, names: Iterable[str]) -> bool:
        """Say whether the name of a file speaks of flags, logos, banners or who paid."""
        return any(self._open.stands_in(t) or self._flags.stands_in(t) for t in map(_file_words, names))


class _Signs:
    """The words of a language for a flag and its colours."""

    def __init__(self, words: PictureWords) -> None:
        flags = tuple(word for word in words.emblem if word not in words.stars)
        self._kinds = [Phrases((word, None) for word in kind) for kind in (flags, (*words.blue, *words.yellow))]

    def shown_by(self, tokens: tuple[str, ...]) -> bool:
        """Say whether words that speak of stars speak of a flag and of one of its colours, too."""
        return all(kind.stands_in(tokens) for kind in self._kinds)


def _file_words(name: str) -> tuple[str, ...]:
    base = re.split(r"[?#]", name, maxsplit=1)[0].replace("\\", "/").rsplit("/", 1)[-1]
    return tuple(fold(word) for word in re.split(r"[\W_]+", base.rpartition(".")[0] or base) if word)
