"""The emblem is found by what pictures show, where their files are at hand, and else by what they are called."""

import base64
import io
import math
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from benchmarks.pictures.draw import Flag, flag, flag_svg, logo, rasterised, strip, svg
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
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


PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"


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


@pytest.mark.parametrize("name", ["f2_p.png", "Ostrov leto.JPG", "zx81_final.tif"])
def test_a_draft_shows_the_emblem_whatever_its_file_was_called(tmp_path, name):
    document = docx.Document(io.BytesIO(draft(EMBLEM, where="body")))
    next(document.element.iter(f"{{{PICTURES}}}cNvPr")).set("name", name)
    file = tmp_path / "draft.docx"
    document.save(file)
    assert verdict(file).code == "emblem-seen"


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


PROGRAMME = ("shared-management-2021-2027",)
SHAPES = {
    "dots": ("emblem-present", "emblem-no-stars"),
    "squares": ("emblem-present", "emblem-no-stars"),
    "eleven": ("emblem-present", "emblem-missing-stars"),
    "square": ("emblem-present", "emblem-proportion"),
    "wide": ("emblem-present", "emblem-proportion"),
    "turned": ("emblem-present", "emblem-turned-stars"),
}


def shaped(name: str) -> bytes:
    """Return a flag with another ring or field."""
    spot = {"dots": '<circle cx="{x}" cy="{y}" r="24"/>', "squares": '<path d="M{l} {t}h44v44h-44z"/>'}.get(name, "")
    kind = {"eleven": Flag(without=(3,)), "square": Flag(ratio=1), "wide": Flag(ratio=2.5), "turned": Flag(rotated=36)}
    if not spot:
        return png(flag(kind[name], 300))
    places = [(405 + 180 * math.cos(k * math.pi / 6), 270 + 180 * math.sin(k * math.pi / 6)) for k in range(12)]
    ring = "".join(spot.format(x=x, y=y, l=x - 22, t=y - 22) for x, y in places)
    return png(rasterised(f'<path fill="#003399" d="M0 0h810v540H0z"/><g fill="#ffcc00">{ring}</g>', 810, 540, 300))


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_wrong_with_a_flag_that_is_called_the_emblem_is_said(tmp_path, name):
    (tmp_path / "e.png").write_bytes(shaped(name))
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="e.png" alt="Flag of the European Union">'))
    result = verdict(file)
    assert (result.code, [note.code for note in result.notes]) == (SHAPES[name][0], [SHAPES[name][1]])


@pytest.mark.parametrize("name", ["dots", "squares", "eleven", "square", "wide"])
def test_a_picture_that_nothing_calls_the_emblem_is_asked_about_where_its_ring_or_field_is_another(tmp_path, name):
    (tmp_path / "logo.png").write_bytes(shaped(name))
    file = tmp_path / "page.html"
    file.write_bytes(page('<img src="logo.png" alt="">'))
    result = verdict(file)
    assert (result.code, [note.code for note in result.notes]) == ("emblem-seen-perhaps", [SHAPES[name][1]])


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("img { width: 400px; height: 90px }", "emblem-stretched"),
        (".e { max-width: 200px; width: 400px; height: 60px }", "emblem-stretched"),
        ("img { transform: scaleX(2.4) }", "emblem-stretched"),
        ("footer img { scale: 1 3 }", "emblem-stretched"),
        ("footer { filter: grayscale(1) }", "emblem-grey"),
        (".e { filter: saturate(0) }", "emblem-grey"),
        (".e { filter: hue-rotate(120deg) }", "emblem-colours"),
        (".e { filter: invert(1) }", "emblem-colours"),
        (".e { filter: brightness(10%) }", "emblem-faded"),
        (".e { rotate: 90deg }", "emblem-turned"),
        (".e { transform: rotate(-0.5turn) }", "emblem-turned"),
        (".e { transform: scaleX(-1) }", "emblem-turned"),
        (".e { transform: matrix(0, 1, -1, 0, 0, 0) }", "emblem-turned"),
        (".e { width: 400px; height: 90px; object-fit: contain }", ""),
        (".e { width: 300px }", ""),
        (".e { height: 3em; width: auto }", ""),
        ("img { width: 400px; height: 90px } .e { width: auto }", ""),
        (".other { filter: grayscale(1) }", ""),
        (".e:hover { filter: grayscale(1) }", ""),
        ("@media print { .e { filter: grayscale(1) } }", ""),
        (".e { filter: drop-shadow(1px 1px 2px #999) brightness(1.1) }", ""),
        (".e { transform: scale(1.1) rotate(360deg) }", ""),
    ],
)
def test_what_sheets_do_to_the_emblem_is_said(tmp_path, css, said):
    (tmp_path / "e.png").write_bytes(png(flag(Flag(), 200)))
    file = tmp_path / "page.html"
    file.write_bytes(
        page(f'<style>{css}</style><footer><img class="e" src="e.png" alt="Flag of the European Union"></footer>')
    )
    result = verdict(file)
    assert (result.outcome, [note.code for note in result.notes]) == ("passed", [said] if said else [])


def test_a_sheet_that_makes_the_emblem_a_speck_hides_it(tmp_path):
    (tmp_path / "e.png").write_bytes(png(flag(Flag(), 200)))
    file = tmp_path / "page.html"
    file.write_bytes(
        page('<style>img { width: 9px; height: auto }</style><img src="e.png" alt="Flag of the European Union">')
    )
    assert (verdict(file).outcome, verdict(file).code) == ("needs_review", "emblem-speck")


@pytest.mark.parametrize(
    ("inside", "outcome", "said"),
    [
        ('<a:srcRect l="55000"/>', "needs_review", None),
        ('<a:srcRect l="10000" r="-4000"/>', "passed", []),
        ('<a:alphaModFix amt="0"/>', "needs_review", None),
        ('<a:alphaModFix amt="30000"/>', "passed", ["emblem-faded"]),
        ('<a:alphaModFix amt="90000"/>', "passed", []),
        ('<a:lum bright="100000"/>', "needs_review", None),
        ('<a:lum bright="-70000"/>', "passed", ["emblem-faded"]),
        ('<a:lum bright="10000" contrast="5000"/>', "passed", []),
        ("<a:grayscl/>", "passed", ["emblem-grey"]),
        ('<a:biLevel thresh="50000"/>', "passed", ["emblem-colours"]),
        ('rot="5400000"', "passed", ["emblem-turned"]),
        ('rot="60000"', "passed", []),
        ('flipV="1"', "passed", ["emblem-turned"]),
        ('flipH="1" flipV="1"', "passed", []),
    ],
)
def test_what_word_does_to_the_emblem_is_said(tmp_path, inside, outcome, said):
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph(SENTENCE)
    picture = strip([flag(Flag(), 400)], 60) if "l=" in inside and "r=" in inside else flag(Flag(), 400)
    shown = document.add_paragraph().add_run().add_picture(io.BytesIO(png(picture)))._inline
    shown.docPr.set("descr", "Flag of the European Union")
    if "srcRect" in inside:
        share = 0.55 if "55000" in inside else 0.06
        shown.extent.cx = int(shown.extent.cx * (1 - share))
    _put(shown, inside)
    document.save(stream)
    file = tmp_path / "draft.docx"
    file.write_bytes(stream.getvalue())
    result = verdict(file)
    assert result.outcome == outcome
    assert said is None or [note.code for note in result.notes] == said


def _put(shown: Any, inside: str) -> None:
    """Put an effect, a cut or a turn into a picture of Word."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    if inside.startswith("<"):
        effect = parse_xml(inside.replace("/>", f" {nsdecls('a')}/>"))
        blip = shown.find(f".//{drawing}blip")
        blip.addnext(effect) if "srcRect" in inside else blip.append(effect)
    for name, value in re.findall(r'(rot|flip[VH])="(\d+)"', inside):
        shown.find(f".//{drawing}xfrm").set(name, value)


@pytest.mark.parametrize(
    ("name", "emblem", "other", "code"),
    [
        ("Logo Baufirma Huber", (60, 40), (330, 220), "emblem-smaller-than-logo"),
        ("Λογότυπο του δήμου", (60, 40), (330, 220), "emblem-smaller-than-logo"),
        ("A cég logója", (60, 40), (330, 220), "emblem-smaller-than-logo"),
        ("Sigla primăriei", (60, 40), (330, 220), "emblem-smaller-than-logo"),
        ("Logo Baufirma Huber", (60, 40), (330, 40), "emblem-present"),
        ("Logo Baufirma Huber", (60, 40), (60, 220), "emblem-present"),
        ("Logo Baufirma Huber", (150, 100), (120, 90), "emblem-present"),
        ("Children at the river", (60, 40), (800, 500), "emblem-present"),
    ],
)
def test_a_logo_larger_than_the_emblem_is_asked_about(tmp_path, name, emblem, other, code):
    (tmp_path / "e.png").write_bytes(png(flag(Flag(), 200)))
    (tmp_path / "l.png").write_bytes(OTHER)
    sizes = 'width="{}" height="{}"'
    file = tmp_path / "page.html"
    file.write_bytes(
        page(
            f'<img src="e.png" alt="Flag of the European Union" {sizes.format(*emblem)}>'
            f'<img src="l.png" alt="{name}" {sizes.format(*other)}>'
        )
    )
    result = verdict(file, rules=PROGRAMME)
    assert result.code == code
    if code == "emblem-smaller-than-logo":
        assert (result.outcome, result.values["emblem"], result.values["size"]) == (
            "needs_review",
            "60 × 40 px",
            "330 × 220 px",
        )


def test_where_no_act_asks_for_its_size_a_larger_logo_is_a_remark(tmp_path):
    (tmp_path / "e.png").write_bytes(png(flag(Flag(), 200)))
    file = tmp_path / "page.html"
    file.write_bytes(
        page(
            '<img src="e.png" alt="Flag of the European Union" width="60">'
            '<img src="l.png" alt="City logo" width="330" height="220">'
        )
    )
    result = verdict(file, rules=("erasmus-plus-2014-2020",))
    assert (result.outcome, [note.code for note in result.notes]) == ("passed", ["emblem-beside-larger"])


def test_a_logo_larger_than_the_emblem_in_a_draft_is_asked_about(tmp_path):
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph(SENTENCE)
    for picture, width, alt in ((EMBLEM, 2, "Flag of the European Union"), (OTHER, 6, "Logo of the builder")):
        run = document.add_paragraph().add_run()
        run.add_picture(io.BytesIO(picture), width=docx.shared.Cm(width))._inline.docPr.set("descr", alt)
    document.save(stream)
    file = tmp_path / "draft.docx"
    file.write_bytes(stream.getvalue())
    result = verdict(file, rules=PROGRAMME)
    assert (result.code, result.values["size"]) == ("emblem-smaller-than-logo", "6.0 × 4.5 cm")


def unchecked(file: Path) -> set[str]:
    report = check([file], rules=PROGRAMME).publications[0]
    return {duty.requirement.rpartition("/")[2] for duty in report.rule_packs[0].unchecked}


@pytest.mark.parametrize(
    ("kind", "attributes", "more", "left"),
    [
        (Flag(), "", "", set()),
        (Flag(), 'width="150"', '<img src="l.png" alt="" width="60" height="40">', set()),
        (Flag(), "", '<img src="l.png" alt="City logo">', {"emblem-size"}),
        (Flag(field="#66aaff"), "", "", {"emblem-colour"}),
        (Flag(stars="#ffffff"), "", "", {"emblem-colour"}),
        (Flag(number=0), "", "", {"emblem-size", "emblem-colour"}),
    ],
)
def test_what_looking_at_the_emblem_answers_is_not_listed_as_unchecked(tmp_path, kind, attributes, more, left):
    (tmp_path / "e.png").write_bytes(png(flag(kind, 200)))
    (tmp_path / "l.png").write_bytes(OTHER)
    file = tmp_path / "page.html"
    file.write_bytes(page(f'<img src="e.png" alt="Flag of the European Union" {attributes}>{more}'))
    assert unchecked(file) & {"emblem-size", "emblem-colour"} == left


@pytest.mark.parametrize(
    ("others", "address", "code"),
    [
        ('<img src="river.png" alt="The river">', "img/eu.png", "emblem-file-lost"),
        ('<img src="river.png" alt="The river">', "https://cdn.example.org/eu.png", "emblem-present"),
        ('<img src="also-lost.png" alt="The river">', "img/eu.png", "emblem-present"),
        ("", "img/eu.png", "emblem-present"),
    ],
)
def test_an_emblem_whose_file_is_lost_is_asked_about(tmp_path, others, address, code):
    (tmp_path / "river.png").write_bytes(OTHER)
    file = tmp_path / "page.html"
    file.write_bytes(page(f'{others}<img src="{address}" alt="Flag of the European Union">'))
    assert verdict(file).code == code


@pytest.mark.parametrize("picture", ['<img alt="{}">', '<img src="" alt="{}">', '<img src=" " alt="{}">'])
def test_a_picture_without_a_file_is_no_emblem_though_it_is_called_so(picture: str) -> None:
    page = f"<html lang=en><body><p>Co-funded by the European Union</p>{picture.format('Emblem of the European Union')}"
    results = check(page.encode(), name="page.html", rules=["interreg-2021-2027"]).publications[0].results
    assert {(r.outcome.value, r.code) for r in results if r.check == "emblem"} == {("needs_review", "emblem-called-so")}


@pytest.mark.parametrize(
    ("lang", "alt", "outcome"),
    [
        ("de", "Flagge des Europarates", "failed"),
        ("fr", "Drapeau du Conseil de l’Europe", "failed"),
        ("lv", "Eiropas Padomes karogs", "failed"),
        ("pl", "Flaga Rady Europy", "failed"),
        ("el", "Σημαία του Συμβουλίου της Ευρώπης", "failed"),
        ("fi", "Euroopan neuvoston lippu", "failed"),
        ("en", "Logos of the Council of Europe and the European Union", "passed"),
        ("en", "Flag of Europe", "passed"),
    ],
)
def test_the_flag_of_the_council_of_europe_is_not_taken_for_the_emblem(tmp_path, lang, alt, outcome):
    (tmp_path / "f.png").write_bytes(png(flag(Flag(), 200)))
    file = tmp_path / "page.html"
    file.write_bytes(page(f'<img src="f.png" alt="{alt}">').replace(b'lang="en"', f'lang="{lang}"'.encode()))
    assert verdict(file).outcome == outcome
