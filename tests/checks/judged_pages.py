"""Pages of the tables in tests/data/checks, and what the library tells of them."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pages import latvian
from publicity_check import check, render

DATA = Path(__file__).parents[1] / "data" / "checks"

LEADS = {
    "sl": "<h1>Mlin se spet vrti</h1><p>Prebivalci so se v soboto zbrali v starem mlinu in se pogovarjali o reki, "
    "njenih ribah in poplavah z ljudmi, ki živijo ob njej.</p>",
    "en": "<h1>The silent mill turns again</h1><p>Residents met at the old mill on Saturday and talked about the "
    "river, its fish and its floods with the people who live beside it.</p>",
    "es": "<h1>El molino vuelve a girar</h1><p>Los vecinos se reunieron el sábado en el viejo molino y hablaron del "
    "río, de sus peces y de sus crecidas con la gente que vive junto a él.</p>",
}


def cases(name: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    rows: list[dict[str, Any]] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))["case"]
    return rows


def short_page(paragraphs: list[str], language: str = "en") -> bytes:
    """Return a page with a few paragraphs, written as text or as elements."""
    body = "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<html lang="{language}"><head><title>Silent mill</title></head><body><main>'
        f"{LEADS.get(language, LEADS['en'])}"
        f"{body}</main></body></html>"
    ).encode()


def told(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the JSON report tells of a row's check, with the keys that rows have."""
    options = {"rules": case["rules"]} if "rules" in case else {}
    page = (
        short_page(case["paragraphs"], case.get("language", "en"))
        if "paragraphs" in case
        else latvian(**case.get("latvian", {}))
    )
    report = json.loads(render(check(page, name="page.html", **options), "json"))["publications"][0]
    results = [result for result in report["results"] if result["check"] == case["check"]]
    assert len(results) == 1, [(result["outcome"], result["code"]) for result in results]
    (result,) = results
    values = {name: result["values"][name] for name in case.get("values", {}) if name in result["values"]}
    everything = {
        "outcome": result["outcome"],
        "kind": result["kind"],
        "code": result["code"],
        "values": values,
        "notes": [note["code"] for note in result["notes"]],
        "quote": result["evidence"][0]["quote"] if result["evidence"] else None,
    }
    found = {name: value for name, value in everything.items() if value or value == ""}
    if result["suggestion"]:
        wanted = case.get("suggested")
        found["suggested"] = wanted if isinstance(wanted, str) and wanted in result["suggestion"] else True
    return found


def wanted(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row wants to be told."""
    return {
        key: value
        for key, value in case.items()
        if key not in {"condition", "check", "latvian", "paragraphs", "rules", "language"}
    }
