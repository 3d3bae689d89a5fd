"""``publicity-check rules``: what the tool knows, in plain words."""

from collections.abc import Iterator
from pathlib import Path

import click

from publicity_check.cli.output import print_plain
from publicity_check.messages import sentences
from publicity_check.rulebook import Rulebook, load
from publicity_check.rulebook.load import builtin_folder
from publicity_check.rulebook.packs import Duty, Pack, Requirement

_folder = click.option(
    "--rules-folder",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder with rule packs of your own.",
)


@click.group("rules")
def command() -> None:
    """List, show and explain the rules."""


@command.command("list")
@_folder
def list_packs(folders: tuple[Path, ...]) -> None:
    """List all rule packs: id, title, how complete they are."""
    rulebook = load(folders)
    width = max(len(identifier) for identifier in rulebook.packs)
    lines = [f"{p.id:<{width}}  {_title(p.title)} ({p.completeness})" for _, p in sorted(rulebook.packs.items())]
    print_plain("\n".join(lines))


@command.command("show")
@click.argument("pack")
@_folder
def show(pack: str, folders: tuple[Path, ...]) -> None:
    """Show the duties of one rule pack with their legal basis and sources."""
    rulebook = load(folders)
    print_plain(describe(rulebook, pack))


def describe(rulebook: Rulebook, identifier: str) -> str:
    """Return the duties of a pack in plain words."""
    pack = rulebook.pack(identifier)
    lines = [_title(pack.title), f"Period {pack.period}; knowledge: {pack.completeness}", ""]
    for owner, duty in rulebook.requirements(pack):
        lines += _described(rulebook, pack, owner, duty, duty.check)
    for owner, unchecked in rulebook.unchecked(pack):
        lines += _described(rulebook, pack, owner, unchecked, f"not checked, seen in: {unchecked.shows}")
    lines += [f"Not known or not checked: {unknown}" for unknown in pack.not_known]
    return "\n".join(lines).rstrip()


def _described(rulebook: Rulebook, pack: Pack, owner: Pack, duty: Duty, what: str) -> Iterator[str]:
    """Yield one duty in plain words: what is asked, where it stands, how and since when that is known."""
    yield f"{what} ({duty.level}; basis: {duty.basis})"
    yield f"    {duty.ask}"
    if duty.media:
        yield f"    For: {', '.join(duty.media)}"
    for clause in rulebook.clauses(duty):
        only = f" (for: {', '.join(clause.media)})" if clause.media else ""
        yield f"    Legal basis: {clause.act} {clause.article} {clause.url}".rstrip() + only
    yield f"    Known: {sentences('en').term('known', duty.known)}{f', {duty.read}' if duty.read else ''}"
    yield from (f"    Source: {source}" for source in duty.sources)
    if isinstance(duty, Requirement):
        yield from (f"    Wording: {wording}" for wording in duty.wordings)
        yield from (f"    Words: {term}" for term in duty.terms)
    if owner.id != pack.id:
        yield f"    From: {owner.id}"
    if duty.note:
        yield f"    Note: {duty.note}"
    yield ""


@command.command("coverage")
@click.option("--language", metavar="CODE", default="", help="Only programmes whose beneficiaries publish in it (lv).")
@click.option("--missing", is_flag=True, help="Tell what is missing of each programme.")
@_folder
def show_coverage(language: str, folders: tuple[Path, ...], *, missing: bool) -> None:
    """Show how much of each programme's duties is known, and how surely: where help is needed."""
    from publicity_check.rulebook.coverage import coverage

    rulebook = load(folders)
    rows = list(coverage(rulebook, language))
    if not rows:
        raise click.UsageError(f'no programme is known to publish in "{language}"; write a code such as lv')
    width = max(len(row.pack) for row in rows)
    for row in rows:
        known = ", ".join(f"{count} {how}" for how, count in row.known.items())
        lacking = f"; no wording was read in: {' '.join(row.without_wording)}" if row.without_wording else ""
        print_plain(f"{row.pack:<{width}}  {row.completeness}, {row.own} of its own; known: {known or 'none'}{lacking}")
        if missing:
            print_plain(
                "\n".join(f"    missing: {sentence}" for sentence in row.missing) or "    missing: nothing is said"
            )


@command.command("explain")
@click.argument("check")
def explain(check: str) -> None:
    """Explain one check: what it looks at and everything it may say."""
    from publicity_check.reports.checks import explanation

    print_plain(explanation(check))


@command.command("validate")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
def validate(folders: tuple[Path, ...]) -> None:
    """Look for mistakes in folders of rules: every one with its file and key. Exit status 1 if there are any.

    Where all can be read, the rules are tried: a page with what a pack needs has to pass in each of its languages and
    to lead to the pack alone, without any of it it has to fail; wordings and numbers have to be recognised.
    """
    from publicity_check.prove import unproved
    from publicity_check.rulebook.validate import problems

    for folder in folders:
        if not folder.is_dir():
            raise click.UsageError(f"{folder}: is no folder; name a folder with rules")
    shipped = builtin_folder().resolve()
    own = [folder for folder in folders if folder.resolve() != shipped]
    found = problems(folders, builtin=len(own) == len(folders)) or (unproved(own) if own else [])
    print_plain("\n".join(found) if found else "No mistakes found.")
    if found:
        raise SystemExit(1)


def _title(title: dict[str, str]) -> str:
    return title.get("en") or next(iter(title.values()))
