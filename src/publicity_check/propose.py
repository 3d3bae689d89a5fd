"""Proposes a configuration from what publications say: projects with their numbers and budgets, and what repeats."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from publicity_check.facts.model import Amount, Facts
from publicity_check.publication import Publication, Region

FEWEST_PAGES = 3
"""Two pages that say the same do not show what stands on every page."""

REPEATED = 0.8
"""A funding text on at least this share of the pages is taken for the site's own furniture."""


class _Found(msgspec.Struct):
    """What was found of one project."""

    titles: dict[str, str] = {}
    packs: Counter[str] = msgspec.field(default_factory=Counter)
    amounts: list[tuple[str, Amount]] = []
    pages: list[str] = []


def propose(found: Sequence[tuple[Publication, Facts]]) -> str:
    """Return a commented ``publicity-check.toml`` for the publications given, with their facts."""
    projects: dict[str, _Found] = {}
    for publication, facts in found:
        for number in facts.project_numbers:
            if number.role == "own" and not number.damage:
                project = projects.setdefault(number.value, _Found())
                project.packs.update(number.packs)
                if publication.name not in project.pages:
                    project.pages.append(publication.name)
                if number.project_title:
                    project.titles.setdefault(facts.language.code or "en", number.project_title)
        own = {n.value for n in facts.project_numbers if n.role == "own" and not n.damage}
        if len(own) == 1:
            project = projects[own.pop()]
            project.amounts += [(publication.name, a) for a in facts.amounts]
    lines = [
        "# What is true of your projects: what publications say is compared with it.",
        "# Proposed from the publications that were given. Check every line before you rely on it.",
        *_furniture(found),
    ]
    for name, project in projects.items():
        lines += _project(name, project)
    if not projects:
        lines += ["", "# No project number was found. Declare a project like this:", *_EXAMPLE]
    return "\n".join(lines) + "\n"


_EXAMPLE = (
    "# [[project]]",
    '# number = "LLI-263"',
    '# acronym = "OPEN UP"',
    '# rules = "interreg-latvia-lithuania-2014-2020"',
    '# publisher = "Name of the beneficiary that publishes"',
)


def _project(number: str, project: _Found) -> Iterable[str]:
    yield from ("", "[[project]]", f"number = {_text(number)}  # found in {', '.join(project.pages[:3])}")
    if len(project.packs) == 1:
        yield f"rules = {_text(next(iter(project.packs)))}"
    elif project.packs:
        yield f"# rules = {_text(sorted(project.packs)[0])}  # several packs fit: {', '.join(sorted(project.packs))}"
    if project.titles:
        yield "titles = { " + ", ".join(f"{lang} = {_text(t)}" for lang, t in project.titles.items()) + " }"
    for key, share in (("total", "total"), ("eu", "eu")):
        amounts = [(name, a) for name, a in project.amounts if a.scope == "project" and a.share == share]
        values = {a.value for _, a in amounts}
        if len(values) == 1:
            yield f'{key} = "{amounts[0][1].value}"  # found in {amounts[0][0]}'
        elif values:
            yield f"# {key}: the publications differ: {', '.join(sorted(str(v) for v in values))}"


def _furniture(found: Sequence[tuple[Publication, Facts]]) -> Iterable[str]:
    """Propose what stands on nearly every page: funding texts in headers and footers."""
    counts: Counter[tuple[Region, str]] = Counter()
    for publication, facts in found:
        places = {(publication.blocks[s.span.first].region, publication.quote(s.span)) for s in facts.statements}
        counts.update(p for p in places if p[0] in (Region.HEADER, Region.FOOTER, Region.ASIDE))
    for (region, quote), count in counts.most_common():
        if len(found) >= FEWEST_PAGES and count >= REPEATED * len(found):
            selector = {Region.HEADER: "header", Region.FOOTER: "footer"}.get(region, "aside")
            yield ""
            yield f"# {count} of {len(found)} pages carry this text ({region.value}): {quote[:80]!r}."
            yield "# Declared as furniture, it no longer makes every page a publication of a project:"
            yield f'site_footer = ["{selector}"]'
            return


def _text(value: str) -> str:
    return msgspec.json.encode(value).decode()
