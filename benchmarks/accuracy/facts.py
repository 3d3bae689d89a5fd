"""Holds the tool's report on a labelled publication against its labels, element by element."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from benchmarks.accuracy.labels import Label, LabelledSum, compact
from benchmarks.accuracy.measures import Verdict

UNSEEN = {"comment", "metadata", "alt-text", "noscript", "hidden", "deleted"}
PARTS = {"statement": "funding-statement", "disclaimer": "disclaimer"}


def compare(label: Label, judged: dict[str, Any]) -> Iterator[Verdict]:
    """Yield a verdict on everything that is labelled."""

    def say(measure: str, expected: bool, found: bool, detail: str = "", place: str = "") -> Verdict:
        result = {(True, True): "tp", (False, True): "fp", (True, False): "fn", (False, False): "tn"}[expected, found]
        return Verdict(measure, result, label.id, label.language, label.format, label.family, detail, place)

    facts = judged["facts"] or {}
    if label.funded:
        seen = judged["outcome"] != "inapplicable"
        sure = seen and not any(r.get("code") == "perhaps-funded" for r in judged["results"])
        yield say("EU-funded", label.funded == "yes", seen, _because(judged))
        yield say("EU-funded, not only perhaps", label.funded == "yes", sure, _because(judged))
    if label.funded == "no":
        yield say("not EU-funded: failed though not", False, judged["outcome"] == "failed", _because(judged))
    for element, part in PARTS.items():
        status = getattr(label, element)
        if not status:
            continue
        found = _statements(facts, part)
        outcomes = sorted({r["outcome"] for r in judged["results"] if r["check"] == part})
        quote = "; ".join(_quote(fact) for fact in found) or f"labelled: {label.quotes.get(element, '')}"
        detail = f"{status}; {'/'.join(outcomes)}; {quote}"
        place = _place(found[0]) if found else ""
        yield say(
            f"{element} (there or not)", status in {"present", "deviant"}, _seen(status, found, outcomes), detail, place
        )
        if status == "present" and found:
            kept = "passed" in outcomes or outcomes == ["inapplicable"]
            yield say(f"{element} accepted as prescribed", True, kept, detail, place)
        if status in {"absent", "image-only"} and label.funded == "yes":
            yield say(f"{element}: passed though absent", False, outcomes == ["passed"], detail, place)
    if label.numbers is not None:
        yield from _numbers(label.numbers, facts, say)
    yield from _links(label, facts, say)
    yield from _sums(label, facts, say)
    if label.conflicts is not None:
        shown = [r for r in judged["results"] if r.get("kind") == "conflicting"]
        detail = "; ".join(label.conflicts) or "; ".join(r["message"] for r in shown)
        yield say("conflict", bool(label.conflicts), bool(shown), detail)


def _seen(status: str, found: list[dict[str, Any]], outcomes: list[str]) -> bool:
    """Return whether the tool took an element to be there, in order or not.

    One that deviates is recognised too where its check does not let it pass. One that is not there is taken to be there
    where the check passes.
    """
    if status == "present":
        return bool(found)
    if status == "deviant":
        return bool(found) or bool({"failed", "needs_review"} & set(outcomes))
    return outcomes == ["passed"]


def _because(judged: dict[str, Any]) -> str:
    reasons = [reason for pack in judged.get("rule_packs", []) for reason in pack["because"]]
    return "; ".join(str(r.get("message", r.get("quote", ""))) for r in reasons[:3]) or str(judged.get("headline", ""))


def _visible(fact: dict[str, Any]) -> bool:
    region = (fact.get("evidence") or {}).get("region")
    return region not in UNSEEN and fact.get("visible", True)


def _statements(facts: dict[str, Any], part: str) -> list[dict[str, Any]]:
    """Return the statements of a part that a reader sees and that are neither negated nor merely quoted."""
    found = []
    for fact in facts.get("statements", []):
        codes = {note["code"] for note in fact["deviations"]}
        shown = fact["part"] == part and _visible(fact) and not fact["only_in_picture"]
        if shown and not codes & {"negated", "quoted"}:
            found.append(fact)
    return found


def _quote(fact: dict[str, Any]) -> str:
    return str((fact.get("evidence") or {}).get("quote", ""))[:160]


def _place(fact: dict[str, Any]) -> str:
    evidence = fact.get("evidence") or {}
    return ", ".join([str(evidence.get("region", "")), *(f"{k} {v}" for k, v in evidence.get("locator", {}).items())])


def _numbers(labelled: frozenset[str], facts: dict[str, Any], say: Any) -> Iterator[Verdict]:
    found = {compact(n["value"]): n for n in facts.get("project_numbers", []) if _visible(n) and not n["damage"]}
    for number in sorted(labelled | set(found)):
        fact = found.get(number)
        place = _place(fact) if fact else ""
        yield say("project number", number in labelled, fact is not None, number, place)
    if not labelled and not found:
        yield say("project number", False, False)


def _links(label: Label, facts: dict[str, Any], say: Any) -> Iterator[Verdict]:
    links = [link for link in facts.get("links", []) if link["visible"]]
    agreeing = [link for link in links if not link["shown_host"] or _within(link["host"], _base(link["shown_host"]))]
    hosts = {link["host"] for link in agreeing}
    for host in label.programme_hosts:
        yield say("programme link", True, any(_within(seen, host) for seen in hosts), host)
    europa = sorted(seen for seen in hosts if _within(seen, "europa.eu"))
    yield say("europa.eu link", label.europa, bool(europa), ", ".join(europa))


def _base(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _sums(label: Label, facts: dict[str, Any], say: Any) -> Iterator[Verdict]:
    if label.sums is None:
        return
    found = [amount for amount in facts.get("amounts", []) if _visible(amount)]
    for labelled in label.sums:
        same = [amount for amount in found if _figure(amount) == labelled.value]
        yield say("amount (figure)", True, bool(same), labelled.text, _place(same[0]) if same else "")
        roles = [(amount["scope"], amount["share"]) for amount in same]
        fits = any(_fits(labelled, scope or "", share or "") for scope, share in roles)
        detail = f"{labelled.text}: expected {labelled.scope}/{'|'.join(labelled.shares)}, read as {roles}"
        yield say("amount with scope and share", True, fits, detail, _place(same[0]) if same else "")
    known = {labelled.value for labelled in label.sums}
    for amount in found:
        budget = amount["scope"] in {"project", "partner"} and amount["share"] and not amount["approximate"]
        if budget and _figure(amount) not in known:
            detail = f"{amount['as_written']}: read as {amount['scope']}/{amount['share']}, labelled as no budget"
            yield say("amount with scope and share", False, True, detail, _place(amount))


def _figure(amount: dict[str, Any]) -> Decimal:
    return Decimal(amount["value"])


def _fits(labelled: LabelledSum, scope: str, share: str) -> bool:
    if labelled.scope == "project":
        return scope in {"project", "partner"} and share in labelled.shares
    return scope != "project" or not share or share in labelled.shares
