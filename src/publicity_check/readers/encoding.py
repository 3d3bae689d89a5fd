"""Turns the bytes of a page or text into characters, whatever it says, rightly or wrongly, about its encoding.

What is UTF-8 is read so whatever is declared. Where a page declares another encoding, that is believed
unless the letters speak clearly against it; where it declares none, the letters and words of the
languages choose (an undeclared windows-1257 is else taken for windows-1250).
"""

import codecs
import re
import unicodedata
from collections import Counter

from publicity_check.readers.alphabets import LANGUAGES, OWN_WORDS, Alphabet

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z]")
_NOT_LATIN = re.compile(r"[\u0370-\u04ff]")
_MARKUP = re.compile(rb"<(script|style)\b.*?(?:</\1|\Z)|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_PUNCTUATION = frozenset("„“”‚‘’«»–—…§°€№·•©®™²³½´`¨¸ª\u00a0\u00ad†‰£±×¹¼¾¶‹›")
_JUDGED = 50_000
_SAME = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
         "ascii": "windows-1252", "iso8859-1": "windows-1252", "iso-8859-9": "windows-1254", "tis-620": "cp874",
         "iso-8859-11": "cp874", "x-sjis": "shift_jis"}  # fmt: skip
_STRAY = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}
"""What single bytes mean that stand astray in UTF-8."""
_FEWEST = 4
"""Bytes from which on it can be told whether each letter takes two."""
_HIGH_LETTERS = range(0xA0, 0x100)
"""Where encodings of one byte a letter differ."""
_CLEARLY = 0.25
_SHOWN = 2
"""Different words of its own that show a text to be in a language."""


def decode(data: bytes) -> str:
    """Return bytes as text. Never fails: what no encoding explains becomes U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data[:1024] and (wide := _wide_letters(data)):
        return data.decode(wide, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    if "\x1b" in text and (declared := _declared(data)) and declared.startswith("iso-2022"):
        return data.decode(declared, "replace")
    return text


def nfc(text: str) -> str:
    """Return a text in normal form C."""
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _wide_letters(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 in which a text without a mark is written, if it is."""
    start = data[:1024]
    if len(data) % 4 == 0 and len(start) >= _FEWEST:
        if not any(start[2::4]) and not any(start[3::4]):
            return "utf-32-le"
        if not any(start[::4]) and not any(start[1::4]):
            return "utf-32-be"
    if len(data) % 2 == 0 and len(start) >= _FEWEST:
        if start[1::2].count(0) > len(start) // 5 and start[::2].count(0) == 0:
            return "utf-16-le"
        if start[::2].count(0) > len(start) // 5 and start[1::2].count(0) == 0:
            return "utf-16-be"
    return None


def _decode_other(data: bytes) -> str:
    declared = _declared(data)
    high, multibyte = len(_HIGH.findall(data)), sum(map(len, _MULTIBYTE.findall(data)))
    if 10 * multibyte >= 8 * high:
        return data.decode("utf-8", "surrogateescape").translate(_STRAY)
    if declared is not None and not _one_byte_a_letter(declared):
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            declared = None
    return data.decode(_likeliest(data, declared), "replace")


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page declares, if there is such a one and it is not UTF-8."""
    from bs4.dammit import EncodingDetector

    found = EncodingDetector.find_declared_encoding(data[:8192], is_html=True)
    if not found:
        return None
    name = _SAME.get(found.lower(), found.lower())
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if codec.startswith(("utf-8", "utf-16", "utf-32")) else name


def _one_byte_a_letter(encoding: str) -> bool:
    try:
        return len(bytes(_HIGH_LETTERS).decode(encoding, "replace")) == len(_HIGH_LETTERS)
    except (LookupError, TypeError):
        return False


def _likeliest(data: bytes, declared: str | None) -> str:
    """Return the encoding in which the bytes are most like one of the languages."""
    judged = _MARKUP.sub(b" ", data[:_JUDGED])
    if not _HIGH.search(judged):
        judged = data[:_JUDGED]
    best, best_score, declared_score = declared or "windows-1252", -1e9, -1e9
    encodings = dict.fromkeys(name for alphabet in LANGUAGES.values() for name in alphabet.encodings)
    if declared is not None:
        encodings = {declared: None} | encodings
    counted = Counter(_HIGH.findall(judged))
    for encoding in encodings:
        text = judged.decode(encoding, "replace")
        found = Counter({byte.decode(encoding, "replace"): count for byte, count in counted.items()})
        words = Counter(_WORD.findall(text.lower()))
        score = max(
            _likeness(found, words, alphabet) - 0.01 * place
            for alphabet in (*LANGUAGES.values(), *_together(words, encoding))
            for place in [_place(encoding, declared, alphabet)]
            if place >= 0
        )
        score -= 2 * _in_two_scripts(words)
        if encoding == declared:
            declared_score = score
        if score > best_score:
            best, best_score = encoding, score
    if declared is not None and best_score - declared_score < _CLEARLY:
        return declared
    return best


def _in_two_scripts(words: Counter[str]) -> float:
    """Return the share of the words beyond ASCII that mix Latin letters with Greek or Cyrillic ones: there are none."""
    other = {word: count for word, count in words.items() if not word.isascii()}
    mixed = sum(count for word, count in other.items() if _LATIN.search(word) and _NOT_LATIN.search(word))
    return mixed / max(sum(other.values()), 1)


def _together(words: Counter[str], encoding: str) -> list[Alphabet]:
    """Return one alphabet of all languages that the words of a text show it to be in and an encoding serves."""
    shown = [
        LANGUAGES[code]
        for code, own in OWN_WORDS.items()
        if encoding in LANGUAGES[code].encodings and len(own & words.keys()) >= _SHOWN
    ]
    if len(shown) < 2:  # noqa: PLR2004
        return []
    letters = frozenset[str]().union(*(alphabet.letters for alphabet in shown))
    frequent = frozenset[str]().union(*(alphabet.words for alphabet in shown))
    return [Alphabet((encoding,), letters, frequent)]


def _place(encoding: str, declared: str | None, alphabet: Alphabet) -> int:
    """Return how unlikely an encoding is for a language: its place in the list; -1 if it is not in it."""
    if encoding in alphabet.encodings:
        return alphabet.encodings.index(encoding)
    return 0 if encoding == declared else -1


def _likeness(found: Counter[str], words: Counter[str], alphabet: Alphabet) -> float:
    """Return how much a text is like a language: the share of its letters that belong to it, and of its words."""
    total = sum(found.values())
    fit = sum(
        count if char in alphabet.letters else 0.5 * count if char in _PUNCTUATION else -count
        for char, count in found.items()
    )
    frequent = sum(words[word] for word in alphabet.words)
    return fit / max(total, 1) + min(2.0 * frequent / max(sum(words.values()), 1), 0.6)
