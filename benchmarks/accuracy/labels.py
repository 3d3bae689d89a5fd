"""What a person found in a publication: the labels of a manifest, and those of the generated set."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.accuracy.cases import Case
from benchmarks.accuracy.document import Sum

ROLES = {
    "total": ("project", ("total",)),
    "eu_grant": ("project", ("eu", "grant")),
    "eu_and_state_grant": ("project", ("grant",)),
    "programme_budget": ("programme", ("total", "eu", "")),
    "work_package": ("", ("",)),
    "eu_contribution_of_others": ("", ("",)),
}
"""Scope and possible shares of the roles of amounts in a manifest; those not listed are no budget of a project."""


@dataclass(frozen=True)
class LabelledSum:
    """A sum as labelled. ``scope`` and ``shares`` are empty where the label does not say."""

    value: Decimal
    currency: str
    scope: str
    shares: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Label:
    """What a careful reader found in one publication.

    ``funded`` is "yes", "no" or "" where the page does not let one decide; ``None`` is what is not labelled.
    ``statement`` and ``disclaimer`` are "present", "deviant", "image-only" or "absent".
    """

    id: str
    name: str
    content: bytes
    language: str
    format: str
    family: str
    funded: str
    statement: str
    disclaimer: str
    numbers: frozenset[str] | None
    programme_hosts: tuple[str, ...]
    europa: bool
    sums: tuple[LabelledSum, ...] | None
    conflicts: tuple[str, ...] | None
    quotes: dict[str, str]


def compact(number: str) -> str:
    """Return the letters and digits of a project number, in capitals."""
    return re.sub(r"[\W_]", "", number).upper()


def from_case(case: Case) -> Label:
    """Return the label of a generated publication."""
    draft, truth = case.draft, case.draft.truth
    return Label(
        id=case.id,
        name=case.name,
        content=case.content,
        language=draft.language,
        format=draft.format,
        family=draft.programme.family if truth.funded else "none",
        funded={True: "yes", False: "no", None: ""}[truth.funded],
        statement=truth.statement,
        disclaimer=truth.disclaimer,
        numbers=frozenset(compact(number) for number in truth.numbers),
        programme_hosts=(draft.programme.host,) if truth.programme_link else (),
        europa=truth.europa_link,
        sums=None if truth.sums is None else tuple(_from_sum(found) for found in truth.sums),
        conflicts=None if truth.conflict is None else ("planted",) * truth.conflict,
        quotes={},
    )


def manifest_digest(manifest: Path) -> str:
    """Return the digest of a manifest and of the files it names."""
    digest = hashlib.sha256(manifest.read_bytes())
    for doc in tomllib.loads(manifest.read_text("utf-8"))["doc"]:
        digest.update(doc["sha256"].encode())
    return digest.hexdigest()


def from_manifest(manifest: Path, disputed: dict[str, set[str]]) -> Iterator[Label]:
    """Yield the labels of a manifest; a file that is not as labelled is an error.

    ``disputed`` holds, by id, the labels that are left out because they were found wrong.
    """
    for doc in tomllib.loads(manifest.read_text("utf-8"))["doc"]:
        content = (manifest.parent / doc["file"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != doc["sha256"]:
            raise ValueError(f"{doc['file']} is not the file that was labelled")
        yield _from_doc(doc, content, disputed.get(doc["id"], set()))


def _from_doc(doc: dict[str, Any], content: bytes, left_out: set[str]) -> Label:
    decided = {"yes": "yes", "no": "no", "unclear": ""}[doc["eu_funded"]]
    if doc["verdict"] == "yes-unstated" or "eu_funded" in left_out:
        decided = ""
    return Label(
        id=doc["id"],
        name=Path(doc["file"]).name,
        content=content,
        language=doc["lang"][0],
        format=doc["format"],
        family=_family(doc),
        funded=decided,
        statement="" if "funding_statement" in left_out else doc["funding_statement"]["status"],
        disclaimer="" if "disclaimer" in left_out else doc["disclaimer"]["status"],
        numbers=None if "project_numbers" in left_out else frozenset(map(compact, doc["project_numbers"])),
        programme_hosts=tuple(doc["links"]["programme_domains"]),
        europa=doc["links"]["europa_eu"] != "none",
        sums=tuple(_sum(amount) for amount in doc["amounts"] if "rate" not in amount["role"]),
        conflicts=None if "conflicts" in left_out else tuple(doc["conflicts"]),
        quotes={"statement": doc["funding_statement"]["quote"], "disclaimer": doc["disclaimer"]["quote"]},
    )


def _family(doc: dict[str, Any]) -> str:
    """Return the family of a labelled programme, by the words of its name."""
    if doc["eu_funded"] != "yes":
        return "none"
    programme = f"{doc['programme']} {doc['fund']}".lower()
    named = {
        "interreg": ("interreg",),
        "direct-management": ("erasmus", "horizon", "h2020"),
        "recovery": ("pnrr", "nextgeneration"),
    }
    for family, words in named.items():
        if any(word in programme for word in words):
            return family
    return "shared-management"


def _from_sum(found: Sum) -> LabelledSum:
    return LabelledSum(found.value, found.currency, found.scope, (found.share,), str(found.value))


def _sum(amount: dict[str, str]) -> LabelledSum:
    scope, shares = ROLES.get(amount["role"], ("other", ("",)))
    return LabelledSum(value(amount["text"]), amount["currency"], scope, shares, amount["text"])


def value(text: str) -> Decimal:
    """Return the figure of a labelled amount.

    >>> value("59 941 293,-Ft"), value("€250,000"), value("E5.9m"), value("€392 billion")
    (Decimal('59941293'), Decimal('250000'), Decimal('5900000.0'), Decimal('392000000000'))
    """
    figure = re.search(r"\d[\d\s.,\u00a0]*", text)
    if figure is None:
        raise ValueError(f"no figure in the labelled amount {text!r}")
    digits = re.sub(r"[\s\u00a0]", "", figure[0]).rstrip(".,")
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: decimals.start()] if decimals else digits)
    read = Decimal(f"{whole}.{decimals[1]}" if decimals else whole)
    scale = re.match(r"\s*(billion|million|Milliarden|mld|milioni|m\b)", text[figure.end() :])
    factors = {"billion": 10**9, "Milliarden": 10**9, "mld": 10**9, "million": 10**6, "milioni": 10**6, "m": 10**6}
    return read * factors[scale[1]] if scale else read
