"""What only looks funded is left alone, and what is funded and speaks of the same things is found."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import Outcome, check

DATA = Path(__file__).parent / "data" / "funded"


def cases(name):
    listed = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))["publication"]
    return [pytest.param(one, id=f"{one['language']}: {one['about']}") for one in listed]


def judged(publication):
    page = f'<!DOCTYPE html><html lang="{publication["language"]}"><body>{publication["html"]}</body></html>'
    return check(page.encode(), name="page.html").publications[0]


@pytest.mark.parametrize("publication", cases("look_alikes"))
def test_what_only_looks_funded_is_left_alone(publication):
    assert judged(publication).outcome == publication.get("outcome", "inapplicable")


@pytest.mark.parametrize("publication", cases("counterparts"))
def test_what_is_funded_is_found_beside_what_is_not(publication):
    report = judged(publication)
    assert report.outcome is not Outcome.INAPPLICABLE
    assert report.rule_packs or publication.get("asked")
