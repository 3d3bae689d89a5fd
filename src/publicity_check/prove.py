"""Proves rule packs by themselves: their wordings are recognised, their examples get the outcomes they name."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from publicity_check.facts.finder import finder_for
from publicity_check.judging.evaluate import Options
from publicity_check.readers import read_bytes
from publicity_check.rulebook import Rulebook, load
from publicity_check.rulebook.examples import examples
from publicity_check.rulebook.packs import Example
from publicity_check.run import Run
from publicity_check.wording.fill import fill

PAGE = '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>\n{}</body></html>'
"""The page around an example's body: its language, its title, the body."""

FILLED = {
    "number": "101069802",
    "authority": "the European Education and Culture Executive Agency (EACEA)",
    "authority_short": "EACEA",
}
"""What fills the gaps of a wording while it is tried; every other gap takes a name."""


def page_of(example: Example) -> bytes:
    """Return an example as a whole page."""
    return PAGE.format(example.language, example.title, example.html).encode()


def unproved(folders: Sequence[Path]) -> list[str]:
    """Return what the packs and wordings in folders of rules do not prove, a sentence each; none if all is well.

    The folders are read together with the rules that come with this library, and their examples are judged by all of
    them. Raises :class:`~publicity_check.errors.RulesError` if they cannot be loaded.
    """
    rulebook = load(tuple(folders))
    own = {path.stem for folder in folders for path in (*folder.glob("*.toml"), *folder.glob("*/*.toml"))}
    shown = {pack: found for folder in folders for pack, found in examples(rulebook, folder).items() if pack in own}
    return [
        *(problem for wording in sorted(own & set(rulebook.wordings)) for problem in _unrecognised(rulebook, wording)),
        *_unmet(tuple(folders), rulebook, shown),
    ]


def _unrecognised(rulebook: Rulebook, identifier: str) -> Iterator[str]:
    for part in rulebook.wordings[identifier].part:
        names = dict.fromkeys(("beneficiary", "project", "programme"), "Linden Town Council")
        text = fill(rulebook, part, {**names, **FILLED})
        page = PAGE.format(part.language, "Try", f"<p>{text}</p>").encode()
        facts = finder_for(rulebook).find(read_bytes(page, "wording.html"))
        found = [s for s in facts.statements if s.part == part.check]
        if not any(identifier in s.wordings and s.coverage == 1 and not s.deviations for s in found):
            yield f"wording {identifier} ({part.language}, {part.check}): is not recognised in full: “{text}”"


def _unmet(folders: tuple[Path, ...], rulebook: Rulebook, shown: Mapping[str, Sequence[Example]]) -> Iterator[str]:
    for identifier, found in shown.items():
        framework = rulebook.packs[identifier].framework
        run = Run(Options(rules=(identifier,) if framework else ()), rules_folders=folders)
        for example in found:
            report = run.check_bytes(page_of(example), "example.html")
            name = f"pack {identifier}, example “{example.title}” ({example.language})"
            if report.outcome != example.outcome:
                yield f"{name}: is {report.outcome.value}, not {example.outcome}"
            for check, outcome in example.outcomes.items():
                outcomes = [r.outcome for r in report.results if r.check == check]
                if outcome not in outcomes or len(set(outcomes)) > 1:
                    yield f"{name}: {check} is {', '.join(o.value for o in outcomes)}, not {outcome}"
            chosen = [p.id for p in report.rule_packs]
            if example.outcomes and chosen != [identifier]:
                yield f"{name}: is judged by {', '.join(chosen) or 'no rules'}"
