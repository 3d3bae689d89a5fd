"""Statements that stand only in pictures: descriptions and official file names."""

import pytest
from statement_help import alt, find, only

from publicity_check.publication import Block, Image, Region


def picture(*names: str, text: str = "", labels: tuple[str, ...] = (), block: int = 0) -> Image:
    return Image(names=names, alt=text, labels=labels, block=block)


def test_alternative_text_is_a_statement_of_its_picture():
    text = "Līdzfinansē Eiropas Savienība logo"
    found = only("Par projektu", alt(1, text), images=(picture("a.png", text=text, block=1),))
    assert (found.wordings, found.image, found.span.first) == (("cofunded",), 0, 1)


def test_a_title_in_the_metadata_belongs_to_the_picture_that_has_it():
    label = Block(0, "Co-funded by the European Union", region=Region.METADATA)
    found = only(label, images=(picture("x.png", block=0), picture("y.png", labels=(label.text,), block=0)))
    assert found.image is not None


@pytest.mark.parametrize(
    ("name", "language", "wording"),
    [
        ("img/EN_Co-fundedbytheEU_RGB_POS.png", "en", "cofunded"),
        ("LV_Co-fundedbytheEU_RGB_NEG.svg", "lv", "cofunded"),
        ("/media/EN%20V%20Co-Funded%20by%20the%20EU_POS.jpg?v=3", "en", "cofunded"),
        ("Co-Funded_by_the_EU.png", "en", "cofunded"),
        ("DE_FundedbytheEU_RGB_POS.png", "de", "funded"),
        ("HR Sufinancira EUROPSKA UNIJA_POS_POS.png", "hr", "cofunded"),
        ("IT-Finanziato-dall-Unione-europea_RGB.png", "it", "funded"),
    ],
)
def test_an_official_file_name_is_a_statement(name, language, wording):
    found = only("Vai ai risultati", images=(picture(name, text="Logo"),))
    assert found.language == language
    assert wording in found.wordings
    assert found.image == 0


def test_a_picture_that_says_so_in_its_description_is_not_counted_twice():
    text = "Co-funded by the European Union"
    found = find(alt(0, text), images=(picture("EN_Co-fundedbytheEU_RGB_POS.png", text=text, block=0),))
    assert len(found) == 1


@pytest.mark.parametrize("name", ["unfounded.png", "funded-projects.jpg", "european-union-flag.png", ""])
def test_other_file_names_say_nothing(name):
    assert find("Results", images=(picture(name),)) == ()
