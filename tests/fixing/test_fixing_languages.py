"""What is missing is put in, in every language of the Union: what failed passes, and nothing else is touched."""

from html import escape
from pathlib import Path

import pytest

from fixing.drafts import accepted, draft, refused, text_of
from publicity_check.fixing.give_back import give_back
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.results import Outcome, PublicationReport
from publicity_check.rulebook import load
from publicity_check.run import Run
from publicity_check.wording.examples import NAME, fillings
from publicity_check.wording.needed import NeededText, needed_texts

_PACKS = ("erasmus-plus-2021-2027", "amif-2021-2027", "cef-2014-2020", "cohesion-fund-2021-2027")
_RULES = load(())
_LANGUAGES = sorted(_RULES.languages)


def _texts(pack: str, language: str) -> list[NeededText]:
    found = _RULES.packs[pack]
    return list(needed_texts(_RULES, found, language, fillings(_RULES, found)))


def _failed(report: PublicationReport, check: str) -> bool:
    return any(r.check == check and r.outcome is Outcome.FAILED for r in report.results)


@pytest.mark.parametrize("pack", _PACKS)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_missing_text_is_put_in(pack: str, language: str) -> None:
    run = Run(Options(rules=(pack,)))
    texts = _texts(pack, language)
    checks = dict.fromkeys(t.check for t in texts if t.check in ("funding-statement", "eu-link", "programme-link"))
    assert "funding-statement" in checks
    for check in checks:
        left = [t.text for t in texts if t.check not in (check, "emblem", "slogan")]
        paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in left)
        page = f'<html lang="{language}"><title>{NAME}</title><body>\n{paragraphs}\n</body></html>'.encode()
        given = give_back(Path("page.html"), page, run, sentences("en"), only={check})
        assert _failed(given.before, check)
        assert not _failed(given.after, check), (check, given.data.decode())
        lines = given.data.splitlines()
        assert [line for line in lines if b"eu-publicity" not in line] == page.splitlines()

        data = draft(NAME, *left)
        given = give_back(Path("draft.docx"), data, run, sentences("en"), only={check})
        assert not _failed(given.after, check)
        assert refused(given.data) == text_of(data)
        assert len(accepted(given.data)) == len(text_of(data)) + len(given.made)
