"""Pages of a project with many figures: partners, each with its costs, the share of a fund and the rate."""

import random
from pathlib import Path

_PAGE = (
    '<!DOCTYPE html><html lang="lv"><head><title>Projekts</title></head><body><h1>Projekts LLI-263</h1>'
    "<p>Projektu līdzfinansē Eiropas Savienība.</p>{}</body></html>"
)
_LINE = "<p>Partnera {} kopējās izmaksas ir {} EUR, no tām ERAF finansējums {} EUR (85 %).</p>"
_FIGURES_IN_LINE = 3


def write_figures(folder: Path, pages: int, figures: int) -> None:
    """Write so many pages with so many figures each into a folder; no two are the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        chance = random.Random(number)
        cents = [100 * chance.randint(1_000, 9_000_000) for _ in range(figures // _FIGURES_IN_LINE)]
        lines = (_LINE.format(n, _written(sum_), _written(85 * sum_ // 100)) for n, sum_ in enumerate(cents, 1))
        (folder / f"{number}.html").write_text(_PAGE.format("".join(lines)), "utf-8")


def _written(cents: int) -> str:
    return f"{cents // 100:,}".replace(",", " ") + f",{cents % 100:02}"
