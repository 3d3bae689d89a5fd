"""Proposes a configuration from what publications say, and only what was tried: no verdict may become worse by it."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from publicity_check.config.model import Config
from publicity_check.facts.model import Amount, Facts
from publicity_check.paths import place_of, shown_path
from publicity_check.publication import Publication, Region
from publicity_check.results import SEVERITY, Outcome, PublicationReport
from publicity_check.text.clean import clean

FEWEST_PAGES = 3
"""Two pages that say the same do not show what stands on every page."""

REPEATED = 0.8
"""A funding text on at least this share of the pages is taken for the site's own furniture."""

Judge = Callable[[Config], Iterable[PublicationReport]]
"""Checks the publications by a configuration."""

_FURNITURE = {Region.HEADER: "header", Region.FOOTER: "footer", Region.ASIDE: "aside"}


class _Found(msgspec.Struct):
    """What was found of one project."""

    titles: dict[str, str] = {}
    packs: dict[str, None] = {}
    chosen: dict[str, None] = {}
    amounts: list[tuple[str, Amount]] = []
    pages: list[str] = []


class _Piece(msgspec.Struct, frozen=True):
    """A part of the proposal: its text, and what to propose instead where that makes a verdict worse."""

    texts: tuple[str, ...]


def propose(found: Sequence[tuple[Publication, Facts]], judge: Judge, root: Path) -> str:
    """Return a commented ``publicity-check.toml`` for the publications given, with their facts.

    ``judge`` checks the publications by a configuration; ``root`` is the folder that the file will stand in.
    """
    before = {report.path: report for report in judge(Config())}
    projects = _projects(found, before)
    furniture = _repeated(found)
    pieces = []
    if furniture and len(projects) != 1:
        pieces.append(_site_footer(*furniture, len(found)))
    paths = _paths_of(found, root) if furniture and len(projects) == 1 else ""
    pieces += [_Piece(tuple(_project(number, project, paths))) for number, project in projects.items()]
    lines = [
        "# What is true of your projects: what publications say is compared with it.",
        "# Proposed from the publications that were given, and tried on them: no verdict became worse.",
        "# Check every line before you rely on it.",
        *_tried(pieces, before, judge),
    ]
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


def _tried(pieces: Sequence[_Piece], before: Mapping[str, PublicationReport], judge: Judge) -> Iterator[str]:
    """Yield the pieces that make no verdict worse, each with what it changes; the others as comments."""
    if not pieces:
        return
    best = [piece.texts[0] for piece in pieces]
    if not _worse(before, judge(_config(best))):
        for text in best:
            yield from ("", text)
        return
    kept: list[str] = []
    for piece in pieces:
        worse: list[str] = []
        for text in piece.texts:
            worse = _worse(before, judge(_config([*kept, text])))
            if not worse:
                kept.append(text)
                yield from ("", text)
                break
        else:
            yield from (
                "",
                f"# Not proposed, because it makes {len(worse)} verdicts worse, first {_comment(worse[0])}:",
            )
            yield from (f"# {line}" for line in piece.texts[-1].splitlines())


def _config(texts: Iterable[str]) -> Config:
    return msgspec.convert(tomllib.loads("\n".join(texts)), Config)


def _worse(before: Mapping[str, PublicationReport], after: Iterable[PublicationReport]) -> list[str]:
    """Return the paths of the publications whose verdict is worse than before."""
    return sorted(report.path for report in after if _badness(report) > _badness(before[report.path]))


def _badness(report: PublicationReport) -> tuple[int, int]:
    """Return how bad a verdict is; what passed and what is not to be judged are alike."""
    fine = (Outcome.PASSED, Outcome.INAPPLICABLE)
    rank = 0 if report.outcome in fine else len(SEVERITY) - SEVERITY.index(report.outcome)
    return rank, sum(r.outcome is Outcome.FAILED and r.level == "must" for r in report.results)


def _projects(found: Sequence[tuple[Publication, Facts]], before: Mapping[str, PublicationReport]) -> dict[str, _Found]:
    """Return the projects that publications name as their own, by number."""
    projects: dict[str, _Found] = {}
    for publication, facts in found:
        own = [n for n in facts.project_numbers if n.role == "own" and not n.damage]
        for number in own:
            project = projects.setdefault(number.value, _Found())
            project.packs.update(dict.fromkeys(number.packs))
            if publication.name not in project.pages:
                project.pages.append(publication.name)
            if number.project_title:
                project.titles.setdefault(facts.language.code or "en", number.project_title)
        report = before.get(publication.name)
        for pack in report.rule_packs if report else ():
            if pack.project in projects and pack.certain:
                projects[pack.project].chosen[pack.id] = None
        values = {n.value for n in own}
        if len(values) == 1:
            projects[values.pop()].amounts += [(publication.name, a) for a in facts.amounts]
    return projects


def _project(number: str, project: _Found, paths: str) -> Iterator[str]:
    """Yield the declaration of a project in full, then with less in it."""
    named = ", ".join(map(_comment, project.pages[:3]))
    head = ["[[project]]", f"number = {_text(number)}  # found in {named}"]
    packs = list(project.chosen) or list(project.packs)
    if len(packs) == 1:
        head.append(f"rules = {_text(packs[0])}")
    elif packs:
        head.append(f"# rules = {_text(sorted(packs)[0])}  # several packs fit: {', '.join(sorted(packs))}")
    bound = [f"paths = [{_text(paths)}]  # the pages of this project"] if paths else []
    titles = [f"{_language(code)} = {_text(title)}" for code, title in project.titles.items()]
    more = ["titles = { " + ", ".join(titles) + " }"] if titles else []
    more += _figures(project)
    tries = ([*head, *more, *bound], [*head, *more], [*head, *bound], head, head[:2])
    yield from dict.fromkeys("\n".join(lines) for lines in tries)


def _figures(project: _Found) -> Iterator[str]:
    for share in ("total", "eu"):
        amounts = [(name, a) for name, a in project.amounts if a.scope == "project" and a.share == share]
        values = {a.value for _, a in amounts}
        if len(values) == 1:
            yield f'{share} = "{amounts[0][1].value}"  # found in {_comment(amounts[0][0])}'
        elif values:
            yield f"# {share}: the publications differ: {', '.join(sorted(str(v) for v in values))}"


def _repeated(found: Sequence[tuple[Publication, Facts]]) -> tuple[Region, str, int] | None:
    """Return a funding text that stands in the header or footer of nearly every page, and on how many."""
    counts: Counter[tuple[Region, str]] = Counter()
    for publication, facts in found:
        places = {(publication.blocks[s.span.first].region, publication.quote(s.span)) for s in facts.statements}
        counts.update(p for p in places if p[0] in _FURNITURE)
    for (region, quote), count in counts.most_common(1):
        if len(found) >= FEWEST_PAGES and count >= REPEATED * len(found):
            return region, quote, count
    return None


def _site_footer(region: Region, quote: str, count: int, pages: int) -> _Piece:
    text = [
        f"# {count} of {pages} pages carry this text ({region.value}): {_comment(quote[:80])}",
        "# Declared as furniture, it no longer makes every page a publication of a project; it counts for pages of",
        "# projects. Pages that say nothing else of EU funding are no longer checked.",
        f'site_footer = ["{_FURNITURE[region]}"]',
    ]
    return _Piece(("\n".join(text),))


def _paths_of(found: Sequence[tuple[Publication, Facts]], root: Path) -> str:
    """Return the pattern of the folder that all publications are in; "" where it is outside the configuration's."""
    folders = [place_of(Path(publication.name).parent, root).split("/") for publication, _ in found]
    common: list[str] = []
    for level in zip(*folders, strict=False):
        if len(set(level)) > 1:
            break
        common.append(level[0])
    steps = [step for step in common if step != "."]
    if ".." in steps:
        return ""
    return "/" + "".join(f"{_literal(step)}/" for step in steps) + "**"


def _literal(step: str) -> str:
    r"""Return a folder's name as a pattern that means it and nothing else ("a[b" is "a\[b")."""
    return "".join(f"\\{c}" if c in "\\*?[]!# " else c for c in step)


def _language(code: str) -> str:
    return code if code.isascii() and code.isalpha() else _text(code)


def _comment(text: str) -> str:
    """Return text that stays within the line of a comment."""
    return " ".join(shown_path(text).split())


def _text(value: str) -> str:
    """Return text as a string of TOML, whatever is in it."""
    return msgspec.json.encode(" ".join(clean(value).split())).decode().replace("\x7f", "\\u007F")
