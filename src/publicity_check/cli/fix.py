"""``publicity-check fix``: gives a draft back, with remarks and with what is certain put right."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publicity_check.cli.options import choosing, configured
from publicity_check.cli.output import print_plain, write_whole
from publicity_check.text.clean import clean

if TYPE_CHECKING:
    from publicity_check.cli.options import Part
    from publicity_check.fixing.give_back import GivenBack
    from publicity_check.mending.changes import Change
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
        except (PublicityCheckError, click.ClickException, OSError) as error:
            click.echo(f"publicity-check: {_reason(error)}", err=True)
            status = 2
            continue
        except Exception as error:  # whatever goes wrong with one draft, the others are still gone through
            what = f"{type(error).__name__}: {error}"
            told = f"{file}: could not be given back because of an error in the program ({what}); please report it."
            click.echo(f"publicity-check: {clean(told)}", err=True)
            status = 2
            continue
        _tell(given, target, say, checks)
        status = max(status, min(_left(given, checks), 1))
    sys.exit(status)


def _reason(error: Exception) -> str:
    """Return what is told of trouble with one draft."""
    if isinstance(error, click.ClickException):
        return error.format_message()
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)


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
    if target.resolve() == file.resolve() or (target.exists() and target.samefile(file)):
        raise PublicityCheckError(f"{file}: would be replaced; use --in-place for that, or name another file.")
    if output is None and os.path.lexists(target):
        raise PublicityCheckError(f"{target} exists already: move it away, or name another file with --output.")
    return target


def _write(given: "GivenBack", target: Path, *, in_place: bool) -> None:
    from publicity_check.errors import PublicityCheckError

    file = given.path.resolve()
    before = file.read_bytes()
    mode = stat.S_IMODE(file.stat().st_mode)
    if in_place and not _known_to_git(file, before):
        kept = file.with_name(f"{file.name}.orig")
        if os.path.lexists(kept):
            raise PublicityCheckError(f"{kept} exists already: move it away, so that {given.path} can be kept there.")
        _write_like(kept, before, mode)
        click.echo(f"{given.path}: kept as it was in {kept.name}.", err=True)
    _write_like(target, given.data, mode)


def _write_like(target: Path, data: bytes, mode: int) -> None:
    """Write a file that may be read by nobody who may not read the draft."""
    fresh = not target.exists()
    if fresh:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode & 0o777))
    write_whole(target, data)
    if fresh:
        target.chmod(mode)


def _known_to_git(file: Path, data: bytes) -> bool:
    """Say whether git has a file's bytes as they are now, so that nothing is lost when it is changed."""
    import subprocess

    asked = ["git", "-C", str(file.parent), "show", f"HEAD:./{file.name}"]
    try:
        return subprocess.run(asked, capture_output=True, check=True).stdout == data  # noqa: S603 - no shell
    except (OSError, subprocess.CalledProcessError):
        return False


def _left(given: "GivenBack", checks: "frozenset[CheckName]") -> int:
    from publicity_check.fixing.remarks import open_results

    return len(open_results(given.after, checks))


def _tell(given: "GivenBack", target: Path | None, say: "Sentences", checks: "frozenset[CheckName]") -> None:
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
    left = _left(given, checks)
    if left:
        lines.append(say.counted("fix-left", left))
    if given.withdrawn:
        lines.append(say.counted("fix-withdrawn", len(given.withdrawn)))
    print_plain(" ".join(lines))
    if target is None and given.made and not word:
        print_plain("".join(_difference(given, name)))
    elif target is None and given.made:
        print_plain("\n".join(line for change in given.made for line in _told(given, change)))


def _told(given: "GivenBack", change: "Change") -> Iterator[str]:
    """Yield what a tracked change takes away and what it puts in."""
    publication = given.before.publication
    if change.instead and publication is not None:
        yield f"- {publication.quote(change.instead[0])}"
    yield f"+ {change.text}"


def _difference(given: "GivenBack", name: str) -> Iterator[str]:
    from publicity_check.readers.encoding import decode

    before, after = (decode(data).splitlines(keepends=True) for data in (given.path.read_bytes(), given.data))
    yield from unified_diff(before, after, name, f"{name} (fixed)")
