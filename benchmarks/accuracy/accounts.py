"""How well budgets are read that are written as people write them, in order and with one slip.

``python -m benchmarks.accuracy.accounts`` writes pages in all official languages: national money first, a rest, a grant
with its own rate, partners by proper names, words that no list has, tables of sources, of partners, turned round,
labels and values in definition lists and cards; beside them money of others. Half of them carry one slip. Measured is
the verdict, whether the right value is named, and the roles of all amounts. Neither ``src`` nor ``rules`` is read here.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from html import escape
from pathlib import Path
from random import Random
from typing import cast

from benchmarks.accuracy.budgets import RULES, SLIPS, STYLES, USUAL
from benchmarks.accuracy.measures import wilson

TEXTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
LABELS = tomllib.loads(Path(__file__).with_name("budgets.toml").read_text("utf-8"))
CENT = Decimal("0.01")
MONEY = {"cs": "Kč", "da": "kr.", "hu": "Ft", "pl": "zł", "ro": "lei", "sv": "kronor"}
"""What some write in place of euro."""
SAME = {"eligible": "total", "grant": "eu"}
"""Shares that are not told apart."""
ANGLO = frozenset({"en", "ga", "mt"})
Role = tuple[str, str, str]


@dataclass
class Account:
    """A project's money, how it is written down, and the slip in it. ``wrong`` replaces figures by their names."""

    language: str
    layout: str
    style: str
    currency: str
    cents: bool
    values: dict[str, Decimal]
    rate: Decimal
    inner: Decimal
    wrong: dict[str, Decimal] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Decimal:
        return self.wrong.get(name, self.values[name])

    def bare(self, name: str) -> str:
        """Write a figure without its currency."""
        group, decimal = STYLES[self.style]
        whole, _, rest = f"{self[name]:,.2f}".partition(".")
        return whole.replace(",", group) + (decimal + rest if self.cents else "")

    def money(self, name: str) -> str:
        """Write a figure with its currency."""
        sign = self.currency
        return f"€{self.bare(name)}" if sign == "€" and self.language in ANGLO else f"{self.bare(name)} {sign}"

    def per_cent(self, rate: Decimal) -> str:
        """Write a rate."""
        return f"{int(rate)}%" if self.language in ANGLO else f"{int(rate)} %"


def account(language: str, layout: str, rng: Random, factor: int = 1) -> Account:
    """Return a budget in order; one of so many times the money has the same rates, rounded anew."""
    cents = rng.random() < 0.6
    unit = CENT if cents else Decimal(1)
    rate, inner = Decimal(rng.choice((50, 60, 65, 70, 75, 80, 85))), Decimal(rng.choice((60, 70, 80)))
    total = Decimal(rng.randrange(12_000_000, 390_000_000)) / 100
    total = (total if cents else total.quantize(Decimal(1))) * factor
    eu = (total * rate / 100).quantize(unit, ROUND_DOWN)
    nat = (total * Decimal(rng.randrange(411, 1400)) / 10_000).quantize(unit)
    p1, p2 = ((total * Decimal(rng.randrange(2011, 3900)) / 10_000).quantize(unit) for _ in range(2))
    parts = (p1, p2, total - p1 - p2)
    shares = [(p * rate / 100).quantize(unit, ROUND_DOWN) for p in parts[:2]]
    grant = eu
    ofgrant = (grant * inner / 100).quantize(unit, ROUND_DOWN)
    values = {"total": total, "eu": eu, "rest": total - eu, "nat": nat, "own": total - eu - nat}
    values |= {"again": total, "grant": grant, "ofgrant": ofgrant, "natgrant": grant - ofgrant}
    values |= dict(zip(("p1", "p2", "p3"), parts, strict=True))
    values |= dict(zip(("e1", "e2", "e3"), (*shares, eu - sum(shares)), strict=True))
    style = USUAL[language] if rng.random() < 0.7 or not cents else rng.choice(sorted(STYLES))
    currency = rng.choice(("EUR", "EUR", "€", MONEY.get(language, "EUR")))
    return Account(language, layout, style, currency, cents, values, rate, inner)


@dataclass
class Page:
    """What a layout makes of an account: its blocks, which figures stand there as what, and what one may mistype."""

    body: list[str]
    roles: dict[str, tuple[str, str]]
    sums: Sequence[Sequence[str]]
    """Each a whole with its parts."""
    rated: Sequence[str] = ()
    """Figures that a stated rate determines."""


def _say(made: Account, text: str, **figures: str) -> str:
    words = {key: made.money(name) for key, name in figures.items()}
    names = {f"n{i}": name for i, name in enumerate(TEXTS[made.language]["names"], 1)}
    return f"<p>{escape(text.format(rate=made.per_cent(made.rate), **words, **names))}</p>"


PROJECT = {"total": ("project", "total"), "eu": ("project", "eu"), "nat": ("project", "national")}
PROJECT |= {"own": ("project", "own"), "rest": ("project", "own"), "again": ("project", "total")}


def _roles(*names: str) -> dict[str, tuple[str, str]]:
    return {name: PROJECT[name] for name in names}


def _first(made: Account, text: dict[str, str], _rng: Random) -> Page:
    body = [_say(made, text["first"], total="total", eu="eu", nat="nat", own="own")]
    return Page(body, _roles("total", "eu", "nat", "own"), [("total", "eu", "nat", "own")])


def _rest(made: Account, text: dict[str, str], _rng: Random) -> Page:
    body = [_say(made, text["rest"], total="total", eu="eu", own="rest")]
    return Page(body, _roles("total", "eu", "rest"), [("total", "eu", "rest")])


def _grant(made: Account, text: dict[str, str], _rng: Random) -> Page:
    body = [_say(made, text["grant"], total="total", grant="grant", eu="ofgrant", nat="natgrant")]
    roles = _roles("total") | {"grant": ("project", "eu"), "ofgrant": ("project", "eu")}
    roles["natgrant"] = ("project", "national")
    return Page(body, roles, [("grant", "ofgrant", "natgrant")], ["grant"])


def _plain(made: Account, text: dict[str, str], _rng: Random) -> Page:
    body = [_say(made, text["plain"], total="total", eu="eu", own="rest")]
    return Page(body, _roles("total", "eu", "rest"), [("total", "eu", "rest")], ["eu"])


def _names(made: Account) -> list[str]:
    return cast("list[str]", TEXTS[made.language]["names"])[:3]


def _lead(made: Account, text: dict[str, str], rng: Random) -> Page:
    """Write a sum that a list of names behind it splits."""
    known = LABELS[made.language]
    body = [_say(made, known["total"], total="total"), _say(made, text["lead"], eu="eu")]
    sums = [made.money(f"e{i}") for i in (1, 2, 3)]
    if rng.random() < 0.5:
        items = (f"<li>{escape(f'{n} – {m}')}</li>" for n, m in zip(_names(made), sums, strict=True))
        body.append(f"<ul>{''.join(items)}</ul>")
    else:
        rows = (f"<tr><td>{escape(n)}</td><td>{m}</td></tr>" for n, m in zip(_names(made), sums, strict=True))
        body.append(f"<table>{''.join(rows)}</table>")
    roles = _roles("total", "eu") | {f"e{i}": ("partner", "eu") for i in (1, 2, 3)}
    return Page(body, roles, [("eu", "e1", "e2", "e3")])


def _shared(made: Account, text: dict[str, str], _rng: Random) -> Page:
    known = LABELS[made.language]
    body = [_say(made, known["total"], total="total"), _say(made, known["share"], eu="eu")]
    body.append(_say(made, text["shared"], p1="p1", p2="p2", p3="p3"))
    roles = _roles("total", "eu") | {f"p{i}": ("partner", "total") for i in (1, 2, 3)}
    return Page(body, roles, [("total", "p1", "p2", "p3")], ["eu"])


def _table(rows: Iterable[Sequence[str]]) -> str:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _sources(made: Account, text: dict[str, str], rng: Random) -> Page:
    """Write a table of sources; the sum stands last, first or nowhere, or the table is turned round."""
    known = LABELS[made.language]
    rate = made.per_cent(made.rate)
    lines = [(f"{known['labels'][1]} ({rate})" if rng.random() < 0.6 else known["labels"][1], "eu")]
    lines += [(text["national"], "nat"), (known["labels"][2], "own")]
    rng.shuffle(lines)
    place = rng.choice(("last", "last", "first", "turned"))
    lines.insert(0 if place == "first" else 3, (text["sum"] if place == "last" else known["labels"][0], "total"))
    rated = ["eu"] if any("%" in label for label, _ in lines) else []
    if place == "turned":
        table = _table([[label for label, _ in lines], [made.money(name) for _, name in lines]])
    elif rng.random() < 0.5:
        head = f"{known['head'][0]}", f"{known['head'][1].split(' (')[0]} ({made.currency})"
        table = _table([head, *((label, made.bare(name)) for label, name in lines)])
    else:
        table = _table((label, made.money(name)) for label, name in lines)
    return Page([table], _roles("total", "eu", "nat", "own"), [("total", "eu", "nat", "own")], rated)


def _consortium(made: Account, text: dict[str, str], rng: Random) -> Page:
    """Write a table of partners with their budgets and what the Union pays of them."""
    known = LABELS[made.language]
    unit = made.currency
    head = [known["head"][0], f"{known['labels'][0]}, {unit}", f"{known['labels'][1]}, {unit}"]
    rows = [[n, made.bare(f"p{i}"), made.bare(f"e{i}")] for i, n in enumerate(_names(made), 1)]
    total = [text["sum"], made.bare("total"), made.bare("eu")]
    last = rng.random() < 0.8
    body = [_table([head, *rows, total] if last else [head, total, *rows])]
    roles = _roles("total", "eu") | {f"p{i}": ("partner", "total") for i in (1, 2, 3)}
    roles |= {f"e{i}": ("partner", "eu") for i in (1, 2, 3)}
    return Page(body, roles, [("total", "p1", "p2", "p3"), ("eu", "e1", "e2", "e3")])


def _pairs(made: Account, text: dict[str, str], rng: Random) -> Page:
    """Write labels and values: a definition list, or cards."""
    known = LABELS[made.language]
    lines = [(known["labels"][0], "total"), (known["labels"][1], "eu"), (text["national"], "nat")]
    lines.append((known["labels"][2], "own"))
    if rng.random() < 0.5:
        rng.shuffle(lines)
    shown = [(label, made.money(name)) for label, name in lines]
    if rng.random() < 0.5:
        body = ["<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{b}</dd>" for a, b in shown) + "</dl>"]
    else:
        body = [f"<div><div>{escape(a)}</div><div>{b}</div></div>" for a, b in shown]
    return Page(["\n".join(body)], _roles("total", "eu", "nat", "own"), [("total", "eu", "nat", "own")])


LAYOUTS: dict[str, Callable[[Account, dict[str, str], Random], Page]] = {
    "national first": _first,
    "the rest": _rest,
    "rate of the grant": _grant,
    "unknown words": _plain,
    "list of a lead": _lead,
    "partners in prose": _shared,
    "table of sources": _sources,
    "table of partners": _consortium,
    "labels and values": _pairs,
}


def written(made: Account, seed: str) -> tuple[bytes, Page]:
    """Return the publication, and what stands in it; the same seed writes the same company around the figures."""
    rng = Random(seed)
    text = TEXTS[made.language]
    page = LAYOUTS[made.layout](made, text, rng)
    body = list(page.body)
    if made["again"] != made["total"] or (rng.random() < 0.3 and made.layout != "the rest"):
        body.append(_say(made, LABELS[made.language]["total"], total="again"))
        page.roles["again"] = PROJECT["again"]
    for other in rng.sample(text["others"], rng.randrange(3)):
        body.insert(rng.choice((0, len(body))), f"<p>{escape(other)}</p>")
    lines = "\n".join(body)
    html = f'<!doctype html><html lang="{made.language}"><title>LLI-263</title><main>\n{lines}\n</main></html>'
    return html.encode(), page


def plant(made: Account, page: Page, rng: Random) -> tuple[str, str]:
    """Put one slip into an account; return its kind and the right value, as digits."""
    kinds = [*SLIPS, *SLIPS, "separator moved", "total repeated"]
    if page.rated:
        kinds.append("rate wrong")
    kind = rng.choice(kinds)
    if kind == "rate wrong":
        right = made.rate
        made.rate -= rng.choice((5, 10, 15))
        return kind, str(int(right))
    target = "again" if kind == "total repeated" else rng.choice([n for s in page.sums for n in s])
    value = made.values[target]
    wrong = value
    while abs(wrong - value) < max(Decimal(2), value / 2000):
        digits = str(int(value * 100)) if made.cents else str(int(value))
        if kind == "separator moved":
            wrong = value * 10
            break
        change = SLIPS[kind if kind in SLIPS else rng.choice(sorted(SLIPS))]
        mistyped = int(change(digits, rng))
        wrong = Decimal(mistyped) / 100 if made.cents else Decimal(mistyped)
    made.wrong[target] = wrong
    return kind, re.sub(r"\D", "", f"{value:.2f}" if made.cents else f"{value:.0f}")


@dataclass(frozen=True)
class Case:
    """One publication: what it is, and what is true of it."""

    language: str
    layout: str
    slip: str
    right: str
    content: bytes
    roles: frozenset[Role]


def cases(each: int, seed: int, languages: Iterable[str]) -> Iterator[Case]:
    """Yield publications: of every language and layout ``each`` in order and as many with a slip."""
    for language in languages:
        for layout in LAYOUTS:
            for i in range(2 * each):
                name = f"{seed}-{language}-{layout}-{i}"
                rng = Random(name)
                made = account(language, layout, rng)
                content, page = written(made, name)
                slip, right = plant(made, page, rng) if i % 2 else ("", "")
                content, page = written(made, name)
                roles = frozenset((f"{made[n]:.2f}", *role) for n, role in page.roles.items())
                yield Case(language, layout, slip, right, content, roles)


@dataclass(frozen=True)
class Verdict:
    """What the tool says of one publication."""

    outcome: str
    messages: str
    roles: frozenset[Role]


def verdict(content: bytes) -> Verdict:
    """Ask the tool."""
    from publicity_check import check, say

    report = check(content, name="page.html", rules=[RULES]).publications[0]
    results = [r for r in report.results if r.check == "budget"]
    order = ("error", "failed", "needs_review", "passed", "inapplicable")
    amounts = report.facts.amounts if report.facts else ()
    inside = (a for a in amounts if a.scope in {"project", "partner"} and a.share)
    roles = frozenset((f"{a.value:.2f}", str(a.scope), SAME.get(str(a.share), str(a.share))) for a in inside)
    worst = min((r.outcome.value for r in results), key=order.index)
    return Verdict(worst, " | ".join(say(r) for r in results), roles)


def right_named(case: Case, said: Verdict) -> bool:
    """Say whether a message names the right value."""
    return case.right in re.sub(r"(?<=\d)\D(?=\d)|(?<=\d)[\s\u00a0\u202f](?=\d)", "", said.messages)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print what was reached; 1 if a publication in order failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.accounts", description=__doc__)
    parser.add_argument("--each", type=int, default=3, help="publications in order and with a slip, a layout")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--language", action="append", default=[], choices=sorted(TEXTS))
    parser.add_argument("--layout", action="append", default=[], choices=sorted(LAYOUTS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--misses", action="store_true", help="print every publication that was misjudged")
    options = parser.parse_args(arguments)
    made = [
        case
        for case in cases(options.each, options.seed, options.language or sorted(TEXTS))
        if not options.layout or case.layout in options.layout
    ]
    with ProcessPoolExecutor(options.jobs) as pool:
        said = list(pool.map(verdict, [case.content for case in made], chunksize=16))
    judged = list(zip(made, said, strict=True))
    if options.misses:
        _print_misses(judged)
    print("| layout | in order: passed | failed | slip: failed | passed | right value named | roles F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for layout in [*LAYOUTS, "all"]:
        print(_row(layout, [(c, v) for c, v in judged if layout in {c.layout, "all"}]))
    for slip in sorted({c.slip for c in made} - {""}):
        found = [v.outcome for c, v in judged if c.slip == slip]
        print(f"{slip}: failed {found.count('failed')}, asked {found.count('needs_review')} of {len(found)}")
    return int(any(v.outcome == "failed" and not c.slip for c, v in judged))


def _print_misses(judged: Iterable[tuple[Case, Verdict]]) -> None:
    for case, said in judged:
        wrong = case.roles ^ said.roles if not case.slip else frozenset()
        if (said.outcome == "failed") != bool(case.slip) or (not case.slip and said.outcome != "passed") or wrong:
            print(f"{case.language} [{case.slip or 'in order'}] {case.layout}: {said.outcome}: {said.messages}")
            print("    " + " ".join(re.sub(r"<[^>]*>", " ", case.content.decode()).split()))
            if wrong:
                print(f"    missed {sorted(case.roles - said.roles)} extra {sorted(said.roles - case.roles)}")


def _row(layout: str, judged: Sequence[tuple[Case, Verdict]]) -> str:
    if not judged:
        return f"| {layout} | | | | | | |"
    clean = [(c, v) for c, v in judged if not c.slip]
    slips = [(c, v) for c, v in judged if c.slip]
    hits = sum(len(c.roles & v.roles) for c, v in clean)
    missed = sum(len(c.roles ^ v.roles) for c, v in clean)
    named = sum(right_named(c, v) for c, v in slips if v.outcome in {"failed", "needs_review"})
    low, high = wilson(sum(v.outcome == "failed" for _, v in slips), len(slips))
    count: Callable[[Sequence[tuple[Case, Verdict]], str], str] = lambda some, outcome: (  # noqa: E731
        f"{sum(v.outcome == outcome for _, v in some)} of {len(some)}"
    )
    return (
        f"| {layout} | {count(clean, 'passed')} | {count(clean, 'failed')} "
        f"| {count(slips, 'failed')} ({low:.0%}–{high:.0%}) | {count(slips, 'passed')} "
        f"| {named} of {len(slips)} | {2 * hits / max(1, 2 * hits + missed):.3f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
