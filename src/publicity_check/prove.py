"""Proves rule packs by themselves, with pages that follow from what they ask for.

A page that holds exactly what ``publicity-check statement`` says is needed has to pass in each language of the pack;
without one of these texts it has to fail; and where it names programme and number it has to lead to the pack alone.
Wordings have to be recognised in full, and examples that a pack brings along have to get the outcomes they name.
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import msgspec

from publicity_check.facts.finder import finder_for
from publicity_check.judging.evaluate import Options, evaluate
from publicity_check.readers import read_bytes
from publicity_check.results import Outcome, PublicationReport, Result
from publicity_check.rulebook import Rulebook, load
from publicity_check.rulebook.common import CheckName, Medium
from publicity_check.rulebook.packs import Example, Pack
from publicity_check.wording.examples import FILLED, NAME, fillings, numbers_of
from publicity_check.wording.fill import fill
from publicity_check.wording.needed import NeededText, fund_name, needed_texts

PAGE = '<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>\n{}</body></html>'
"""The page around a body: its language, its title, the body."""


class ProofPage(msgspec.Struct, frozen=True, gc=False):
    """A page that follows from a pack in one language.

    ``lacks`` is the check whose text is left out or spoilt: it has to fail. Without it all duties have to pass.
    """

    about: str
    """What the page is, to be read after the pack's name."""
    language: str
    html: bytes
    lacks: CheckName | None = None
    told: bool = True
    """Whether the pack is named by the user; otherwise the page has to lead to it alone."""
    medium: Medium | None = None
    """The kind of publication that it is judged as, where a duty holds for some kinds only."""


def pages_for(rulebook: Rulebook, pack: Pack, language: str) -> Iterator[ProofPage]:
    """Yield the pages by which a pack is proved in one language."""
    texts = needed_texts(rulebook, pack, language, fillings(rulebook, pack))
    if not texts:
        return
    yield ProofPage("with everything that is needed", language, _page(language, texts))
    for kind in dict.fromkeys(text.media[0] for text in texts if text.media):
        about = f"with everything that is needed, as a {kind}"
        yield ProofPage(about, language, _page(language, texts), medium=kind)
    named = [] if pack.framework else list(_identity(rulebook, pack, language))
    for text in texts:
        statement = text.check == "funding-statement"
        gone = {text.check, "emblem"} if text.check in _IN_LOGOS else {text.check}
        gone |= {"slogan"} if statement else set()
        rest = [*(named if statement else ()), *(t for t in texts if t.check not in gone and t.text != text.text)]
        medium = text.media[0] if text.media else None
        yield ProofPage(f"without the {text.check}", language, _page(language, rest), text.check, medium=medium)
    for text in texts:
        short = _abbreviated(rulebook, text) if text.check == "funding-statement" else ""
        if short:
            rest = [t for t in texts if t.check not in ("emblem", "slogan")]
            spoilt = [msgspec.structs.replace(t, text=short) if t is text else t for t in rest]
            about = "with the Union abbreviated in the funding statement"
            yield ProofPage(about, language, _page(language, spoilt), text.check)
    if named:
        about = "that names programme and number"
        yield ProofPage(about, language, _page(language, [*named, *texts]), told=False)


_IN_LOGOS = frozenset({"funding-statement", "slogan", "programme-name"})
"""Checks whose text a logo may show: without any picture it is surely missing."""


def _abbreviated(rulebook: Rulebook, needed: NeededText) -> str:
    """Return a text with the Union's name abbreviated, "" where it cannot be."""
    union = rulebook.languages[needed.language].names.union if needed.language in rulebook.languages else None
    if union is None or not union.abbreviations:
        return ""
    form = next((f for f in sorted((union.name, *union.forms), key=len, reverse=True) if f in needed.text), "")
    return needed.text.replace(form, union.abbreviations[0], 1) if form else ""


def _identity(rulebook: Rulebook, pack: Pack, language: str) -> Iterator[NeededText]:
    """Yield what tells a programme of one period from all others: its name with the years, and a number."""
    years = pack.period.replace("-", "–")
    names = (*pack.names.get(language, ()), *pack.names.get("en", ()), *pack.short_names)
    if pack.by_fund and not names:
        yield NeededText("fund-name", f"{fund_name(rulebook, pack.funds[0], language)[0]}, {years}", language, "must")
    else:
        name = next(iter((*names, *(n for known in pack.names.values() for n in known))), pack.title["en"])
        yield NeededText("programme-name", f"{name} {years}", language, "must")
    number = next(numbers_of(rulebook, pack), None)
    if number and pack.numbers:
        yield NeededText("project-number", number, "", "must")


def _page(language: str, texts: Sequence[NeededText]) -> bytes:
    lines = "".join(f"<p>{_html(text)}</p>\n" for text in texts)
    return PAGE.format(language, NAME, lines).encode()


def _html(needed: NeededText) -> str:
    if needed.check == "emblem":
        return f'<img src="eu-emblem.png" alt="{escape(needed.text)}">'
    if needed.check in ("programme-link", "eu-link"):
        return f'<a href="https://{needed.text}/">{needed.text}</a>'
    return escape(needed.text)


def judged(rulebook: Rulebook, pack: Pack, page: ProofPage) -> PublicationReport:
    """Return the report on a page, judged by the pack or by whatever it leads to."""
    publication = read_bytes(page.html, "page.html")
    options = Options(rules=(pack.id,) if page.told else (), medium=page.medium, keep_facts=False)
    return evaluate(publication, finder_for(rulebook).find(publication), rulebook, options)


def unmet(rulebook: Rulebook, pack: Pack, page: ProofPage) -> Iterator[str]:
    """Yield what a page does not prove, a sentence each."""
    report = judged(rulebook, pack, page)
    name = f"pack {pack.id}, a page {page.about} ({page.language})"
    chosen = [p.id for p in report.rule_packs]
    if chosen != [pack.id]:
        yield f"{name}: is judged by {', '.join(chosen) or 'no rules'}"
        return
    if page.lacks is None:
        for result in report.results:
            if result.outcome not in (Outcome.PASSED, Outcome.INAPPLICABLE):
                yield f"{name}: {result.check} is {result.outcome.value} ({result.code})"
        return
    results = [r for r in report.results if r.check == page.lacks]
    for result in results:
        if result.outcome is not Outcome.FAILED and not _carried(result):
            yield f"{name}: {result.check} is {result.outcome.value} ({result.code}), not failed"
    if any(r.outcome is Outcome.FAILED and r.level == "must" for r in results) and report.outcome is not Outcome.FAILED:
        yield f"{name}: is {report.outcome.value}, not failed"


def _carried(result: Result) -> bool:
    """Say whether another text that is needed carries what a check asks for, as many statements give the number."""
    named = result.check in ("project-number", "programme-name", "fund-name")
    return named and result.outcome is Outcome.PASSED


def unproved(folders: Sequence[Path]) -> list[str]:
    """Return what packs, wordings and numbers in folders of rules do not prove, a sentence each; none if all is well.

    The folders are read together with the rules that come with this library. Raises
    :class:`~publicity_check.errors.RulesError` if they cannot be loaded.
    """
    rulebook = load(tuple(folders))
    own = {path.stem for folder in folders for path in (*folder.glob("*.toml"), *folder.glob("*/*.toml"))}
    return [
        *(problem for wording in sorted(own & set(rulebook.wordings)) for problem in unrecognised(rulebook, wording)),
        *(problem for kind in sorted(own & set(rulebook.numbers)) for problem in unproved_number(rulebook, kind)),
        *(problem for pack in sorted(own & set(rulebook.packs)) for problem in unproved_pack(rulebook, pack)),
    ]


def unproved_pack(rulebook: Rulebook, identifier: str) -> Iterator[str]:
    """Yield what a pack does not prove in its languages (in all there are, if it names none), or by its examples."""
    pack = rulebook.packs[identifier]
    for language in pack.languages or rulebook.languages:
        for page in pages_for(rulebook, pack, language):
            yield from unmet(rulebook, pack, page)
    for example in pack.example:
        yield from _unmet_example(rulebook, pack, example)


def unrecognised(rulebook: Rulebook, identifier: str) -> Iterator[str]:
    """Yield the parts of a wording that are not recognised in full where they stand on a page."""
    for part in rulebook.wordings[identifier].part:
        text = fill(rulebook, part, {**FILLED, "programme": NAME})
        page = PAGE.format(part.language, NAME, f"<p>{escape(text)}</p>").encode()
        facts = finder_for(rulebook).find(read_bytes(page, "wording.html"))
        found = [s for s in facts.statements if s.part == part.check]
        if not any(identifier in s.wordings and s.coverage == 1 and not s.deviations for s in found):
            yield f"wording {identifier} ({part.language}, {part.check}): is not recognised in full: “{text}”"


def unproved_number(rulebook: Rulebook, identifier: str) -> Iterator[str]:
    """Yield what a kind of number does not prove: one that is not found, a look-alike that is taken for one.

    A number that counts only beside the name of its programme is proved by the pages of the programme.
    """
    kind = rulebook.numbers[identifier]
    word = next((words[0] for words in kind.introducers.values() if words), "project No")
    for number in (*(example.value for example in kind.examples[:1]), *kind.shapes[:1]):
        text = f"{word} {number} began."
        if kind.needs not in ("both", "programme") and identifier not in _kinds(rulebook, text):
            yield f"number {identifier}: is not found in “{text}”"
    for text in kind.look_alikes:
        if identifier in _kinds(rulebook, f"See {text}, please."):
            yield f"number {identifier}: “{text}” is a look-alike, but is taken for such a number"


def _kinds(rulebook: Rulebook, text: str) -> set[str]:
    page = PAGE.format("en", NAME, f"<p>{escape(text)}</p>").encode()
    return {n.kind for n in finder_for(rulebook).find(read_bytes(page, "number.html")).project_numbers}


def _unmet_example(rulebook: Rulebook, pack: Pack, example: Example) -> Iterator[str]:
    html = PAGE.format(example.language, example.title, example.html).encode()
    page = ProofPage(f"“{example.title}”", example.language, html, told=pack.framework)
    report = judged(rulebook, pack, page)
    name = f"pack {pack.id}, example “{example.title}” ({example.language})"
    if report.outcome != example.outcome:
        yield f"{name}: is {report.outcome.value}, not {example.outcome}"
    for check, outcome in example.outcomes.items():
        outcomes = [r.outcome for r in report.results if r.check == check]
        if outcome not in outcomes or len(set(outcomes)) > 1:
            yield f"{name}: {check} is {', '.join(o.value for o in outcomes)}, not {outcome}"
    chosen = [p.id for p in report.rule_packs]
    if example.outcomes and chosen != [pack.id]:
        yield f"{name}: is judged by {', '.join(chosen) or 'no rules'}"
