"""Where a publication names the Union: in full in any language, abbreviated in those that use the abbreviation."""

import pytest

from publicity_check.facts.finder import finder_for
from publicity_check.readers import read_bytes
from publicity_check.rulebook import builtin


def named(language: str, text: str) -> list[tuple[str, bool]]:
    page = f'<html lang="{language}"><body><p>{text}</p></body></html>'.encode()
    found = finder_for(builtin()).find(read_bytes(page, "page.html")).union_names
    return [(mention.name, mention.abbreviated) for mention in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Paid by the European Union.", [("European Union", False)]),
        ("fi", "Hanke saa tukea Euroopan unionilta.", [("Euroopan unionilta", False)]),
        ("lt", "Lėšos gautos iš Europos Sąjungos, t. y. ES.", [("Europos Sąjungos", False), ("ES", True)]),
        ("el", "Με χρήματα της Ευρωπαϊκής Ένωσης (ΕΕ).", [("Ευρωπαϊκής Ένωσης", False), ("ΕΕ", True)]),
        ("it", "Con il contributo dell’Unione europea e dell'UE.", [("Unione europea", False), ("UE", True)]),
        ("sk", "Peniaze z Európskej únie a z EÚ.", [("Európskej únie", False), ("EÚ", True)]),
        ("es", "Lo paga la U.E. y nadie más.", [("U.E", True)]),
        ("hr", "Sufinancira Evropska unija.", [("Evropska unija", False)]),
        ("de", "EU-Mittel für alle.", [("EU", True)]),
        ("fr", "Un projet financé par l’UE, dit „EU-funded“.", [("UE", True), ("EU", True)]),
        ("de", "ES WAR EINMAL, UE und AE und EL.", []),
        ("pt", "Ele disse: eu pago.", []),
        ("en", "A European idea of union.", []),
    ],
)
def test_the_union_is_named(language: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert named(language, text) == expected


def test_what_a_name_tells() -> None:
    page = b'<html lang="lv"><title>Eiropas Savien\xc4\xabba</title><p>Finans\xc4\x93 ES.</p></html>'
    first, second = finder_for(builtin()).find(read_bytes(page, "page.html")).union_names
    assert first.languages == ("lv",)
    assert not first.abbreviated
    assert (second.languages, second.visible) == (("lt", "lv"), True)
