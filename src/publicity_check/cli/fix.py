"""``publicity-check fix``: gives a draft back, with remarks and with what is certain put right."""

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publicity_check.cli.options import choosing, configured
from publicity_check.cli.output import print_plain, write_whole

if TYPE_CHECKING:
    from publicity_check.cli.options import Part
    from publicity_check.fixing.give_back import GivenBack
    from publicity_check.messages import Sentences
    from publicity_check.rulebook.common import CheckName

_HELP = """Give drafts back: Word documents with a comment at each finding and tracked changes, HTML pages with edits.

What is written goes to a copy beside the draft (draft.checked.docx). Figures are never changed.

Exit status: 0 if nothing is left to be done, 1 if something is, 2 if something could not be read or written.
"""


@click.command("fix", help=_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be changed, and write nothing.")
@click.option(
    "--in-place", is_flag=True, help="Write into the files themselves; git must know each, or a copy is kept."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the one draft to this file.")
@click.option(
    "--only", default="", metavar="CHECKS", help="Go into the findings of these checks only (link,statement)."
)
@click.option("--comments-only", is_flag=True, help="Write comments, and change nothing (Word documents).")
@click.option("--unsafe", is_flag=True, help="Change also what needs a person's consent, such as an open question.")
@click.option("--lang", default="", help="The language of the comments (lv); by default the system's.")
@choosing
def command(
    paths: tuple[Path, ...],
    dry_run: bool,
    in_place: bool,
    output: Path | None,
    only: str,
    comments_only: bool,
    unsafe: bool,
    lang: str,
    **choice: object,
) -> None:
    """Give drafts back."""
    from publicity_check.cli.language import chosen_language
    from publicity_check.errors import PublicityCheckError
    from publicity_check.fixing.give_back import give_back
    from publicity_check.messages import sentences
    from publicity_check.readers import bytes_of

    if sum((dry_run, in_place, output is not None)) > 1:
        raise click.UsageError("--dry-run, --in-place and --output exclude each other; give one of them")
    if not (dry_run or in_place) and any(path.is_dir() for path in paths):
        raise click.UsageError("of a folder, say what is to be done with its files: --dry-run or --in-place")
    checks = _checks(only)
    parts = configured(tuple(map(str, paths)), choice)
    settings = parts[0].config
    say = sentences(chosen_language(lang) if lang else chosen_language(settings.lang, f"{parts[0].file}: key lang"))
    status = 0
    files = list(_files(parts))
    if output is not None and len(files) != 1:
        raise click.UsageError("--output names one file, so that one draft can go there; leave it out for several")
    for part, file in files:
        try:
            given = give_back(
                file, bytes_of(file), part.run, say, only=checks, unsafe=unsafe, comments_only=comments_only
            )
            target = None if dry_run else _target(file, output, in_place=in_place)
            if given.changed and target is not None:
                _write(given, target, in_place=in_place)
        except PublicityCheckError as error:
            click.echo(f"publicity-check: {error}", err=True)
            status = 2
            continue
        _tell(given, target, say)
        status = max(status, min(_left(given, checks), 1))
    sys.exit(status)


def _checks(only: str) -> "frozenset[CheckName]":
    """Return the checks that are named, whole or by a word of their name: "link" are those of all links."""
    from publicity_check.rulebook.common import CHECKS

    found: set[CheckName] = set()
    for name in filter(None, (piece.strip() for piece in only.split(","))):
        named = [check for check in CHECKS if name == check or name in check.split("-")]
        if not named:
            raise click.UsageError(f'--only: there is no check "{name}"; choose from {", ".join(CHECKS)}')
        found.update(named)
    return frozenset(found)


def _files(parts: "Sequence[Part]") -> "Iterator[tuple[Part, Path]]":
    """Yield the drafts to be gone through: those given by name, and in folders what can be given back."""
    from publicity_check.readers import bytes_of
    from publicity_check.readers.registry import reader_of

    for part in parts:
        for file in part.run.select(part.paths).files:
            reader = reader_of(str(file))
            if file in part.paths or (reader.format in ("docx", "html") and not reader.aside(bytes_of(file))):
                yield part, file


def _target(file: Path, output: Path | None, *, in_place: bool) -> Path:
    """Return where a draft is written to; raise where that would replace what nobody asked to replace."""
    from publicity_check.errors import PublicityCheckError

    if in_place:
        return file
    target = output or file.with_name(f"{file.stem}.checked{file.suffix}")
    if target.resolve() == file.resolve():
        raise PublicityCheckError(f"{file}: would be replaced; use --in-place for that, or name another file.")
    if output is None and target.exists():
        raise PublicityCheckError(f"{target} exists already: move it away, or name another file with --output.")
    return target


def _write(given: "GivenBack", target: Path, *, in_place: bool) -> None:
    from publicity_check.errors import PublicityCheckError

    if in_place and not _known_to_git(given.path):
        kept = given.path.with_name(f"{given.path.name}.orig")
        if kept.exists():
            raise PublicityCheckError(f"{kept} exists already: move it away, so that {given.path} can be kept there.")
        write_whole(kept, given.path.read_bytes())
    write_whole(target, given.data)


def _known_to_git(file: Path) -> bool:
    """Say whether git has a file as it is now, so that nothing is lost when it is changed."""
    import subprocess

    try:
        asked = ["git", "-C", str(file.absolute().parent), "status", "--porcelain", "--ignored", "--", file.name]
        listed = ["git", "-C", str(file.absolute().parent), "ls-files", "--error-unmatch", "--", file.name]
        changed = subprocess.run(asked, capture_output=True, check=True).stdout  # noqa: S603 - arguments are separate
        subprocess.run(listed, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
    return not changed


def _left(given: "GivenBack", checks: "frozenset[CheckName]") -> int:
    from publicity_check.fixing.plan import open_results

    return len(open_results(given.after, checks))


def _tell(given: "GivenBack", target: Path | None, say: "Sentences") -> None:
    from publicity_check.paths import shown_path

    word = given.after.format == "docx"
    done = [say.counted("fix-comments", given.comments)] if given.comments else []
    done += [say.counted("fix-tracked" if word else "fix-edits", len(given.made))] if given.made else []
    name = shown_path(str(given.path))
    if not done:
        lines = [say("fix-nothing", path=name)]
    elif target is None:
        lines = [say("fix-would", path=name, what=", ".join(done))]
    else:
        lines = [say("fix-written", path=name, target=shown_path(str(target)), what=", ".join(done))]
    left = _left(given, frozenset())
    if left:
        lines.append(say.counted("fix-left", left))
    if given.withdrawn:
        lines.append(say.counted("fix-withdrawn", len(given.withdrawn)))
    print_plain(" ".join(lines))
    if target is None and given.made and not word:
        print_plain("".join(_difference(given, name)))
    elif target is None and given.made:
        print_plain("\n".join(f"+ {change.text}" for change in given.made))


def _difference(given: "GivenBack", name: str) -> Iterator[str]:
    from publicity_check.readers.encoding import decode

    before, after = (decode(data).splitlines(keepends=True) for data in (given.path.read_bytes(), given.data))
    yield from unified_diff(before, after, name, f"{name} (fixed)")
