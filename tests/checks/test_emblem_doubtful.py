"""Pictures whose words say that the emblem is missing, spoilt, or part of a photograph."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check, read

DOUBTFUL = tomllib.loads((Path(__file__).parent.parent / "data" / "emblem_doubtful.toml").read_text("utf-8"))


def emblem(picture: str, language: str = "en") -> tuple[str, str]:
    page = f'<html lang="{language}"><body><h1>Mill</h1>{picture}<p>Co-funded by the European Union</p></body></html>'
    report = check([read(page.encode(), name="page.html")], rules=["esf-plus-2021-2027"]).publications[0]
    (result,) = (r for r in report.results if r.check == "emblem")
    return str(result.outcome), result.code


@pytest.mark.parametrize("language", DOUBTFUL)
def test_a_picture_described_as_doubtful_is_asked_about(language: str) -> None:
    told = {text: emblem(f'<img src="a1.png" alt="{text}">', language)[0] for text in DOUBTFUL[language]}
    assert set(told.values()) == {"needs_review"}, told


@pytest.mark.parametrize(
    "name", ["european-union-flag-crossed-out.png", "brexit-eu-flag.jpg", "EU_flag_durchgestrichen.png"]
)
@pytest.mark.parametrize("alt", ["", "EU flag"])
def test_the_name_of_its_file_makes_a_picture_doubtful(name: str, alt: str) -> None:
    assert emblem(f'<img src="/img/{name}" alt="{alt}">') == ("needs_review", "emblem-doubtful")


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="eu-flag.png" alt="">',
        '<img src="placeholder.gif" data-src="eu-flag.png" alt="EU flag">',
        '<img src="logo-ohne-text.png" alt="Emblem of the European Union">',
        '<img src="eu.png" alt="Flag of the European Union, twelve stars">',
    ],
)
def test_what_is_described_as_the_emblem_is_taken_for_it(picture: str) -> None:
    assert emblem(picture) == ("passed", "emblem-present")
