"""The language in which the command line speaks: as asked, else the system's."""

import os

import click


def chosen_language(asked: str, where: str = "--lang") -> str:
    """Return a two-letter code: the one asked for, else that of the environment, else English.

    A language that was asked for and in which no reports are written is wrong use; ``where`` names who asked.
    """
    from publicity_check.messages import languages

    if asked and asked.replace("_", "-").split("-")[0].lower() not in languages():
        raise click.UsageError(f'{where}: there are no reports in "{asked}"; choose from {", ".join(languages())}')
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = asked or next((os.environ[v] for v in variables if os.environ.get(v)), "")
    code = found[:2].lower()
    return code if code.isalpha() and found[:1] != "C" else "en"
