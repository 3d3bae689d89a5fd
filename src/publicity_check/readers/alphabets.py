"""The letters and some frequent words of the languages of the Union, to tell an undeclared encoding by.

``LANGUAGES`` lists, for each language: the encodings of one byte a letter in which it used to be
written (first the one that is likeliest on the web), its letters beyond a to z, and short frequent words.
Letters: Unicode CLDR, main exemplar sets.
"""

from typing import NamedTuple


class Alphabet(NamedTuple):
    """What tells that bytes are a language in an encoding."""

    encodings: tuple[str, ...]
    letters: frozenset[str]
    words: frozenset[str]


def _alphabet(encodings: str, letters: str, words: str) -> Alphabet:
    return Alphabet(tuple(encodings.split()), frozenset(letters + letters.upper()), frozenset(words.split()))


_WEST = "windows-1252 iso-8859-15"
_MIDDLE = "windows-1250 iso-8859-2"
_BALTIC = "windows-1257 iso-8859-13 iso-8859-4"
_CYRILLIC = "windows-1251 iso-8859-5 koi8-r"

LANGUAGES = {
    "bg": _alphabet(
        _CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъьюя", "на и за от се по да са проект който европейския съюз"
    ),
    "cs": _alphabet(_MIDDLE, "áčďéěíňóřšťúůýž", "a je se na v že projektu evropské unie z pro které byl"),
    "da": _alphabet(_WEST, "æøåé", "og er af til på for med den projektet europæiske"),
    "de": _alphabet(_WEST, "äöüß", "und der die das für von mit des über projekt europäischen union"),
    "el": _alphabet(
        "windows-1253 iso-8859-7",
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        "και το της του την των με για από στο έργο ευρωπαϊκή ένωση",
    ),
    "en": _alphabet(_WEST, "é", "the and of to in for by with project european union"),
    "es": _alphabet(_WEST, "áéíñóúü", "el la de los y en por del proyecto unión europea para con"),
    "et": _alphabet(
        "windows-1257 windows-1252 iso-8859-15 iso-8859-13", "äöõüšž", "ja on ning et projekti euroopa liidu"
    ),
    "fi": _alphabet(_WEST, "äöåšž", "ja on että euroopan unionin hanke hankkeen sekä"),
    "fr": _alphabet(_WEST, "àâæçéèêëîïôœùûüÿ", "le la les de des et du en par projet union européenne pour"),
    "ga": _alphabet(_WEST, "áéíóú", "agus an na ar le don tionscadal aontas"),
    "hr": _alphabet(_MIDDLE, "čćđšž", "i je u na za se od projekta europske unije"),
    "hu": _alphabet(_MIDDLE, "áéíóöőúüű", "a az és egy hogy európai unió projekt támogatásával"),
    "it": _alphabet(_WEST, "àèéìíòóù", "il la di e del della per con progetto unione europea"),
    "lt": _alphabet(_BALTIC, "ąčęėįšųūž", "ir yra su kad iš į projekto projektas europos sąjungos"),
    "lv": _alphabet(_BALTIC, "āčēģīķļņšūž", "un ir par ar no tiek projekta projekts eiropas savienības"),
    "mt": _alphabet("iso-8859-3", "ċġħżàèìòù", "u ta il li tal proġett unjoni ewropea"),
    "nl": _alphabet(_WEST, "éëïóöü", "de het een en van voor met project europese unie"),
    "pl": _alphabet("windows-1250 iso-8859-2", "ąćęłńóśźż", "i w na z do się jest projektu unii europejskiej przez"),
    "pt": _alphabet(_WEST, "áâãàçéêíóôõú", "o a de e do da que em para projeto união europeia"),
    "ro": _alphabet(
        "windows-1250 iso-8859-2 iso-8859-16", "ăâîșțşţ", "și şi de la în din cu proiectului europeană uniunea"
    ),
    "ru": _alphabet(_CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "и в на с по для проекта что союза"),
    "sk": _alphabet(_MIDDLE, "áäčďéíĺľňóôŕšťúýž", "a je sa na v projektu európskej únie pre ktoré bol"),
    "sl": _alphabet(_MIDDLE, "čšž", "in je na za se v projekta evropske unije ki"),
    "sv": _alphabet(_WEST, "åäöé", "och är av till på för med den projektet europeiska"),
}
