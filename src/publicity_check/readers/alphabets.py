"""The letters and some frequent words of the languages of the Union, to tell an undeclared encoding by.

``LANGUAGES`` lists, for each language: the encodings of one byte a letter in which it used to be
written (first the one that is likeliest on the web), its letters beyond a to z, and short frequent words.
Letters: Unicode CLDR, main exemplar sets.
"""

from collections import Counter
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
        _CYRILLIC,
        "абвгдежзийклмнопрстуфхцчшщъьюя",
        "на и за от се по да са проект който европейския съюз в с не или които като",
    ),
    "cs": _alphabet(
        _MIDDLE,
        "áčďéěíňóřšťúůýž",
        "a je se na v že projektu evropské unie z pro které byl s do jsou jako při která také až",
    ),
    "da": _alphabet(_WEST, "æøåé", "og er af til på for med den projektet europæiske ikke der som en et i at fra ved"),
    "de": _alphabet(
        _WEST,
        "äöüß",
        "und der die das für von mit des über projekt europäischen union im ist ein eine nicht auf zu "
        "den auch sich werden durch",
    ),
    "el": _alphabet(
        "windows-1253 iso-8859-7",
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        "και το της του την των με για από στο έργο ευρωπαϊκή ένωση η ο οι τα στην στη που είναι δεν",
    ),
    "en": _alphabet(_WEST, "é", "the and of to in for by with project european union is was are this that on from at"),
    "es": _alphabet(
        _WEST,
        "áéíñóúü",
        "el la de los y en por del proyecto unión europea para con se una un está más también que las entre año",
    ),
    "et": _alphabet(
        "windows-1257 windows-1252 iso-8859-15 iso-8859-13",
        "äöõüšž",
        "ja on ning et projekti euroopa liidu see oli kui mis aga ka üle",
    ),
    "fi": _alphabet(_WEST, "äöåšž", "ja on että euroopan unionin hanke hankkeen sekä ei oli joka myös tai"),
    "fr": _alphabet(
        _WEST,
        "àâæçéèêëîïôœùûüÿ",
        "le la les de des et du en par projet union européenne pour un une est dans sur avec qui aux à été même",
    ),
    "ga": _alphabet(_WEST, "áéíóú", "agus an na ar le don tionscadal aontas tá bhí ag leis san"),
    "hr": _alphabet(_MIDDLE, "čćđšž", "i je u na za se od projekta europske unije koji će što bit"),
    "hu": _alphabet(_MIDDLE, "áéíóöőúüű", "a az és egy hogy európai unió projekt támogatásával nem is meg volt"),
    "it": _alphabet(
        _WEST,
        "àèéìíòóù",
        "il la di e del della per con progetto unione europea è una un che non nel alla dei più già sono anche",
    ),
    "lt": _alphabet(
        _BALTIC, "ąčęėįšųūž", "ir yra su kad iš į projekto projektas europos sąjungos tai bei bus apie čia"
    ),
    "lv": _alphabet(
        _BALTIC, "āčēģīķļņšūž", "un ir par ar no tiek projekta projekts eiropas savienības kas pie bija vai arī būs"
    ),
    "mt": _alphabet("iso-8859-3", "ċġħżàèìòù", "u ta il li tal proġett unjoni ewropea fl huwa hija"),
    "nl": _alphabet(
        _WEST, "éëïóöü", "de het een en van voor met project europese unie is op te zijn niet ook door bij"
    ),
    "pl": _alphabet(
        "windows-1250 iso-8859-2",
        "ąćęłńóśźż",
        "i w na z do się jest projektu unii europejskiej przez nie że dla oraz od są",
    ),
    "pt": _alphabet(
        _WEST,
        "áâãàçéêíóôõú",
        "o a de e do da que em para projeto união europeia um uma os as não são está mais na no ao",
    ),
    "ro": _alphabet(
        "windows-1250 iso-8859-2 iso-8859-16",
        "ăâîșțşţ",
        "și şi de la în din cu proiectului europeană uniunea este un o pe să sunt mai pentru",
    ),
    "ru": _alphabet(_CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "и в на с по для проекта что союза не как это"),
    "sk": _alphabet(
        _MIDDLE, "áäčďéíĺľňóôŕšťúýž", "a je sa na v projektu európskej únie pre ktoré bol s do aj ako pri sú že ktorá"
    ),
    "sl": _alphabet(_MIDDLE, "čšž", "in je na za se v projekta evropske unije ki s so pri tudi bo ter"),
    "sv": _alphabet(
        _WEST, "åäöé", "och är av till på för med den projektet europeiska en ett som inte att från vid även"
    ),
}


def _own_words() -> dict[str, frozenset[str]]:
    """Return the frequent words of each language that no other shares."""
    spread = Counter(word for alphabet in LANGUAGES.values() for word in alphabet.words)
    return {code: frozenset(w for w in a.words if spread[w] == 1) for code, a in LANGUAGES.items()}


OWN_WORDS = _own_words()
