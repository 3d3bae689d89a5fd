"""The language in which the command line speaks: as asked, else the system's."""

import os


def chosen_language(asked: str) -> str:
    """Return a two-letter code: the one asked for, else that of the environment, else English."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = asked or next((os.environ[v] for v in variables if os.environ.get(v)), "")
    code = found[:2].lower()
    return code if code.isalpha() and found[:1] != "C" else "en"
