"""The emblem is told by its stars and their ring, whatever the picture is called."""

import io

import numpy as np
import pytest
from benchmarks.pictures.draw import LOOK_ALIKES, VERSIONS, Flag, flag, logo, pictures, strip
from PIL import Image

from publicity_check.pictures.emblem import find_emblem
from publicity_check.pictures.look import look
from publicity_check.pictures.shown import Emblem


def encoded(picture: Image.Image, kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, kind)
    return stream.getvalue()


def emblem(kind: Flag, pixels: int = 300) -> Emblem | None:
    return find_emblem(np.asarray(strip([flag(kind, pixels)], 20).convert("RGB")))


@pytest.mark.parametrize("name", VERSIONS)
@pytest.mark.parametrize("pixels", [100, 240, 600])
def test_each_version_is_recognised(name, pixels):
    ground = "#224466" if VERSIONS[name].border == "#ffffff" else "#ffffff"
    assert look(encoded(strip([flag(VERSIONS[name], pixels)], 12, ground))).shows == "emblem"


@pytest.mark.parametrize("name", LOOK_ALIKES)
@pytest.mark.parametrize("pixels", [160, 400])
def test_no_look_alike_is_taken(name, pixels):
    assert look(encoded(strip([flag(LOOK_ALIKES[name], pixels)], 12))).shows != "emblem"


def test_pictures_that_went_through_many_hands():
    drawn = list(pictures(4, seed=7))
    shown = [(d, look(encoded(d.picture)).shows) for d in drawn]
    assert not [d.name for d, shows in shown if shows == "emblem" and "emblem" not in d.right]
    assert not [d.name for d, shows in shown if shows == "nothing" and "emblem" in d.right]
    assert sum(shows in d.right for d, shows in shown) / len(shown) >= 0.95


@pytest.mark.parametrize("kind", ["JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_the_kinds_of_files_in_use_are_opened(kind):
    assert look(encoded(strip([flag(Flag(), 200)], 8), kind)).shows == "emblem"


def test_it_says_where_the_emblem_is_in_a_strip():
    import random

    whole = strip([logo(random.Random(3), 120), flag(Flag(), 120)], 10)
    found = look(encoded(whole)).emblem
    assert found is not None
    assert found.box == pytest.approx((whole.width - 10 - 180, 10, 180, 120), abs=4)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        (Flag(rotated=36), "turned-stars"),
        (Flag(field="#66aaff"), "colours"),
        (Flag(stars="#ff9900", field="#003399"), "colours"),
        (Flag(ratio=1.8), "proportion"),
    ],
)
def test_faults_are_told(kind, fault):
    found = emblem(kind)
    assert found is not None
    assert fault in found.faults


def test_the_emblem_as_prescribed_has_no_fault():
    assert emblem(Flag()) == Emblem("colour", (20, 20, 450, 300), (), sure=True)


def test_a_stretched_emblem_is_told():
    stretched = strip([flag(Flag(), 300).resize((560, 300))], 20)
    found = find_emblem(np.asarray(stretched))
    assert found is not None
    assert "stretched" in found.faults


def test_a_star_less_is_not_sure():
    found = emblem(Flag(without=(4,)))
    assert found is not None
    assert (found.sure, "missing-stars" in found.faults) == (False, True)


def test_a_picture_too_small_to_tell_stays_open():
    assert look(encoded(Image.new("RGB", (30, 20), "#003399"))).shows == "perhaps"


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (2000, 12)])
def test_pixels_and_lines_show_nothing(size):
    assert look(encoded(Image.new("RGB", size, "#003399"))).shows == "nothing"
