"""Words by which a publication says what kind of publication it is: one file, ``media.toml``."""

from publicity_check.rulebook.common import Data, LanguageCode, Medium


class MediumWords(Data, frozen=True, kw_only=True):
    """Words of one ``kind`` of publication by language, each a phrase of grammar data (a star for any ending).

    ``titles`` stand in its title or at its beginning, ``files`` are words of file names, the same in all languages.
    """

    kind: Medium
    titles: dict[LanguageCode, tuple[str, ...]] = {}
    files: tuple[str, ...] = ()


class MediaWords(Data, frozen=True, kw_only=True):
    """``media.toml``: the words of all kinds of publications."""

    medium: tuple[MediumWords, ...] = ()

    def joined(self, more: "MediaWords") -> "MediaWords":
        """Return these words with those of another file added."""
        return MediaWords(medium=(*self.medium, *more.medium))
