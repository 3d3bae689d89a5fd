"""Money that is not the Union's uses the same words: no duty follows from it."""

import pytest

from publicity_check import api

PAGE = '<html lang="{}"><head><title>x</title></head><body><h1>x</h1><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The project benefits from a grant from Iceland, Liechtenstein and Norway through EEA Grants.",
        ),
        ("lv", "Projektu finansē Islande, Lihtenšteina un Norvēģija ar EEZ un Norvēģijas grantu palīdzību."),
        ("pl", "Projekt dofinansowany ze środków Norweskiego Mechanizmu Finansowego 2014-2021."),
        ("pl", "Dofinansowano ze środków budżetu państwa w ramach programu Edukacja dla bezpieczeństwa."),
        ("lv", "Projektu līdzfinansē Valsts kultūrkapitāla fonds un Rīgas pilsēta."),
        ("lt", "Projektą iš dalies finansuoja Lietuvos kultūros taryba ir Kauno miesto savivaldybė."),
        ("et", "Üritust toetab Tartu 2024, Euroopa kultuuripealinn."),
        ("de", "Gefördert durch das Bundesministerium für Bildung und Forschung, Förderkennzeichen 01PE17003."),
        ("cs", "Projekt byl podpořen z programu Ministerstva kultury a Evropského hlavního města kultury Plzeň 2015."),
        ("ro", "Proiect finanțat prin Mecanismul Financiar SEE 2014-2021 de Islanda, Liechtenstein și Norvegia."),
    ],
)
def test_it_is_not_taken_for_money_of_the_union(language: str, text: str) -> None:
    report = api.check(PAGE.format(language, text).encode(), name="page.html").publications[0]
    assert report.outcome == "inapplicable"
    assert report.rule_packs == ()
