"""A label in a picture whose description quotes it and whose file bears the official name."""

import pytest

from publicity_check import check

OFFICIAL = {
    "en": ("EN_Co-fundedbytheEU_RGB_POS.png", "Co-funded by the European Union"),
    "nl": ("NL_Co-fundedbytheEU_RGB_POS.png", "Medegefinancierd door de Europese Unie (met EU-embleem)"),
    "de": ("DE_Kofinanziert_von_der_Europäischen_Union_POS.jpg", "Kofinanziert von der Europäischen Union"),
    "lv": ("LV_Lidzfinanse_Eiropas_Savieniba_NEG.svg", "Līdzfinansē Eiropas Savienība"),
    "fi": ("FI Co-fundedbytheEU_RGB_POS.png", "Euroopan unionin osarahoittama, EU-lippu"),
    "hr": ("HR Sufinancira EUROPSKA UNIJA_POS.png", "Sufinancira Europska unija"),
}


def told(picture: str, language: str = "en") -> tuple[str, str]:
    """Return outcome and code of the funding statement of a page with a picture."""
    page = f'<!DOCTYPE html><html lang="{language}"><body><p>A</p>{picture}</body></html>'
    results = check(page.encode(), name="page.html", rules=["erdf-2021-2027"]).publications[0].results
    result = next(r for r in results if r.check == "funding-statement")
    return str(result.outcome), result.code


@pytest.mark.parametrize("language", OFFICIAL)
def test_name_and_description_together_tell_that_the_picture_carries_the_label(language: str) -> None:
    name, description = OFFICIAL[language]
    assert told(f'<img src="/logos/{name}" alt="{description}">', language) == ("passed", "statement-present")


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/EN_Co-fundedbytheEU_RGB_POS.png" alt="Logo">',
        '<img src="/strip.png" alt="Co-funded by the European Union">',
        '<img src="/EN_FundedbytheEU_RGB_POS.png" alt="Co-funded by the European Union">',
        '<img hidden src="/EN_Co-fundedbytheEU_RGB_POS.png" alt="Co-funded by the European Union">',
    ],
)
def test_one_of_them_alone_or_a_hidden_picture_is_a_question(picture: str) -> None:
    assert told(picture)[0] == "needs_review"
