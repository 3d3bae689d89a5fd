"""Text in pictures is read where Tesseract is installed, when a duty is open; what stands only there is a question."""

import base64
import io
import random

import pytest
from benchmarks.pictures.draw import VERSIONS, Flag, flag, logo, strip
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
@pytest.mark.parametrize(
    ("lines", "lang"),
    [
        (("Museum of Fishing", "open daily"), "en"),
        (("Radweg am Fluss", "Bauamt"), "de"),
        (("Ciema bibliotēka", "atvērta katru dienu"), "lv"),
    ],
)
def test_a_picture_that_says_something_else_carries_no_statement(lines, lang):
    result = verdict(shown(written(*lines), TREES[lang], lang=lang), "funding-statement")
    assert (result.outcome, result.code) == ("failed", "statement-missing")


@needs_tesseract
@pytest.mark.parametrize(
    ("lines", "lang"),
    [(("Supported by the ERDF",), "en"), (("Gefördert mit Mitteln", "der EU"), "de"), (("Eiropas Savienība",), "lv")],
)
def test_a_picture_that_speaks_of_the_union_or_a_fund_is_still_a_question(lines, lang):
    result = verdict(shown(written(*lines), TREES[lang], lang=lang), "disclaimer")
    assert (result.outcome, result.code) == ("needs_review", "statement-picture-may-carry")
    assert [note.code for note in result.notes] == ["picture-reads"]


@needs_tesseract
def test_words_in_a_language_that_cannot_be_read_are_still_a_question():
    result = verdict(
        shown(written("Музей на риболова"), "Засадихме дървета край реката.", lang="bg"), "funding-statement"
    )
    assert result.code == "statement-picture-may-carry"


@needs_tesseract
@pytest.mark.parametrize("lang", ["en", "de", "lv"])
def test_a_picture_of_no_words_carries_none(lang):
    grey = Image.linear_gradient("L").resize((500, 300)).convert("RGB")
    result = verdict(shown(grey, TREES[lang], lang=lang), "funding-statement")
    assert (result.outcome, result.code) == ("failed", "statement-missing")


@pytest.mark.parametrize("alt", ["Flag of the European Union", "", "EU emblem"])
@pytest.mark.parametrize("name", ["colour", "one colour", "black on white", "white on black"])
@pytest.mark.parametrize("check_name", ["funding-statement", "disclaimer"])
def test_the_emblem_alone_carries_no_words(name, alt, check_name, monkeypatch):
    monkeypatch.setattr(words, "_installed", tuple)
    result = verdict(shown(strip([flag(VERSIONS[name], 200)], 9), alt=alt), check_name)
    assert (result.outcome, result.kind) == ("failed", "missing")


@pytest.mark.parametrize("alt", ["Flag of the European Union", ""])
def test_the_emblem_beside_something_else_is_still_a_question(alt, monkeypatch):
    monkeypatch.setattr(words, "_installed", tuple)
    beside = strip([flag(Flag(), 100), logo(random.Random(3), 100)], 15)
    assert verdict(shown(beside, alt=alt), "funding-statement").code == "statement-picture-may-carry"


@pytest.mark.parametrize("alt", ["Workers at the river bank", "Strādnieki upes krastā", "Arbeiter am Ufer"])
def test_a_picture_described_as_something_else_leaves_no_question(alt, monkeypatch):
    monkeypatch.setattr(words, "_installed", tuple)
    page = (
        f'<!DOCTYPE html><html lang="en"><body><p>We planted trees.</p><img src="https://a.example/x.jpg" alt="{alt}">'
    )
    assert verdict(page.encode(), "funding-statement").code == "statement-missing"


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


@needs_tesseract
@pytest.mark.parametrize(
    ("lines", "lang", "check_name", "code"),
    [
        (("Interreg", "Latvia-Lithuania"), "en", "programme-name", "programme-in-picture"),
        (("European Regional", "Development Fund"), "en", "fund-name", "fund-in-picture"),
        (("Eiropas Reģionālās", "attīstības fonds"), "lv", "fund-name", "fund-in-picture"),
        (("Europäischer Fonds für", "regionale Entwicklung"), "de", "fund-name", "fund-in-picture"),
    ],
)
def test_a_name_that_stands_only_in_a_picture_is_quoted_and_asked_about(lines, lang, check_name, code):
    result = verdict(shown(written(*lines), TREES[lang], lang=lang), check_name)
    assert (result.outcome, result.code) == ("needs_review", code)


@needs_tesseract
def test_a_picture_that_names_neither_leaves_no_question_of_them():
    page = shown(written("Museum of Fishing", "open daily"))
    assert {verdict(page, name).code for name in ("programme-name", "fund-name")} == {
        "programme-not-named",
        "fund-not-named",
    }
