"""How often budget figures that do not agree are found, and how often figures that do are called wrong.

``python -m benchmarks.accuracy.budgets`` writes publications in all official languages: sentences, lists and tables,
in the number style of the language and in others. Half of them carry one defect; the other half are the same kinds of
text without it. The tool is run through its public door. Neither ``src`` nor ``rules`` is read here.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from html import escape
from pathlib import Path
from random import Random

from benchmarks.accuracy.measures import wilson

TEXTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
RULES = "interreg-latvia-lithuania-2014-2020"
"""A programme whose highest rate, 85 % of the European Regional Development Fund, is known."""
CENT = Decimal("0.01")

STYLES = {
    "blank-comma": (" ", ","),
    "no-break-comma": ("\u00a0", ","),
    "narrow-comma": ("\u202f", ","),
    "point-comma": (".", ","),
    "comma-point": (",", "."),
    "blank-point": (" ", "."),
    "apostrophe-point": ("’", "."),
    "plain-comma": ("", ","),
}
USUAL = {
    **dict.fromkeys(("bg", "cs", "et", "fi", "fr", "hu", "lt", "lv", "pl", "pt", "sk", "sv"), "no-break-comma"),
    **dict.fromkeys(("da", "de", "el", "es", "hr", "it", "nl", "ro", "sl"), "point-comma"),
    **dict.fromkeys(("en", "ga", "mt"), "comma-point"),
}
"""The style of each language in CLDR."""
LAYOUTS = ("sentences", "breakdown", "list", "table", "partner", "mixed")


@dataclass(frozen=True)
class Budget:
    """A project's money and how it is written down. ``again`` is the total where it is repeated."""

    language: str
    layout: str
    style: str
    sign: str
    total: Decimal
    eu: Decimal
    own: Decimal
    rate: Decimal
    ptotal: Decimal
    peu: Decimal
    again: Decimal
    cents: bool

    def money(self, value: Decimal, *, bare: bool = False) -> str:
        """Write a sum in this budget's style."""
        group, decimal = STYLES[self.style]
        whole, _, rest = f"{value:,.2f}".partition(".")
        figure = whole.replace(",", group) + (decimal + rest if self.cents else "")
        if bare:
            return figure
        return {"after": f"{figure} EUR", "sign": f"{figure} €", "before": f"EUR {figure}", "glued": f"€{figure}"}[
            self.sign
        ]

    @property
    def per_cent(self) -> str:
        """Write the rate."""
        return str(int(self.rate)) + (" %" if self.language not in {"en", "ga", "mt"} else "%")


def budget(language: str, layout: str, rng: Random) -> Budget:
    """Return a budget in order."""
    cents = rng.random() < 0.8
    unit = CENT if cents else Decimal(1)
    rate = Decimal(rng.choice((50, 60, 70, 75, 80, 85)))
    total = Decimal(rng.randrange(9_000_000, 190_000_000)) / 100
    total = total if cents else total.quantize(Decimal(1))
    eu = (total * rate / 100).quantize(unit, ROUND_DOWN)
    ptotal = (total * rng.randrange(15, 45) / 100).quantize(unit)
    style = USUAL[language] if rng.random() < 0.6 else rng.choice(sorted(STYLES))
    if not cents and style == "plain-comma":
        style = USUAL[language]
    return Budget(
        language,
        layout,
        style,
        rng.choice(("after", "after", "sign", "before", "glued")),
        total,
        eu,
        total - eu,
        rate,
        ptotal,
        (ptotal * rate / 100).quantize(unit, ROUND_DOWN),
        total,
        cents,
    )


def page(made: Budget, rng: Random) -> bytes:
    """Write the publication."""
    text = TEXTS[made.language]
    values = {
        "total": made.money(made.total),
        "eu": made.money(made.eu),
        "own": made.money(made.own),
        "rate": made.per_cent,
        "ptotal": made.money(made.ptotal),
        "peu": made.money(made.peu),
        "price": made.money(Decimal(rng.randrange(300, 3000)) / 100) if made.cents else made.money(Decimal(12)),
        "about": f"{made.again / 1_000_000:.1f}".replace(".", STYLES[made.style][1]),
    }
    say: Callable[[str], str] = lambda key: f"<p>{escape(text[key].format(**values))}</p>"  # noqa: E731
    body = {
        "sentences": [say("total"), say("share")],
        "breakdown": [say("breakdown")],
        "list": [_list(made, text)],
        "table": [_table(made, text)],
        "partner": [say("total"), say("share"), say("partner")],
        "mixed": [say("breakdown"), _table(made, text)],
    }[made.layout]
    if made.again != made.total or (made.layout in {"sentences", "list", "partner"} and rng.random() < 0.5):
        values["total"] = made.money(made.again)
        body.insert(0, say("total") if made.again != made.total or rng.random() < 0.5 else say("about"))
    if rng.random() < 0.5:
        body.append(say("noise"))
    lines = "\n".join(body)
    return f'<!doctype html><html lang="{made.language}"><title>LLI-263</title><main>\n{lines}\n</main></html>'.encode()


def _list(made: Budget, text: dict[str, list[str]]) -> str:
    figures = (made.money(made.total), f"{made.money(made.eu)} ({made.per_cent})", made.money(made.own))
    items = (f"<li>{escape(f'{label}: {figure}')}</li>" for label, figure in zip(text["labels"], figures, strict=True))
    return f"<ul>{''.join(items)}</ul>"


def _table(made: Budget, text: dict[str, list[str]]) -> str:
    sums = (made.total, made.eu, made.own)
    rows = zip(text["labels"], (made.money(v, bare=True) for v in sums), strict=True)
    cells = "".join(f"<tr><td>{escape(label)}</td><td>{escape(figure)}</td></tr>" for label, figure in rows)
    return f"<table><tr><th>{text['head'][0]}</th><th>{text['head'][1]}</th></tr>{cells}</table>"


def _digits(value: Decimal, made: Budget) -> str:
    return str(int(value * 100)) if made.cents else str(int(value))


def _value(digits: str, made: Budget) -> Decimal:
    return Decimal(int(digits)) / 100 if made.cents else Decimal(int(digits))


def _swapped(digits: str, rng: Random) -> str:
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    at = rng.choice(places)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _changed(digits: str, rng: Random) -> str:
    at = rng.randrange(0, len(digits) - 1)
    return digits[:at] + rng.choice([d for d in "123456789" if d != digits[at]]) + digits[at + 1 :]


def _dropped(digits: str, rng: Random) -> str:
    at = rng.choice([i for i in range(len(digits) - 1) if i or digits[1] != "0"])
    return digits[:at] + digits[at + 1 :]


def _doubled(digits: str, rng: Random) -> str:
    at = rng.randrange(0, len(digits))
    return digits[:at] + digits[at] + digits[at:]


SLIPS = {"digits swapped": _swapped, "digit changed": _changed, "digit dropped": _dropped, "digit doubled": _doubled}


def plant(made: Budget, rng: Random) -> tuple[str, Budget]:
    """Return a budget with one defect, and its name."""
    kinds = [*SLIPS, "share above total", "repeated differently", "separator moved"]
    if made.layout in {"sentences", "partner", "list"}:
        kinds.append("rate wrong")
    kind = rng.choice(kinds)
    if kind in SLIPS:
        partners = made.layout == "partner" and rng.random() < 0.5
        digits = SLIPS[kind](_digits(made.peu if partners else made.eu, made), rng)
        wrong = _value(digits, made)
        return kind, replace(made, peu=wrong) if partners else replace(made, eu=wrong)
    if kind == "share above total":
        return kind, replace(made, eu=made.total + Decimal(rng.randrange(1000, 90_000)))
    if kind == "separator moved":
        return kind, replace(made, eu=made.eu * 10 if made.eu * 10 != made.total else made.eu * 100)
    if kind == "rate wrong":
        return kind, replace(made, rate=made.rate - rng.choice((5, 10, 15)))
    return kind, replace(made, again=_value(_swapped(_digits(made.total, made), rng), made))


@dataclass(frozen=True)
class Case:
    """One publication: its language, the defect planted ("" for none), and its bytes."""

    language: str
    defect: str
    layout: str
    content: bytes


def cases(each: int, seed: int, languages: Iterable[str]) -> Iterator[Case]:
    """Yield publications: for every language ``each`` with a defect and as many without."""
    for language in languages:
        rng = Random(f"{seed}-{language}")
        for i in range(each):
            made = budget(language, LAYOUTS[i % len(LAYOUTS)], rng)
            yield Case(language, "", made.layout, page(made, rng))
            other = budget(language, LAYOUTS[i % len(LAYOUTS)], rng)
            defect, wrong = plant(other, rng)
            while wrong == other:
                defect, wrong = plant(other, rng)
            yield Case(language, defect, wrong.layout, page(wrong, rng))


def outcome(content: bytes) -> tuple[str, str]:
    """Return what the tool says of the budget, and its sentence."""
    from publicity_check import check, say

    report = check(content, name="page.html", rules=[RULES]).publications[0]
    results = [r for r in report.results if r.check == "budget"]
    order = ("error", "failed", "needs_review", "passed", "inapplicable")
    worst = min(results, key=lambda r: order.index(r.outcome.value))
    return worst.outcome.value, say(worst)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print what was reached; 1 if a clean publication failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.budgets", description=__doc__)
    parser.add_argument("--each", type=int, default=45, help="publications with and without a defect, per language")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--language", action="append", default=[], choices=sorted(TEXTS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--misses", action="store_true", help="print every publication that was misjudged")
    options = parser.parse_args(arguments)
    made = list(cases(options.each, options.seed, options.language or sorted(TEXTS)))
    with ProcessPoolExecutor(options.jobs) as pool:
        said = list(pool.map(outcome, [case.content for case in made], chunksize=16))
    judged = list(zip(made, said, strict=True))
    if options.misses:
        for case, (result, message) in judged:
            if (result == "failed") != bool(case.defect):
                print(f"{case.language} [{case.defect or 'in order'}] {case.layout}: {result}: {message}")
                print("    " + case.content.decode().replace("\n", " ")[90:])
    print("| language | defects found | asked about | in order but failed | in order, asked about |")
    print("| --- | --- | --- | --- | --- |")
    for language in [*sorted({c.language for c in made}), "all"]:
        print(_row(language, [(c, r) for c, (r, _) in judged if language in {c.language, "all"}]))
    print("\n| defect | found |\n| --- | --- |")
    for defect in sorted({c.defect for c in made} - {""}):
        results = [r for c, (r, _) in judged if c.defect == defect]
        print(f"| {defect} | {results.count('failed')} of {len(results)} |")
    return int(any(r == "failed" and not c.defect for c, (r, _) in judged))


def _row(language: str, judged: list[tuple[Case, str]]) -> str:
    wrong = [r for c, r in judged if c.defect]
    right = [r for c, r in judged if not c.defect]
    low, high = wilson(wrong.count("failed"), len(wrong))
    return (
        f"| {language} | {wrong.count('failed')} of {len(wrong)} ({low:.0%}–{high:.0%}) "
        f"| {wrong.count('needs_review')} | {right.count('failed')} of {len(right)} | {right.count('needs_review')} |"
    )


if __name__ == "__main__":
    sys.exit(main())
