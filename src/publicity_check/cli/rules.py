"""``publicity-check rules``: what the tool knows, in plain words."""

from pathlib import Path

import click

from publicity_check.cli.output import print_plain
from publicity_check.rulebook import Rulebook, load
from publicity_check.rulebook.load import builtin_folder

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
        lines.append(f"{duty.check} ({duty.level}; basis: {duty.basis})")
        lines.append(f"    {duty.ask}")
        lines += [f"    Legal basis: {c.act} {c.article} {c.url}".rstrip() for c in rulebook.clauses(duty)]
        lines += [f"    Source: {source}" for source in duty.sources]
        lines += [f"    Wording: {w}" for w in duty.wordings]
        if owner.id != pack.id:
            lines.append(f"    From: {owner.id}")
        if duty.note:
            lines.append(f"    Note: {duty.note}")
        lines.append("")
    lines += [f"Not known or not checked: {unknown}" for unknown in pack.not_known]
    return "\n".join(lines).rstrip()


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

    shipped = builtin_folder().resolve()
    own = [folder for folder in folders if folder.resolve() != shipped]
    found = problems(folders, builtin=len(own) == len(folders)) or (unproved(own) if own else [])
    print_plain("\n".join(found) if found else "No mistakes found.")
    if found:
        raise SystemExit(1)


def _title(title: dict[str, str]) -> str:
    return title.get("en") or next(iter(title.values()))
