"""The texts that a publication needs, ready to paste: as text, as HTML to put into a page, as a Word document.

Gaps that nothing fills are shown as ``{name}``, never filled with something invented. Where no wording is known in
the language asked for, this is said and the English one given.
"""

import io
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from publicity_check.messages import Sentences, sentences
from publicity_check.reports.clean import clean
from publicity_check.reports.explain import wording
from publicity_check.wording.needed import NeededText

_LINKS = ("programme-link", "eu-link")
_EMBLEM_FILE = "eu-emblem.png"
"""The name of the emblem's file in HTML; the file itself is the user's."""


def to_text(texts: Sequence[NeededText], title: Mapping[str, str], language: str) -> str:
    """Return the texts, each under its name; ``title`` is the programme's per language."""
    say = sentences(language)
    lines = [_head(title, say), ""]
    for needed in texts:
        lines += [f"{_name(needed, say)}:", "".join(wording(needed.text, say)), *_hints(needed, language, say), ""]
    return "\n".join(lines)


def to_html(texts: Sequence[NeededText], title: Mapping[str, str], language: str) -> str:
    """Return the texts as a piece of HTML, a paragraph each; what they are stands in comments."""
    say = sentences(language)
    lines = [_comment(_head(title, say))]
    for needed in texts:
        lines += [_comment(line) for line in (_name(needed, say), *_hints(needed, language, say))]
        code = Markup(' lang="{}"').format(needed.language) if needed.language else Markup("")
        text = escape("".join(wording(needed.text, say)))
        if needed.check in _LINKS:
            text = Markup('<a href="https://{0}">{0}</a>').format(needed.text)
        elif needed.check == "emblem":
            text = Markup('<img src="{}" alt="{}">').format(_EMBLEM_FILE, clean(needed.text))
        lines.append(Markup("<p{}>{}</p>").format(code, text))
    return "".join(f"{line}\n" for line in lines)


def to_docx(texts: Sequence[NeededText], title: Mapping[str, str], language: str) -> bytes:
    """Return the texts as a Word document, a heading and a paragraph each."""
    import docx
    from docx.oxml.ns import qn

    say = sentences(language)
    document = docx.Document()
    document.core_properties.title = _head(title, say)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = language
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    document.add_heading(_head(title, say), level=1)
    for needed in texts:
        document.add_heading(_name(needed, say), level=2)
        run = document.add_paragraph().add_run("".join(wording(needed.text, say)))
        if needed.language:
            properties = run._element.get_or_add_rPr()
            mark = properties.makeelement(qn("w:lang"), {qn("w:val"): needed.language})
            properties.append(mark)
        for hint in _hints(needed, language, say):
            document.add_paragraph().add_run(hint).italic = True
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _head(title: Mapping[str, str], say: Sentences) -> str:
    name = title.get(say.language) or title.get("en") or next(iter(title.values()), "")
    return say("needed", pack=name)


def _name(needed: NeededText, say: Sentences) -> str:
    name = say.term("check", needed.check)
    return name if needed.level == "must" else say("recommended", what=name)


def _hints(needed: NeededText, language: str, say: Sentences) -> list[str]:
    hints = []
    if needed.example:
        hints.append(say("or-own-words"))
    if needed.check == "emblem":
        hints.append(say("emblem-as-picture"))
    if needed.open_slots:
        gaps = ", ".join(say.term("slot", name) for name in needed.open_slots)
        hints.append(say("gaps", gaps=gaps))
    if needed.language and needed.language != language:
        asked, given = say.language_name(language), say.language_name(needed.language)
        hints.append(
            say(
                "no-wording-in",
                asked=asked,
                given=given,
            )
        )
    return hints


def _comment(text: str) -> Markup:
    """Return an HTML comment; two hyphens would end it."""
    return Markup("<!-- {} -->").format(clean(text).replace("--", "- -"))
