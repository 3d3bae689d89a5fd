"""``publicity-check statement``: the texts that a publication needs, ready to paste."""

from pathlib import Path

import click

from publicity_check.cli.output import print_plain, write_whole


@click.command("statement")
@click.option("--rules", required=True, metavar="PACK", help="The rule pack of the programme.")
@click.option("--lang", required=True, help="The language of the publication (lv).")
@click.option("--beneficiary", default="", help="Who publishes.")
@click.option("--number", default="", help="The project number.")
@click.option("--authority", default="", help="The granting authority, in the form the sentence needs.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "html", "docx"]), default="text", help="How to write them."
)
@click.option("--output", "output", type=click.Path(path_type=Path), help="The file to write; needed for docx.")
@click.option(
    "--rules-folder",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder with rule packs of your own.",
)
def command(
    rules: str,
    lang: str,
    beneficiary: str,
    number: str,
    authority: str,
    format_: str,
    output: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """Print the statement, disclaimer, links and number line that a publication of a programme needs."""
    from publicity_check.reports import statement
    from publicity_check.rulebook import load
    from publicity_check.wording.needed import needed_texts

    rulebook = load(folders)
    pack = rulebook.pack(rules)
    if lang not in rulebook.languages:
        known = ", ".join(sorted(rulebook.languages))
        raise click.UsageError(f'--lang: there is no language "{lang}"; name it by its two letters ({known})')
    given = {"beneficiary": beneficiary, "partner": beneficiary, "number": number, "authority": authority}
    texts = needed_texts(rulebook, pack, lang, {name: value for name, value in given.items() if value})
    if format_ == "docx":
        if output is None:
            raise click.UsageError("--format docx needs --output FILE")
        write_whole(output, statement.to_docx(texts, pack.title, lang))
        return
    text = (statement.to_html if format_ == "html" else statement.to_text)(texts, pack.title, lang)
    if output is None:
        print_plain(text)
    else:
        write_whole(output, text)
