"""Text in pictures is read where Tesseract is installed, when a duty is open; what stands only there is a question."""

import base64
import io
import random

import pytest
from benchmarks.pictures.draw import Flag, flag, logo, strip
from PIL import Image, ImageDraw, ImageFont

from publicity_check import check
from publicity_check.pictures import words
from publicity_check.pictures.words import known_languages, words_in
from publicity_check.results import Result
from publicity_check.text.words import fold
from publicity_check.values.message import Quote

TREES = {"de": "Wir pflanzten Bäume.", "en": "We planted trees.", "lv": "Mēs iestādījām kokus."}
RULES = ("interreg-latvia-lithuania-2014-2020",)


def font_of(size: int) -> ImageFont.FreeTypeFont | None:
    try:
        return ImageFont.truetype("DejaVuSans.ttf", size)
    except OSError:
        return None


needs_tesseract = pytest.mark.skipif(
    len(known_languages(("en", "de", "lv"))) < 3 or font_of(9) is None,
    reason="Tesseract with English, German and Latvian, or the font DejaVu Sans, is not installed",
)


def written(*lines: str, size: int = 30, ground: str = "white", ink: str = "black") -> Image.Image:
    font = font_of(size) or ImageFont.load_default(size)
    width = max(int(font.getlength(line)) for line in lines) + 20
    picture = Image.new("RGBA", (width, int(len(lines) * size * 1.4) + 20), ground)
    for at, line in enumerate(lines):
        ImageDraw.Draw(picture).text((10, 10 + at * size * 1.4), line, font=font, fill=ink)
    return picture


def png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, "PNG")
    return stream.getvalue()


def shown(picture: Image.Image, text: str = "We planted trees.", alt: str = "", lang: str = "en") -> bytes:
    address = "data:image/png;base64," + base64.b64encode(png(picture)).decode()
    image = f'<img src="{address}" alt="{alt}" width="900" height="200">'
    return f'<!DOCTYPE html><html lang="{lang}"><body><p>{text}</p>{image}</body></html>'.encode()


def verdict(page: bytes, name: str, rules: tuple[str, ...] = RULES) -> Result:
    return next(r for r in check([page], rules=rules, name="page.html").publications[0].results if r.check == name)


@needs_tesseract
@pytest.mark.parametrize(
    ("lines", "lang", "rules"),
    [
        (("Co-funded by", "the European Union"), "en", ("interreg-2021-2027",)),
        (("Kofinanziert von der", "Europäischen Union"), "de", ("interreg-2021-2027",)),
        (("Līdzfinansē", "Eiropas Savienība"), "lv", ("interreg-2021-2027",)),
        (("Von der Europäischen Union", "finanziert"), "de", ("horizon-europe-2021-2027",)),
    ],
)
@pytest.mark.parametrize("colours", [("white", "black"), ("#003399", "white")])
def test_a_label_beside_the_emblem_in_one_picture_is_read(lines, lang, rules, colours):
    parts = [flag(Flag(), 100), written(*lines, ground=colours[0], ink=colours[1]), logo(random.Random(3), 100)]
    result = verdict(
        shown(strip(parts, 15), TREES[lang], lang=lang),
        "funding-statement",
        rules,
    )
    assert (result.outcome, result.code) == ("needs_review", "statement-in-picture")
    assert fold(" ".join(lines)) in fold(str(result.values["text"]))


@needs_tesseract
def test_a_page_that_is_one_picture_shows_its_statement_and_number():
    page = shown(
        written("The project “Green banks” is co-funded by the European Union.", "Project number LLI-123.", size=20)
    )
    assert verdict(page, "funding-statement").code == "statement-in-picture"
    number = verdict(page, "project-number")
    assert (number.outcome, number.code, number.values["number"]) == (
        "needs_review",
        "number-in-picture",
        Quote("LLI-123"),
    )


@needs_tesseract
def test_another_number_and_sum_in_the_picture_are_asked_about():
    picture = written(
        "The project is co-funded by the European Union.", "LLI-123. Total budget of the project: EUR 120 000.", size=20
    )
    result = verdict(shown(picture, "Project LLI-132. Total budget of the project: EUR 210 000."), "funding-statement")
    assert {note.code for note in result.notes} >= {"picture-number-differs", "picture-amount-differs"}


@needs_tesseract
def test_a_picture_that_says_something_else_is_still_a_question():
    result = verdict(shown(written("Museum of Fishing", "open daily")), "funding-statement")
    assert result.code == "statement-picture-may-carry"
    assert [note.code for note in result.notes] == ["picture-reads"]


@needs_tesseract
def test_a_picture_that_denies_fulfils_nothing():
    denied = written("This project was not funded by the European Union.", size=20)
    assert verdict(shown(denied), "funding-statement").code != "statement-in-picture"


def test_pictures_are_not_read_where_all_stands_in_the_text(monkeypatch):
    def never(*_: object) -> None:
        raise AssertionError("a picture was read")

    monkeypatch.setattr(words, "_read", never)
    page = shown(strip([flag(Flag(), 100)], 9), "Project LLI-123 is co-funded by the European Union.", "EU emblem")
    assert verdict(page, "funding-statement", ("interreg-2021-2027",)).outcome == "passed"


def test_without_tesseract_it_is_said_that_the_picture_was_not_read(monkeypatch):
    monkeypatch.setattr(words, "_installed", tuple)
    result = verdict(shown(written("Co-funded by the European Union")), "funding-statement")
    assert (result.outcome, result.code) == ("needs_review", "statement-picture-may-carry")
    assert [note.code for note in result.notes] == ["picture-not-read"]


@needs_tesseract
def test_the_same_bytes_read_the_same():
    data = png(strip([flag(Flag(), 100), written("Co-funded by", "the European Union")], 15))
    first = words_in(data, ("en",))
    words._read.cache_clear()
    assert first == words_in(data, ("en",))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, b"<svg/>"])
def test_what_is_no_picture_is_not_read(data):
    assert words_in(data, ("en",)) is None


@needs_tesseract
def test_a_picture_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(words, "SECONDS", 0)
    monkeypatch.setattr(words, "_WAITED", 0.001)
    words._read.cache_clear()
    assert words_in(png(Image.effect_noise((1500, 1500), 90)), ("en",)) is None
