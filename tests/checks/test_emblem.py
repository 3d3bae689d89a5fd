"""The emblem is found by what pictures show, where their files are at hand, and else by what they are called."""

import base64
import io
from pathlib import Path

import docx
import pytest
from benchmarks.pictures.draw import Flag, flag, flag_svg, logo, strip, svg
from PIL import Image

from publicity_check import check
from publicity_check.results import Result

RULES = ("interreg-2021-2027",)
SENTENCE = "Project LLI-5 is co-funded by the European Union."


def png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, "PNG")
    return stream.getvalue()


EMBLEM = png(strip([flag(Flag(), 200)], 10))
STRIP = png(strip([logo(__import__("random").Random(1), 150), flag(Flag(), 150)], 15))
OTHER = png(Image.effect_noise((400, 300), 60))


def verdict(*sources: object, rules: tuple[str, ...] = RULES) -> Result:
    report = check(list(sources), rules=rules, name="page.html")  # type: ignore[arg-type]
    return next(r for r in report.publications[0].results if r.check == "emblem")


def draft(*pictures: bytes, where: str = "footer", width: float = 3.0) -> bytes:
    """Return a Word document that shows pictures without a description, as Word and Writer insert them."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    section = document.sections[0]
    story = {"footer": section.footer, "header": section.header, "body": document}[where]
    for picture in pictures:
        run = story.add_paragraph().add_run()
        run.add_picture(io.BytesIO(picture), width=docx.shared.Cm(width))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(body: str) -> bytes:
    return f'<!DOCTYPE html><html lang="en"><body><p>{SENTENCE}</p>{body}</body></html>'.encode()


@pytest.mark.parametrize("where", ["header", "footer", "body"])
@pytest.mark.parametrize("picture", [EMBLEM, STRIP], ids=["alone", "in a strip"])
def test_a_draft_shows_the_emblem_without_a_description(tmp_path, where, picture):
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(picture, where=where, width=6))
    result = verdict(file)
    assert (result.outcome, result.code) == ("passed", "emblem-seen")
    assert "emblem-undescribed" in [note.code for note in result.notes]


def test_a_draft_with_other_pictures_only_lacks_it(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(OTHER))
    assert verdict(file).code == "emblem-missing"


def test_the_emblem_less_than_a_centimetre_high_is_told(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(EMBLEM, width=1))
    assert "emblem-small" in [note.code for note in verdict(file).notes]


def test_a_picture_beside_the_page_is_opened(tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a b.png").write_bytes(EMBLEM)
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="img/a%20b.png" alt="">'))
    assert verdict(file).code == "emblem-seen"


def test_a_verdict_is_forgotten_when_the_picture_changes(tmp_path):
    picture, file = tmp_path / "a.png", tmp_path / "page.html"
    file.write_bytes(page('<img src="a.png" alt="">'))
    picture.write_bytes(EMBLEM)
    assert verdict(file).outcome == "passed"
    picture.write_bytes(OTHER)
    assert verdict(file).outcome == "failed"


def test_a_picture_written_into_the_page_is_opened():
    address = "data:image/png;base64," + base64.b64encode(EMBLEM).decode()
    assert verdict(page(f'<img src="{address}" alt="">')).code == "emblem-seen"


def test_a_drawing_in_the_page_is_looked_at():
    assert verdict(page(svg(*flag_svg(Flag()), 540))).code == "emblem-seen"


@pytest.mark.parametrize(
    ("attributes", "outcome", "code"),
    [
        ('src="https://cdn.example.org/logos.png" alt=""', "needs_review", "emblem-perhaps"),
        ('src="b.emf" alt="Logos der Förderer"', "needs_review", "emblem-perhaps"),
        ('src="b.jpg" alt="UE"', "needs_review", "emblem-perhaps"),
        ('src="b.jpg" alt="ЕС"', "needs_review", "emblem-perhaps"),
        (
            'src="b.jpg" alt="A blue flag with yellow stars&#10;&#10;Description automatically generated"',
            "passed",
            "emblem-present",
        ),
        ('src="b.jpg" alt="Eine blaue Flagge mit zwölf gelben Sternen"', "passed", "emblem-present"),
        ('src="b.jpg" alt="Niebieska flaga z żółtymi gwiazdami"', "passed", "emblem-present"),
        ('src="b.jpg" alt="Zils karogs ar dzeltenām zvaigznēm"', "passed", "emblem-present"),
        ('src="b.jpg" alt="Sininen lippu, jossa on keltaisia tähtiä"', "passed", "emblem-present"),
        (
            'src="b.jpg" alt="Ein Bild, das Flagge, Symbol, Text enthält. Automatisch generierte Beschreibung"',
            "needs_review",
            "emblem-perhaps",
        ),
        ('src="b.jpg" alt="Children plant trees in the school yard"', "failed", "emblem-missing"),
        ('src="b.jpg" alt="Golden stars above the blue bay at the night market"', "needs_review", "emblem-perhaps"),
        ('src="b.jpg" alt="PNRR"', "needs_review", "emblem-perhaps"),
        ('src="b.jpg" alt="Horizon 2020"', "needs_review", "emblem-perhaps"),
        ('src="b.jpg" alt="Interreg Latvia-Lithuania"', "passed", "emblem-in-logo"),
    ],
)
def test_words_tell_where_no_file_does(attributes, outcome, code):
    result = verdict(page(f"<img {attributes}>"))
    assert (result.outcome, result.code) == (outcome, code)


def test_the_length_of_the_page_changes_nothing():
    picture = '<footer><img src="https://cdn.example.org/footer.png" alt=""></footer>'
    short, long = verdict(page(picture)), verdict(page("<p>We planted many trees by the river.</p>" * 60 + picture))
    assert (short.code, long.code) == ("emblem-perhaps", "emblem-perhaps")


def test_of_many_pictures_without_description_those_far_from_the_statement_are_photographs():
    photographs = "".join(f'<p>Day {n}</p><img src="https://cdn.example.org/DSC_{n}.jpg" alt="">' for n in range(30))
    filler = "<p>We planted many trees by the river.</p>" * 10
    assert verdict(page(filler + photographs)).code == "emblem-missing"
    assert (
        verdict(page(filler + photographs + '<img src="https://cdn.example.org/logo.png" alt="">')).code
        == "emblem-perhaps"
    )


def test_a_pixel_called_the_emblem_is_none(tmp_path):
    (tmp_path / "eu-flag.png").write_bytes(png(Image.new("RGB", (2, 2), "#003399")))
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="eu-flag.png" alt="EU flag">'))
    assert verdict(file).code == "emblem-called-so"


def test_a_hostile_picture_is_only_not_opened(tmp_path):
    (tmp_path / "a.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>')
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="a.svg" alt="">'))
    assert verdict(Path(file)).code == "emblem-perhaps"


@pytest.mark.parametrize("content", [b"", b"garbage", EMBLEM[:200], b"<html>404</html>"])
def test_a_file_called_the_emblem_that_is_no_picture_is_asked_about(tmp_path, content):
    (tmp_path / "eu-emblem.png").write_bytes(content)
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="eu-emblem.png" alt="Emblem of the European Union">'))
    assert verdict(file).code == "emblem-called-so"


def test_an_emblem_shown_as_a_speck_is_not_shown(tmp_path):
    (tmp_path / "e.png").write_bytes(EMBLEM)
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="e.png" alt="Emblem of the European Union" width="6" height="4">'))
    assert verdict(file).outcome == "needs_review"
