"""Small publications for the tests of the budget: a text, or a table, is read, searched and judged."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from publicity_check.checks.budget import check as budget
from publicity_check.checks.interface import Case
from publicity_check.config.model import Project
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.mentions.funds import FundFinder
from publicity_check.facts.model import Amount, Budget, Facts, Language, Rate
from publicity_check.facts.money.find import AmountFinder
from publicity_check.messages import sentences
from publicity_check.publication import Block, Cell, Publication
from publicity_check.results import Finding
from publicity_check.rulebook import Rulebook, builtin
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.text.words import Words

MAXIMUM = {"ERDF": Decimal(85)}

TABLE = list[list[str]]


@cache
def finders() -> tuple[Rulebook, AmountFinder, FundFinder]:
    rulebook = builtin()
    return rulebook, AmountFinder(rulebook), FundFinder(rulebook)


def publication(*parts: str | TABLE, language: str = "en", lists: bool = False) -> Publication:
    """Make a publication of paragraphs and tables; with ``lists``, paragraphs are the items of one list."""
    blocks: list[Block] = []
    tables = 0
    for part in parts:
        if isinstance(part, str):
            kind = "list-item" if lists else "paragraph"
            blocks.append(Block(len(blocks), part, kind=kind, list_level=int(lists)))  # type: ignore[arg-type]
            continue
        for row, cells in enumerate(part):
            for column, text in enumerate(cells):
                blocks.append(Block(len(blocks), text, kind="cell", cell=Cell(tables, row, column)))
        tables += 1
    return Publication("draft.txt", "text", "", tuple(blocks), language=language)


def find(found: Publication, language: str | None = None) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
    """Find amounts and rates as the library does."""
    _, amounts, funds = finders()
    words = Words.of((b.index, b.text) for b in found.blocks)
    code = found.language or "" if language is None else language
    return amounts.find(found, words, sentences_of(found, builtin()), code, (), funds.find(found, words))


def amounts(*parts: str | TABLE, language: str = "en", lists: bool = False) -> tuple[Amount, ...]:
    return find(publication(*parts, language=language, lists=lists))[0]


def judge(
    *parts: str | TABLE,
    language: str = "en",
    lists: bool = False,
    maximum: Mapping[str, Decimal] = MAXIMUM,
    profile: Project | None = None,
) -> Sequence[Finding]:
    """Judge a publication by a requirement with these highest rates."""
    read = publication(*parts, language=language, lists=lists)
    money, rates, budget_read = find(read)
    facts = Facts(Language(language, "declared"), amounts=money, rates=rates, budget=budget_read)
    requirement = Requirement(
        id="budget", check="budget", level="must", basis="law", ask="", known="memory", max_rates=dict(maximum)
    )
    pack = Pack(id="test", title={}, period="", family="test", completeness="partial", verified="partial")
    return list(budget.decide(Case(read, facts, facts, pack, finders()[0], None, profile), requirement))


def say(finding: Finding) -> str:
    """Return the sentence of a finding."""
    return sentences("en").message(finding)
