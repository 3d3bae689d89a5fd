"""Keeps the catalogues of translations: ``python -m publicity_check.reports.catalogues`` brings them up to date.

It gathers every English sentence that reports show: those in this package and its templates, the checks' messages
and the words that fill their slots. New sentences enter each catalogue without translation, old ones leave it. With
the code of a language it begins a catalogue for it. What rule packs say of duties that are not known is gathered
where several packs say the same; it may stay untranslated.
"""

import io
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from publicity_check.checks.budget.accounts import SHARES, SLIPS
from publicity_check.checks.registry import MESSAGES
from publicity_check.checks.statements.verdict import OTHER, WHAT
from publicity_check.judging import evaluate
from publicity_check.rulebook import builtin

FOLDER = Path(str(resources.files("publicity_check.reports")))
KEYWORDS = {"_": None, "N_": None, "say": None, "P_": (1, 2), "plural": (1, 2)}
FROM_RULES = "said by rule packs"
"""Comment of the sentences that may stay untranslated."""


def wanted() -> Catalog:
    """Return a catalogue of every English sentence, without translations."""
    catalogue = Catalog(project="publicity-check", charset="utf-8", fuzzy=False)
    for message, comment in _everything():
        catalogue.add(message, auto_comments=[comment] if comment else [])
    return catalogue


def stored(language: str) -> Catalog:
    """Return the catalogue of a language as it is stored."""
    return read_po(io.BytesIO((FOLDER / "locale" / f"{language}.po").read_bytes()), locale=language)


def lacking(language: str) -> list[str]:
    """Return the sentences that a language's catalogue lacks, except what rule packs say."""
    known = stored(language)
    missing = []
    for message in wanted():
        found = known.get(message.id) if message.id else message
        whole = found is not None and all(found.string if isinstance(found.string, tuple) else (found.string,))
        if message.id and not whole and FROM_RULES not in message.auto_comments:
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def update(language: str) -> None:
    """Bring the catalogue of a language up to date, or begin it."""
    path = FOLDER / "locale" / f"{language}.po"
    catalogue = stored(language) if path.exists() else Catalog(locale=language, project="publicity-check", fuzzy=False)
    catalogue.update(wanted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=110, omit_header=False, sort_output=True, include_lineno=False)
    lines = [line for line in written.getvalue().decode().splitlines() if not line.startswith(_DATED)]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


_DATED = (
    '"Project-Id-Version',
    '"Report-Msgid-Bugs-To',
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Last-Translator',
    '"Language-Team',
    '"Generated-By',
    "# ",
)
"""Lines of the header that change with every run or name nobody."""


def _everything() -> Iterator[tuple[str | tuple[str, str], str]]:
    for path in sorted(FOLDER.glob("*.py")):
        yield from _extracted("python", path)
    for path in sorted((FOLDER / "templates").glob("*.html")):
        yield from _extracted("jinja2.ext:babel_extract", path)
    for code, message in MESSAGES.items():
        yield from ((text, code) for text in (message.text, message.next_step) if text)
    for word in (*WHAT.values(), *OTHER.values(), *SHARES.values(), *SLIPS.values()):
        yield word, "fills a slot"
    yield from ((text, "headline") for name, text in vars(evaluate).items() if name.isupper() and isinstance(text, str))
    said = Counter(duty for pack in builtin().packs.values() for duty in pack.unknown)
    yield from ((duty, FROM_RULES) for duty, packs in sorted(said.items()) if packs > 1)


def _extracted(method: str, path: Path) -> Iterator[tuple[str | tuple[str, str], str]]:
    options = {"trimmed": "false"}
    for _, message, _, _ in extract(method, io.BytesIO(path.read_bytes()), KEYWORDS, options=options):
        yield (message if isinstance(message, str) else (message[0], message[1])), ""


def main(languages: list[str]) -> None:
    """Bring the catalogues of some languages, or all that are stored, up to date and say what they lack."""
    known = sorted(path.stem for path in (FOLDER / "locale").glob("*.po"))
    for language in languages or known:
        update(language)
        sys.stdout.write(f"{language}: {len(lacking(language))} sentences to translate\n")


if __name__ == "__main__":
    main(sys.argv[1:])
