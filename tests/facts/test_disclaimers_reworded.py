"""Disclaimers that say what is prescribed in words of their own: found, and left to a person to compare."""

import pytest
from statement_help import find

from publicity_check.facts.model import Statement

SAID = {
    "en": "The opinions on this page are the authors' own and need not be the views of the European Union. "
    "The Union and our school are not liable for them: neither the European Union nor EACEA is responsible.",
    "el": "Οι γνώμες ανήκουν στους συγγραφείς και δεν αντανακλούν απαραίτητα τις απόψεις της Ευρωπαϊκής Ένωσης. "
    "Ούτε η Ευρωπαϊκή Ένωση ούτε το ΙΚΥ είναι υπεύθυνα για αυτές.",
    "nl": "De geuite standpunten zijn van de auteurs en weerspiegelen niet noodzakelijk die van de Europese Unie of "
    "Nuffic. Noch de Europese Unie, noch Nuffic kan hiervoor verantwoordelijk worden gehouden.",
    "lv": "Viedokļi atspoguļo tikai autoru uzskatus un neatspoguļo Eiropas Savienības viedokli. "
    "Ne Eiropas Savienība, ne finansējuma piešķīrējs nenes par tiem atbildību.",
    "hu": "A kifejtett nézetek a szerzőkéi, és nem feltétlenül tükrözik az Európai Unió nézeteit. "
    "Sem az Európai Unió, sem a támogató nem tehető felelőssé ezekért.",
}
LOST = {
    "en": ("need not be the views", "are the views"),
    "el": ("δεν αντανακλούν", "αντανακλούν"),
    "nl": ("niet noodzakelijk", "noodzakelijk"),
    "lv": ("neatspoguļo", "atspoguļo"),
    "hu": ("nem feltétlenül tükrözik", "tükrözik"),
}


def _reworded(text: str, language: str) -> list[Statement]:
    return [s for s in find(text, language=language) if "reworded" in s.codes]


@pytest.mark.parametrize("language", SAID)
def test_a_disclaimer_in_other_words_is_found(language: str) -> None:
    (found,) = _reworded(SAID[language], language)
    assert (found.part, found.language) == ("disclaimer", language)


@pytest.mark.parametrize("language", SAID)
def test_without_its_second_sentence_it_is_none(language: str) -> None:
    assert _reworded(SAID[language].split(". ")[0] + ".", language) == []


@pytest.mark.parametrize("language", LOST)
def test_without_its_negation_it_is_none(language: str) -> None:
    assert _reworded(SAID[language].replace(*LOST[language]), language) == []


def test_a_damaged_prescribed_disclaimer_is_not_taken_for_one_in_other_words() -> None:
    text = (
        "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of "
        "the European Union or REA. Neither the European Union nor REA can be made responsible for them."
    )
    assert _reworded(text, "en") == []


def test_an_agency_in_capitals_ends_its_sentence() -> None:
    text = (
        "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of "
        "the European Union or REA. Neither the European Union nor REA can be held responsible for them."
    )
    (found,) = find(text, language="en")
    assert found.slots == {"authority": "REA", "authority_short": "REA"}


OTHER_ORDER = {
    "en": "The museum alone is responsible for this page. It does not reflect the opinion of the European Union.",
    "de": "Für den Inhalt dieser Seite ist allein das Museum verantwortlich. Er gibt nicht die Meinung der "
    "Europäischen Union wieder.",
    "sk": "Za obsah stránky zodpovedá výlučne múzeum. Nemusí vyjadrovať názory Európskej únie.",
}


@pytest.mark.parametrize("language", OTHER_ORDER)
def test_who_is_responsible_may_be_said_first(language: str) -> None:
    (found,) = _reworded(OTHER_ORDER[language], language)
    assert (found.part, found.language) == ("disclaimer", language)


@pytest.mark.parametrize("language", OTHER_ORDER)
def test_who_is_responsible_alone_is_no_disclaimer(language: str) -> None:
    assert _reworded(OTHER_ORDER[language].split(". ")[0] + ".", language) == []


def test_a_sentence_in_between_parts_the_two() -> None:
    text = OTHER_ORDER["en"].replace("page. It", "page. Tickets are sold at the door. It")
    assert _reworded(text, "en") == []


def test_the_commission_may_stand_for_the_union() -> None:
    text = (
        "This site does not reflect the views or policy of the European Commission. "
        "Our institute cannot be made liable for what others do with it."
    )
    assert len(_reworded(text, "en")) == 1


DENIED = {
    "en": "Our museum answers for this page and is responsible for it. What it says can in no way be taken for the "
    "opinion of the European Union.",
    "bg": "Музеят носи отговорност за тази страница. При никакви обстоятелства не може да се приеме, че тя отразява "
    "становището на Европейския съюз.",
    "pl": "Za treść strony odpowiedzialne jest muzeum. W żadnym wypadku treść ta odzwierciedlać mogłaby stanowisko "
    "Unii Europejskiej.",
    "es": "El museo es responsable de esta página. En ningún caso refleja la opinión de la Unión Europea.",
}


@pytest.mark.parametrize("language", DENIED)
def test_a_denial_may_need_no_negator(language: str) -> None:
    assert len(_reworded(DENIED[language], language)) == 1


def test_a_number_is_no_denial() -> None:
    text = (
        "The museum is responsible for agreement No 12. What we say on page no 3 reflects the opinion of the European "
        "Union."
    )
    assert _reworded(text, "en") == []
