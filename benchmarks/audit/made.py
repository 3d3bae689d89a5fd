"""Makes a register of operations and publications on some of them, a part of which differs from the register."""

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

OPERATIONS = 5_000
PUBLICATIONS = 300
PLANTED = 60

WORKS = {
    "en": ("Renovation", "Digital archive", "Cycle route", "Energy efficiency", "Visitor centre", "Flood protection"),
    "lv": ("Pārbūve", "Digitālais arhīvs", "Veloceļš", "Energoefektivitāte", "Apmeklētāju centrs", "Plūdu aizsardzība"),
    "lt": ("Atnaujinimas", "Skaitmeninis archyvas", "Dviračių takas", "Energinis efektyvumas", "Lankytojų centras"),
    "de": ("Sanierung", "Digitales Archiv", "Radweg", "Energieeffizienz", "Besucherzentrum", "Hochwasserschutz"),
    "pl": ("Przebudowa", "Cyfrowe archiwum", "Ścieżka rowerowa", "Efektywność energetyczna", "Centrum edukacyjne"),
    "fr": ("Rénovation", "Archives numériques", "Piste cyclable", "Efficacité énergétique", "Centre d'accueil"),
    "es": (
        "Rehabilitación",
        "Archivo digital",
        "Carril para bicicletas",
        "Eficiencia energética",
        "Centro de visitantes",
    ),
    "it": ("Riqualificazione", "Archivio digitale", "Pista ciclabile", "Efficienza energetica", "Centro visitatori"),
}
WHERE = {
    "en": "of the {a} near {b} for residents and guests",
    "lv": "{a} pie {b} iedzīvotāju un viesu ērtībām",
    "lt": "{a} prie {b} gyventojų ir svečių patogumui",
    "de": "{a} bei {b} für Einwohner und Gäste",
    "pl": "{a} w pobliżu {b} dla mieszkańców i gości",
    "fr": "{a} près de {b} pour les habitants et les visiteurs",
    "es": "{a} cerca de {b} para vecinos y visitantes",
    "it": "{a} vicino a {b} per residenti e ospiti",
}
PLACES = (
    "Ardava",
    "Belmora",
    "Corvina",
    "Dalsted",
    "Elmau",
    "Firska",
    "Gorande",
    "Halvik",
    "Istrova",
    "Jorna",
    "Kelmė",
)
PAGES = {
    "en": (
        "Project “{title}” (No. {number}) is co-funded by the European Regional Development Fund.",
        "The total cost of the project is {total}, of which the ERDF contributes {eu} ({rate} %).",
        "Eligible costs: {eligible}.",
    ),
    "lv": (
        "Projektu “{title}” (Nr. {number}) līdzfinansē Eiropas Reģionālās attīstības fonds.",
        "Projekta kopējās izmaksas ir {total}, tai skaitā ERAF finansējums {eu} ({rate} %).",
        "Attiecināmās izmaksas: {eligible}.",
    ),
    "lt": (
        "Projektas „{title}“ (Nr. {number}) bendrai finansuojamas Europos regioninės plėtros fondo lėšomis.",
        "Bendra projekto vertė – {total}, iš jų ERPF lėšos – {eu} ({rate} %).",
        "Tinkamos finansuoti išlaidos: {eligible}.",
    ),
    "de": (
        "Das Projekt „{title}“ (Nr. {number}) wird vom Europäischen Fonds für regionale Entwicklung kofinanziert.",
        "Die Gesamtkosten des Projekts betragen {total}, davon EFRE-Mittel {eu} ({rate} %).",
        "Förderfähige Kosten: {eligible}.",
    ),
    "pl": (
        "Projekt „{title}” (nr {number}) jest współfinansowany z Europejskiego Funduszu Rozwoju Regionalnego.",
        "Całkowita wartość projektu: {total}, w tym dofinansowanie z EFRR: {eu} ({rate} %).",
        "Wydatki kwalifikowalne: {eligible}.",
    ),
    "fr": (
        "Le projet « {title} » (n° {number}) est cofinancé par le Fonds européen de développement régional.",
        "Le coût total du projet s'élève à {total}, dont {eu} de FEDER ({rate} %).",
        "Dépenses éligibles : {eligible}.",
    ),
    "es": (
        "El proyecto «{title}» (n.º {number}) está cofinanciado por el Fondo Europeo de Desarrollo Regional.",
        "El coste total del proyecto asciende a {total}, con una ayuda FEDER de {eu} ({rate} %).",
        "Gastos elegibles: {eligible}.",
    ),
    "it": (
        "Il progetto «{title}» (n. {number}) è cofinanziato dal Fondo europeo di sviluppo regionale.",
        "Il costo totale del progetto è di {total}, di cui {eu} di contributo FESR ({rate} %).",
        "Spese ammissibili: {eligible}.",
    ),
}
"""How a publication of each language says it: the project, its budget, and its eligible costs."""
STYLES = {"en": (",", "."), "es": (".", ","), "it": (".", ","), "de": (".", ",")}
RATES = (40, 50, 60, 70, 75, 80, 85)


class Operation(NamedTuple):
    """An operation of the register."""

    number: str
    title: str
    beneficiary: str
    language: str
    total: Decimal
    eligible: Decimal
    eu: Decimal
    rate: int

    @property
    def values(self) -> dict[str, str]:
        """What a publication says of it, in the style of its language."""
        figures = {name: money(getattr(self, name), self.language) for name in ("total", "eligible", "eu")}
        return {"title": self.title, "number": self.number, "rate": str(self.rate), **figures}


def money(value: Decimal, language: str, currency: str = "EUR") -> str:
    """Write a sum in the style of a language."""
    group, point = STYLES.get(language, ("\u00a0", ","))
    return f"{value:,.2f}".replace(",", "\0").replace(".", point).replace("\0", group) + f" {currency}"


def operations(draw: random.Random) -> list[Operation]:
    """Make the operations: numbers of the Latvian ERDF form, each once."""
    made: dict[str, Operation] = {}
    while len(made) < OPERATIONS:
        language = draw.choice(list(PAGES))
        measure = f"{draw.randint(1, 9)}.{draw.randint(1, 4)}.{draw.randint(1, 3)}.0"
        number = f"{measure}/{draw.randint(16, 21)}/I/{draw.randint(1, 999):03d}"
        a, b = draw.sample(PLACES, 2)
        title = f"{draw.choice(WORKS[language])} {WHERE[language].format(a=f'{a} {draw.randint(1, 99)}', b=b)}"
        total = Decimal(draw.randrange(5_000_000, 900_000_000)) / 100
        rate = draw.choice(RATES)
        eligible = (total * draw.randint(80, 97) / 100).quantize(Decimal("0.01"))
        eu = (total * rate / 100).quantize(Decimal("0.01"))
        made[number] = Operation(number, title, f"{b} {draw.randint(1, 500)}", language, total, eligible, eu, rate)
    return list(made.values())


HEADING = "Kods;Nosaukums;Saņēmējs;Izmaksas;Attiecināmās;ES daļa;Likme"
CONFIGURATION = """
[[register]]
file = "list.csv"

[register.columns]
number = "Kods"
title = "Nosaukums"
beneficiary = "Saņēmējs"
total = "Izmaksas"
eligible = "Attiecināmās"
eu = "ES daļa"
rate = "Likme"
"""


def register(folder: Path, made: list[Operation]) -> None:
    """Write the register, as a national list would be: semicolons, decimal commas, blanks between thousands."""
    rows = [HEADING]
    for o in made:
        sums = (f"{value:,.2f}".replace(",", " ").replace(".", ",") for value in (o.total, o.eligible, o.eu))
        rows.append(";".join((o.number, f'"{o.title}"', o.beneficiary, *sums, f"{o.rate} %")))
    (folder / "list.csv").write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
    (folder / "publicity-check.toml").write_text(CONFIGURATION, encoding="utf-8")


def _number(o: Operation, _: random.Random) -> dict[str, str]:
    head, last = o.number.rsplit("/", 1)
    other = last[0] + last[2] + last[1] if last[1] != last[2] else f"{(int(last) + 10) % 1000:03d}"
    return {"number": f"{head}/{other}"}


def _title(o: Operation, draw: random.Random) -> dict[str, str]:
    words = o.title.split()
    words[draw.randrange(1, 3)] = draw.choice(("Zelmeri", "Orsola", "Vintra"))
    return {"title": " ".join(words)}


def _scaled(o: Operation, _: random.Random) -> dict[str, str]:
    return {"total": money(o.total / 1000, o.language)}


def _share(o: Operation, _: random.Random) -> dict[str, str]:
    return {"eu": money((o.eu * 2 / 3).quantize(Decimal("0.01")), o.language)}


_SUMS = ("total", "eligible", "eu")

PLANTS: dict[str, Callable[[Operation, random.Random], dict[str, str]]] = {
    "number": _number,
    "total": lambda o, draw: {"total": money(o.total * draw.choice((109, 112, 88)) / 100, o.language)},
    "eligible for total": lambda o, _: {"total": money(o.eligible, o.language)},
    "share": _share,
    "rate": lambda o, _: {"rate": str(o.rate - 5)},
    "title": _title,
    "cents": lambda o, _: {"total": money(o.total + Decimal("0.40"), o.language)},
    "thousand": _scaled,
    "currency": lambda o, _: {name: money(getattr(o, name), o.language, "SEK") for name in _SUMS},
}
"""What is planted: how a publication's values differ from those of its operation."""


def publications(folder: Path, made: list[Operation], draw: random.Random) -> dict[str, str]:
    """Write the publications; return what was planted in each, "" in most."""
    told: dict[str, str] = {}
    chosen = draw.sample(made, PUBLICATIONS)
    for index, o in enumerate(chosen):
        kind = list(PLANTS)[index % len(PLANTS)] if index < PLANTED else ""
        values = {**o.values, **(PLANTS[kind](o, draw) if kind else {})}
        first, budget, eligible = (sentence.format(**values) for sentence in PAGES[o.language])
        body = f"<h1>{values['title']}</h1><p>{first}</p><p>{budget}</p>"
        if index % 3 == 0:
            body += f"<p>{eligible}</p>"
        name = f"page-{index:03d}.html"
        page = f'<!DOCTYPE html><html lang="{o.language}"><meta charset="utf-8"><body>{body}</body></html>'
        (folder / name).write_text(page, encoding="utf-8")
        told[name] = kind
    return told
