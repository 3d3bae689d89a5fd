"""Makes the pages of the documentation that follow from the rules: one a pack, one a check, and the coverage table.

mkdocs.yml names this module as a hook: the pages are made while the site is built (``make site``) and kept nowhere.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from publicity_check.checks.registry import DECIDE
from publicity_check.mending.consent import consent
from publicity_check.messages import sentences
from publicity_check.prove import pages_for
from publicity_check.reports.checks import messages_of
from publicity_check.rulebook import Rulebook, builtin
from publicity_check.rulebook.common import CHECKS, CheckName, Clause
from publicity_check.rulebook.packs import Duty, Pack, Requirement
from publicity_check.rulebook.wordings import WordingPart

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
KEPT = {
    "writing-rules.md": "rules/README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
}
"""Pages of the site that stand elsewhere in the repository."""
LEVELS = {
    "official": ("O", "read word for word at an official place"),
    "two-sources": ("2", "read in two independent places"),
    "one-source": ("1", "read in one place"),
    "seen-in-use": ("s", "seen on pages of beneficiaries"),
    "partial": ("p", "read in part"),
    "own-knowledge": ("k", "known from memory, read nowhere"),
}
"""Sign and meaning of each level of knowledge, from surest to least sure."""
KNOWLEDGE = {
    "complete": "All duties of the programme are known.",
    "partial": "Not all duties of the programme are known.",
    "recognised": "The programme is recognised and held to the duties of what it extends; its own are not known.",
}
_MANY = 20
"""Languages that are counted, not listed."""
_NARROW = '<div class="narrow" markdown>'
"""Begins a table with a column for each language."""


def pages() -> dict[Path, str]:
    """Return every generated page by its path in the site."""
    rulebook = builtin()
    made = {Path("programmes", f"{p.id}.md"): pack_page(rulebook, p) for p in rulebook.packs.values()}
    made |= {Path("checks", f"{check}.md"): check_page(rulebook, check) for check in CHECKS}
    made[Path("checks", "index.md")] = checks_page()
    made[Path("programmes", "index.md")] = index_page(rulebook)
    made[Path("coverage.md")] = coverage_page(rulebook)
    return made | {Path(name): kept_page(source) for name, source in KEPT.items()}


def kept_page(source: str) -> str:
    """Return a page that stands elsewhere in the repository, its links leading to the pages of the site."""
    text = (ROOT / source).read_text(encoding="utf-8")
    for name, target in KEPT.items():
        text = text.replace(f"]({target})", f"]({name})")
    return text.replace("](docs/", "](")


def pack_page(rulebook: Rulebook, pack: Pack) -> str:
    """Return the page of one pack: how it is recognised, its duties with basis, wordings and sources, examples."""
    lines = [f"# {_title(pack)}", "", f"`{pack.id}` · period {pack.period} · {KNOWLEDGE[pack.completeness]}", ""]
    if pack.extends:
        lines += ["Extends " + ", ".join(f"[{_title(rulebook.packs[p])}]({p}.md)" for p in pack.extends) + ".", ""]
    if pack.not_known:
        lines += ["Not known or not checked:", "", *(f"- {sentence}" for sentence in pack.not_known), ""]
    lines += [*_recognised(rulebook, pack), "## Duties", ""]
    language = next(iter(pack.languages), "en")
    lines += [
        f"The texts to paste: `publicity-check statement --rules {pack.id} --lang {language}`. In the wordings below"
    ]
    lines += ["`{…}` is filled in, `[…]` may be left out, and of `(…|…)` one is chosen.", ""]
    for owner, duty in rulebook.requirements(pack):
        lines += _duty(rulebook, pack, owner, duty, f"[{duty.check}](../checks/{duty.check}.md)")
    unchecked = rulebook.unchecked(pack)
    if unchecked:
        lines += ["## Duties that no check decides", "", "A person has to see to these.", ""]
    for owner, left in unchecked:
        lines += _duty(
            rulebook, pack, owner, left, f"In the {left.shows}" if left.shows != "elsewhere" else "Elsewhere"
        )
    for drop in pack.drop:
        lines += [f"Not asked for here: {drop.requirement}. {drop.reason} Source: {_sources(drop.sources)}.", ""]
    lines += _example(rulebook, pack)
    for example in pack.example:
        lines += [f"{example.title}: **{example.outcome}**", "", "```html", example.html.strip(), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _example(rulebook: Rulebook, pack: Pack) -> Iterator[str]:
    """Yield a page that holds everything a pack asks for, in the first of its languages."""
    language = pack.languages[0] if pack.languages else "en"
    page = next(iter(pages_for(rulebook, pack, language)), None)
    if page is not None:
        body = page.html.decode().partition("<body>")[2].partition("</body>")[0]
        yield from ("## Example", "", "Everything that is asked for is there:", "", "```html", body.strip(), "```", "")


def _recognised(rulebook: Rulebook, pack: Pack) -> Iterator[str]:
    """Yield how a pack is recognised."""
    by = []
    names = dict.fromkeys([*pack.short_names, *(name for names in pack.names.values() for name in names)])
    if names:
        by.append("its names: " + "; ".join(names))
    if pack.hosts or pack.former_hosts:
        by.append("its sites: " + ", ".join(f"`{host}`" for host in (*pack.hosts, *pack.former_hosts)))
    for number in pack.numbers:
        kind = rulebook.numbers[number]
        sample = next((e.value for e in kind.examples), next(iter(kind.shapes), ""))
        by.append(f"its numbers: {kind.title}" + (f", such as `{sample}`" if sample else ""))
    if pack.by_fund:
        by.append("the name of its fund")
    if by:
        level = f"{pack.verified}" + (f"; {_sources(pack.sources)}" if pack.sources else "")
        yield from ("## Recognised by", "", *(f"- {way}" for way in by), "", f"How sure: {level}.", "")


def _duty(rulebook: Rulebook, pack: Pack, owner: Pack, duty: Duty, heading: str) -> Iterator[str]:
    """Yield the section of one duty."""
    yield from (f"### {heading}", "", duty.ask, "")
    stated = "" if owner.id == pack.id else f" · from [{_title(owner)}]({owner.id}.md)"
    known = sentences("en").term("known", duty.known) + (f", {duty.read}" if duty.read else "")
    yield from (f"**{duty.level}** · basis: {duty.basis} · {known}{stated}", "")
    if duty.media:
        yield f"- For: {', '.join(duty.media)}"
    yield from (f"- Stands in: {_clause(clause)}" for clause in rulebook.clauses(duty))
    if duty.sources:
        yield f"- Read at: {_sources(duty.sources)}"
    if isinstance(duty, Requirement):
        yield from _asked_for(duty)
    if duty.note:
        yield f"- {duty.note}"
    yield ""
    parts = list(_wordings(rulebook, pack, duty)) if isinstance(duty, Requirement) else []
    if parts:
        yield from ("| language | wording | how sure |", "| --- | --- | --- |")
        yield from (f"| {part.language} | {_cell(part.text)} | {part.verified} |" for part in parts)
        yield ""


def _asked_for(duty: Requirement) -> Iterator[str]:
    """Yield what satisfies a duty beside wordings."""
    if duty.terms:
        yield f"- Words: {'; '.join(duty.terms)}"
    if duty.funds:
        yield f"- Funds: {', '.join(duty.funds)}"
    if duty.hosts:
        yield f"- Addresses: {', '.join(f'`{host}`' for host in duty.hosts)}"
    if duty.max_rates:
        yield f"- Highest share: {', '.join(f'{fund} {rate} %' for fund, rate in duty.max_rates.items())}"


def _wordings(rulebook: Rulebook, pack: Pack, duty: Requirement) -> Iterator[WordingPart]:
    """Yield the wordings of a duty in the languages of the pack, in all languages for one without."""
    for wording in duty.wordings:
        for part in rulebook.wordings[wording].part:
            kind = "funding-statement" if duty.check == "slogan" else duty.check
            if part.check == kind and (not pack.languages or part.language in pack.languages):
                yield part


def check_page(rulebook: Rulebook, check: CheckName) -> str:
    """Return the page of one check: what it looks at, all it may say, and which packs ask for it."""
    module = sys.modules[DECIDE[check].__module__]
    lines = [f"# {check}", "", _plain(module.__doc__ or ""), "", "## What it may say", ""]
    lines += ["| code | sentence | what to do | `publicity-check fix` |", "| --- | --- | --- | --- |"]
    for code, message in messages_of(check):
        lines.append(f"| `{code}` | {_cell(message.text)} | {_cell(message.next_step)} | {consent(code)} |")
    lines += [
        "",
        "`fix` puts right unasked what is *safe*; a sentence only as far as no more than one of its own words",
    ]
    lines += [
        "gives way. With `--unsafe` it puts right also what needs a person's consent. What names neither is told."
    ]
    asking: dict[str, list[str]] = {"must": [], "should": []}
    for pack in rulebook.packs.values():
        for duty in pack.requirement:
            if duty.check == check:
                asking[duty.level].append(f"[{_title(pack)}](../programmes/{pack.id}.md)")
    lines += ["", "## Who asks for it", "", "Packs that extend one of these ask for it too.", ""]
    for level, packs in asking.items():
        lines.append(f"- **{level}**: {', '.join(packs) if packs else 'none'}")
    return "\n".join(lines) + "\n"


def index_page(rulebook: Rulebook) -> str:
    """Return the list of all packs, with a field to find one by its name, its site or its languages."""
    lines = ["---", "hide: [toc]", "---", "# Programmes", ""]
    lines += [f"{len(rulebook.packs)} rule packs: what each programme of each period asks for, how it is recognised,"]
    lines += ["with the wordings in its languages and all sources.", ""]
    lines += [f"- **{level}**: {meaning}" for level, meaning in KNOWLEDGE.items()]
    lines += ["", '<div class="filtered" data-filter="Part of a name, a site, a language …" markdown>', ""]
    lines += ["| programme | id, sites | languages | duties | known |", "| --- | --- | --- | --- | --- |"]
    for pack in sorted(rulebook.packs.values(), key=lambda p: p.id):
        sites = " ".join(f"`{name}`" for name in (pack.id, *pack.hosts))
        languages = " ".join(pack.languages) if len(pack.languages) < _MANY else f"all {len(pack.languages)}"
        duties = len(list(rulebook.requirements(pack)))
        link = f"[{_title(pack)}]({pack.id}.md)"
        lines.append(f"| {link} | {sites} | {languages or 'any'} | {duties} | {pack.completeness} |")
    return "\n".join([*lines, "", "</div>"]) + "\n"


def checks_page() -> str:
    """Return the list of all checks, each with the question it answers."""
    lines = ["# Checks", "", "Every check is always reported; one that the rules do not ask for as `inapplicable`.", ""]
    lines += ["| check | question |", "| --- | --- |"]
    lines += [f"| [{check}]({check}.md) | {_question(check)} |" for check in CHECKS]
    return "\n".join(lines) + "\n"


def _question(check: CheckName) -> str:
    """Return the first sentence of a check's docstring."""
    return _cell((sys.modules[DECIDE[check].__module__].__doc__ or "").strip().split("\n\n")[0])


def coverage_page(rulebook: Rulebook) -> str:
    """Return the tables of what is known: pack by language and wording by language."""
    codes = sorted(rulebook.languages)
    lines = [
        "---",
        "hide: [navigation, toc]",
        "---",
        "# Coverage",
        "",
        "How sure the prescribed texts are, in each language:",
        "",
    ]
    lines += [f"- `{sign}` {meaning}" for sign, meaning in LEVELS.values()]
    lines += ["- `·` no text is known in this language", ""]
    header = ["| |" + "|".join(f" {code} " for code in codes) + "|", "| --- |" + " --- |" * len(codes)]
    lines += ["## Wordings", "", "The suggested text of each check: statement, then disclaimer.", ""]
    lines += [_NARROW, "", *header]
    for wording in rulebook.wordings.values():
        cells = [_known([p for p in wording.part if p.language == code]) for code in codes]
        lines.append(f"| {_cell(wording.title)} |" + "|".join(f" {cell} " for cell in cells) + "|")
    lines += ["", "</div>", "", "## Packs", ""]
    lines += [
        "Statement and disclaimer that a pack asks for, in the languages of its beneficiaries. `any`: any sentence"
    ]
    lines += [
        "that names the Union as a source of the money will do. An empty cell: not a language of the programme.",
        "",
    ]
    lines += [_NARROW, "", *header]
    for pack in sorted(rulebook.packs.values(), key=lambda p: p.id):
        cells = [_asked(rulebook, pack, code) for code in codes]
        lines.append(f"| [{pack.id}](programmes/{pack.id}.md) |" + "|".join(f" {cell} " for cell in cells) + "|")
    return "\n".join([*lines, "", "</div>"]) + "\n"


def _asked(rulebook: Rulebook, pack: Pack, code: str) -> str:
    """Return how sure the texts are that a pack asks for in a language."""
    if pack.languages and code not in pack.languages:
        return ""
    signs = []
    for _, duty in rulebook.requirements(pack):
        if duty.check in ("funding-statement", "disclaimer"):
            parts = (p for w in duty.wordings for p in rulebook.wordings[w].part)
            fitting = [p for p in parts if p.check == duty.check and p.language == code]
            signs.append(_sign(fitting) if duty.wordings else "any")
    return " ".join(signs)


def _known(parts: list[WordingPart]) -> str:
    signs = [_sign(found) for check in CHECKS if (found := [p for p in parts if p.check == check])]
    return " ".join(signs) or "·"


def _sign(parts: list[WordingPart]) -> str:
    """Return the sign of the surest of several texts."""
    order = list(LEVELS)
    return LEVELS[min((p.verified for p in parts), key=order.index)][0] if parts else "·"


def _title(pack: Pack) -> str:
    return pack.title.get("en") or next(iter(pack.title.values()))


def _clause(clause: Clause) -> str:
    text = f"{clause.act}, {clause.article}" if clause.article else clause.act
    return f"[{text}]({clause.url})" if clause.url else text


def _sources(sources: Iterable[str]) -> str:
    return ", ".join(f"<{source}>" if source.startswith("http") else source for source in sources)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _plain(docstring: str) -> str:
    return "\n".join(line.strip() for line in docstring.strip().splitlines())


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the pages to those of ``docs/`` while MkDocs builds the site."""
    from mkdocs.structure.files import File

    for path, text in pages().items():
        files.append(File.generated(config, path.as_posix(), content=text))
    return files
