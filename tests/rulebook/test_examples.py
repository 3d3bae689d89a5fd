"""Every pack proves itself: its examples get their outcomes, and lead to it alone among all the rules."""

from functools import cache

import pytest

from publicity_check import api
from publicity_check.results import PublicationReport
from publicity_check.rulebook import builtin
from publicity_check.rulebook.examples import examples
from publicity_check.rulebook.packs import Example, Pack

RULEBOOK = builtin()
EXAMPLES = examples(RULEBOOK)
PAGE = '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>\n{}</body></html>'


def report(example: Example, rules: tuple[str, ...] = ()) -> PublicationReport:
    return _report(example.language, example.title, example.html, rules)


@cache
def _report(language: str, title: str, html: str, rules: tuple[str, ...]) -> PublicationReport:
    page = PAGE.format(language, title, html).encode()
    return api.check(page, name="example.html", rules=rules).publications[0]


def must(pack: Pack) -> bool:
    return any(r.level == "must" for _, r in RULEBOOK.requirements(pack))


@pytest.mark.parametrize("pack", RULEBOOK.packs)
def test_the_examples_of_a_pack_get_their_outcomes(pack: str) -> None:
    # A framework is no programme: publications are judged by it alone only where the user says so.
    chosen = (pack,) if RULEBOOK.packs[pack].framework else ()
    wrong = []
    for example in EXAMPLES[pack]:
        told = chosen if example.outcomes else ()
        found = report(example, told)
        outcomes: dict[str, list[str]] = {}
        for result in found.results:
            outcomes.setdefault(result.check, []).append(result.outcome.value)
        expected = {check: [outcome] for check, outcome in example.outcomes.items()}
        seen = {check: outcomes.get(check) for check in expected}
        if (found.outcome.value, seen) != (example.outcome, expected):
            wrong.append(f"{example.language}, {example.title}: {found.outcome.value}, {seen}")
    assert wrong == []


@pytest.mark.parametrize("pack", [p.id for p in RULEBOOK.packs.values() if not p.framework])
def test_the_examples_of_a_pack_lead_to_it_alone(pack: str) -> None:
    wrong = []
    for example in EXAMPLES[pack]:
        if example.outcomes:
            packs = [chosen.id for chosen in report(example).rule_packs]
            if packs != [pack]:
                wrong.append(f"{example.language}, {example.title}: {packs}")
    assert wrong == []


@pytest.mark.parametrize("pack", RULEBOOK.packs)
def test_a_pack_has_examples_in_each_of_its_languages(pack: str) -> None:
    found = {(example.language, example.title == "No sign of EU funding") for example in EXAMPLES[pack]}
    languages = RULEBOOK.packs[pack].languages or tuple({language for language, _ in found})
    assert {(language, unsigned) for language in languages for unsigned in (True, False)} <= found


@pytest.mark.parametrize("pack", [p.id for p in RULEBOOK.packs.values() if must(p)])
def test_a_pack_with_duties_has_examples_that_pass_fail_and_do_not_apply(pack: str) -> None:
    assert {"passed", "failed", "inapplicable"} <= {example.outcome for example in EXAMPLES[pack]}


def test_every_example_belongs_to_a_pack() -> None:
    assert EXAMPLES.keys() == RULEBOOK.packs.keys()
