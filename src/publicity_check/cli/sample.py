"""``publicity-check sample``: what to look at, drawn so that another auditor gets the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from publicity_check.cli.output import print_plain, write_whole
from publicity_check.config.model import RegisterFile
from publicity_check.errors import ConfigError
from publicity_check.registers.sample import METHODS, Method, Sample, Unit, draw, population

if TYPE_CHECKING:
    from publicity_check.registers.register import Registered
    from publicity_check.registers.registers import Registers

_STRATA = ("programme", "fund", "beneficiary")
_CENTS = 100


@click.command("sample")
@click.option("--register", "registers", multiple=True, metavar="FILE", help="A list of operations; may be repeated.")
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path), help="Use the registers of this configuration."
)
@click.option("--files", type=click.Path(path_type=Path), help="Draw from the publications in this folder.")
@click.option("--size", type=click.IntRange(min=1), required=True, help="How many to draw.")
@click.option("--seed", required=True, help="What chance begins with: a number or word, to be written down.")
@click.option("--method", type=click.Choice(METHODS), help="How to draw (simple; stratified with --stratify).")
@click.option("--stratify", type=click.Choice(_STRATA), help="Draw from each programme, fund or beneficiary.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; by default it is printed.")
def command(
    registers: tuple[str, ...],
    config_file: Path | None,
    files: Path | None,
    size: int,
    seed: str,
    method: Method | None,
    stratify: str | None,
    output: Path | None,
) -> None:
    """Draw a sample of operations, or with --files of publications, and write down how.

    The same lists, files, method, size and seed give the same sample, on any machine. `check --sample FILE` follows it.
    """
    import msgspec

    from publicity_check.config.load import read_config
    from publicity_check.registers.registers import read_registers
    from publicity_check.rulebook import load

    chosen: Method = method or ("stratified" if stratify else "simple")
    if (chosen == "stratified") != bool(stratify):
        raise click.UsageError("--method stratified and --stratify go together")
    rulebook = load()
    known = read_registers(tuple(RegisterFile(file=file) for file in registers), Path(), rulebook).all
    if config_file:
        declared = read_config(config_file).register
        known = (*known, *read_registers(declared, config_file.parent, rulebook).all)
    if not known:
        raise click.UsageError("name a list of operations by --register, or a configuration that has one")
    from publicity_check.registers.registers import Registers

    all_ = Registers(known)
    found, unknown = _publications(all_, files, stratify) if files else (list(_operations(all_, stratify)), 0)
    units = [unit for unit in found if unit.cents > 0] if chosen == "monetary" else found
    of: Literal["operations", "publications"] = "publications" if files else "operations"
    told = population(units, {r.file: r.sha256 for r in known}, unknown + len(found) - len(units))
    sample = Sample(of, chosen, seed, size, stratify or "", told, draw(units, chosen, seed, size))
    written = msgspec.json.format(msgspec.json.encode(sample), indent=2).decode() + "\n"
    if output is None:
        print_plain(written)
    else:
        write_whole(output, written)


def _operations(registers: "Registers", stratify: str | None) -> Iterator[Unit]:
    seen: set[str] = set()
    for register in registers.all:
        for project in register.operations():
            if project.number not in seen:
                seen.add(project.number)
                yield _unit(project.number, project, stratify)


def _publications(registers: "Registers", folder: Path, stratify: str | None) -> tuple[list[Unit], int]:
    """Return the publications in a folder of which a register knows the project, and how many there are beside them."""
    from publicity_check.cli.reading import read_all
    from publicity_check.facts.finder import finder_for
    from publicity_check.rulebook import load

    finder, unknown = finder_for(load()), 0
    units: list[Unit] = []
    publications, failed = read_all([folder])
    if failed:
        raise ConfigError(f"{folder}: not all of its publications can be read; a sample is drawn from all or none")
    for publication in publications:
        numbers = [n for n in finder.find(publication).project_numbers if n.role == "own" and n.visible]
        written = (w for n in numbers for w in (n.value, n.as_written, n.core))
        project = next(filter(None, map(registers.of_number, written)), None)
        if project is None:
            unknown += 1
        else:
            units.append(_unit(Path(publication.name).as_posix(), project, stratify))
    return units, unknown


def _unit(name: str, project: "Registered", stratify: str | None) -> Unit:
    stratum = str(getattr(project, stratify)) if stratify else ""
    cents = int(project.eu * _CENTS) if project.eu else 0
    return Unit(name, stratum, cents, project.number, project.row.file, project.row.line)


def publications_of(path: Path) -> tuple[str, ...]:
    """Return the publications of a sample that was written; trouble is one sentence that names the file."""
    import msgspec

    from publicity_check.rulebook.toml import bytes_of_file

    try:
        sample = msgspec.json.decode(bytes_of_file(path, ConfigError), type=Sample)
    except msgspec.MsgspecError as error:
        raise ConfigError(f"{path}: is no sample that was drawn by publicity-check ({error})") from error
    if sample.of != "publications":
        raise ConfigError(f"{path}: is a sample of operations; draw one of publications, by --files")
    return tuple(unit.id for unit in sample.selection)
