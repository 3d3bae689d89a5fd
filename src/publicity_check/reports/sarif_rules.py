"""The rules part of a SARIF log: each requirement that was judged, with its help."""

from collections.abc import Iterable
from typing import Any

from publicity_check.messages import Sentences
from publicity_check.reports.clean import clean
from publicity_check.reports.explain import binding, sources
from publicity_check.results import Result


def rules_of(results: Iterable[tuple[str, Result]], say: Sentences) -> list[dict[str, Any]]:
    """Return the descriptors of rules, sorted by id; ``results`` come with the ids of their rules."""
    first: dict[str, Result] = {}
    for identifier, result in results:
        first.setdefault(identifier, result)
    return [_rule(identifier, first[identifier], say) for identifier in sorted(first)]


def _rule(identifier: str, result: Result, say: Sentences) -> dict[str, Any]:
    name = say("configuration") if result.of_configuration else say.term("check", result.check)
    duty = clean(result.ask) or name
    named = sources(result, say)
    purpose = [] if result.of_configuration else [say.term("purpose", result.check)]
    stands = [f"{basis}."] if (basis := binding(result, say)) else []
    text = "\n".join([duty, *purpose, *stands, *(f"- {source} {url}".rstrip() for source, url in named)])
    lines = [f"**{_escaped(duty)}**", "", *(line for s in (*purpose, *stands) for line in (s, ""))]
    lines += [f"- [{_escaped(source)}]({url})" if url else f"- {_escaped(source)}" for source, url in named]
    rule: dict[str, Any] = {
        "id": identifier,
        "name": "".join(word.title() for word in result.check.split("-")),
        "shortDescription": {"text": name},
        "fullDescription": {"text": duty},
        "help": {"text": text, "markdown": "\n".join(lines).rstrip()},
        "defaultConfiguration": {"level": "error" if result.level == "must" else "warning"},
        "properties": {
            "check": result.check,
            "level": result.level,
            "basis": result.basis,
            "known": result.known,
            "tags": [result.check],
        },
    }
    url = next((url for _, url in named if url.startswith(("https://", "http://"))), "")
    return {**rule, "helpUri": url} if url else rule


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)
