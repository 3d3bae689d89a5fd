"""Publications of few mechanisms, each many times: what is quadratic in one of them takes hours on a large page."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from benchmarks.accuracy.write_docx import W
from fuzz_tokens import MARKUP, PLAIN, numbers, words

Shape = Callable[[int], str]
"""Makes a piece of a page that holds something so many times."""

FUNDED = (
    "<p>Co-funded by the European Union. Project LLI-263 of the Interreg V-A Latvia-Lithuania Programme 2014-2020.</p>"
)


def _each(form: str) -> Shape:
    return lambda n: "".join(
        form.format(k=k, n=100 + k % 900, sum=f"{1037 + 13 * k:,}".replace(",", " ")) for k in range(n)
    )


def _rows(cells: str) -> Shape:
    rows = _each(f"<tr>{cells}</tr>")
    return lambda n: f"<table><tr><th>Project</th><th>Total</th><th>EU</th></tr>{rows(n)}</table>"


SHAPES: dict[str, Shape] = {
    "amounts": _each("<p>Total cost {sum} EUR</p>"),
    "amounts in one paragraph": lambda n: "<p>" + _each("{sum} EUR, ")(n),
    "amounts in sentences": lambda n: "<p>" + _each("Total cost {sum} EUR. ")(n),
    "amounts that add up": lambda n: "<p>" + _each("{k} EUR + {k} EUR = {sum} EUR. ")(n),
    "one amount": _each("<p>Total cost 100 000 EUR</p>"),
    "lines of money": lambda n: "<pre>" + _each("Total cost {sum} EUR\n")(n) + "</pre>",
    "rates": _each("<p>{k} %, EU {n} %</p>"),
    "amounts and rates": lambda n: "<p>" + _each("EU: {sum} EUR ({n} %); ")(n),
    "years": _each("<p>{n} 2014-20{n}</p>"),
    "numbers": _each("<p>LLI-{n}</p>"),
    "numbers in one paragraph": lambda n: "<p>" + _each("LLI-{n}, ")(n),
    "numbers after words": _each("<p>Project No. {k}: grant agreement {sum}</p>"),
    "links": _each('<a href="http://www.latlit.eu/{k}">latlit {k}</a> '),
    "links of different hosts": _each('<a href="http://www.a{k}.eu/">a{k}</a> '),
    "links to parts of pages": _each('<a href="#{k}">{k}</a><p id="{k}">x</p>'),
    "addresses": lambda n: "<p>" + _each("www.latlit.eu/{k} ")(n),
    "pictures": _each('<img src="eu-flag-{k}.png" alt="Flag of the European Union {k}">'),
    "pictures with captions": _each('<figure><img src="{k}.png"><figcaption>Picture {k}</figcaption></figure>'),
    "linked pictures": _each('<a href="http://a{k}.eu"><img src="{k}.png"></a>'),
    "headings": _each("<h2>Project {k}</h2>"),
    "headings with text": _each("<h2>Project {k}</h2><p>Total cost {sum} EUR</p>"),
    "numbered headings": _each("<h2>Project LLI-{n}</h2><p>Total cost {sum} EUR, EU {k} EUR</p>"),
    "lists": _each("<ul><li>Partner {k}: {sum} EUR</li></ul>"),
    "list of partners": lambda n: "<ul>" + _each("<li>Partner {k}: {sum} EUR</li>")(n) + "</ul>",
    "terms": lambda n: "<dl>" + _each("<dt>Total cost</dt><dd>{sum} EUR</dd>")(n) + "</dl>",
    "table of projects": _rows("<td>Project {k}</td><td>{sum} EUR</td>"),
    "table of numbers": _rows("<td>LLI-{n}</td><td>{sum} EUR</td><td>{k} EUR</td>"),
    "table of one row": lambda n: "<table><tr>" + _each("<td>{sum} EUR</td>")(n) + "</tr></table>",
    "table of rates": _rows("<td>{k}</td><td>{sum}</td><td>{n} %</td>"),
    "tables": _each("<table><tr><td>Total</td><td>{sum} EUR</td></tr><tr><td>EU</td><td>{k} EUR</td></tr></table>"),
    "noscript": _each("<noscript><p>EUR 1</p></noscript>"),
    "noscript of different text": _each("<noscript><p>EUR {k}</p></noscript>"),
    "attributes": lambda n: "<p " + _each("a{k}=1 ")(n) + ">x</p>",
    "funding sentences": lambda n: "<p>" + _each("Project {k} of the town is EU-funded. ")(n),
    "funding paragraphs": _each("<p>Project {k} of the town is co-funded by the European Union.</p>"),
    "funding of others": lambda n: "<p>" + _each("Each project {k} can be funded by the European Union. ")(n),
    "statements": _each("<p>The project LLI-{n} is co-funded by the European Union.</p>"),
    "statements in one paragraph": lambda n: "<p>" + _each("Project {k}: Co-funded by the European Union. ")(n),
    "statements in rows": lambda n: (
        "<table>" + _each("<tr><td>LLI-{n}<td>Co-funded by the European Union</tr>")(n) + "</table>"
    ),
    "disclaimers": _each("<p>{k} Views and opinions expressed are however those of the author(s) only.</p>"),
    "programmes": _each("<p>Interreg V-A Latvia-Lithuania Programme {k}, Interreg Europe {k}</p>"),
    "funds": _each("<p>European Regional Development Fund {k}, ESF {k}, Cohesion Fund</p>"),
    "quotations": _each("<p>“Co-funded by the European Union {k}” – “a {k}”</p>"),
    "sentences": lambda n: "<p>" + _each("The town has {k} streets. ")(n),
    "languages": _each('<p lang="lv">Projekts {k}</p><p lang="de">Vorhaben {k}</p>'),
    "hidden": _each('<p style="display:none">Co-funded by the European Union {k}</p>'),
    "comments": _each("<!-- Co-funded by the European Union {k} -->"),
    "placeholders": _each("<p>[insert name {k}] XXXX {{{{project_{k}}}}}</p>"),
    "rules that hide": lambda n: (
        "<style>" + _each(".c{k}.d{{display:none}}")(n) + "</style>" + _each('<p class="d e{k}">x</p>')(n)
    ),
    "classes": lambda n: '<p class="' + _each("a{k} ")(n) + '">x</p>',
    "addresses in a style": lambda n: "<style>" + "a{background:url(" * n,
    "blanks after a figure": lambda n: "<p>EUR 1" + "\u00a0" * n + "x",
    "one long word": lambda n: "<p>" + "word" * n,
    "one long figure": lambda n: "<p>" + "1234567890" * n + " EUR",
    "one long address": lambda n: "<p>http://www.latlit.eu/" + "a/" * n,
    **{f"words {name}": (lambda n, text=text: "<p>" + text * n) for name, text in words()},
    **{
        f"words {name} and amounts": (lambda n, text=text: "<p>" + f"{text}1 EUR. " * n)
        for name, text in words() if ".money.cues" in name or ".nouns" in name
    },
    **{f"token {token!r}": (lambda n, token=token: "<p>" + token * n) for token in PLAIN},
    **{f"tag {token!r}": (lambda n, token=token: token * n) for token in MARKUP},
}  # fmt: skip

NUMBERED: dict[str, Callable[[list[str]], str]] = {
    "paragraphs": lambda found: "".join(f"<p>Project number {number}</p>" for number in found),
    "sentence": lambda found: "<p>Projects " + ", ".join(found) + " are co-funded by the European Union.</p>",
    "rows": lambda found: (
        "<table>" + "".join(f"<tr><td>{number}</td><td>{k} 000 EUR</td></tr>" for k, number in enumerate(found))
    ),
    "same": lambda found: "<p>" + f"{found[0]} " * 20 * len(found),
}
"""Where many project numbers stand."""

_CELL = "<w:tc><w:p><w:r><w:t>{sum} EUR</w:t></w:r></w:p></w:tc>"
RUNS: dict[str, Shape] = {
    "amounts": _each("<w:p><w:r><w:t>Total cost {sum} EUR</w:t></w:r></w:p>"),
    "amounts in one paragraph": lambda n: f"<w:p><w:r><w:t>{_each('{sum} EUR, ')(n)}</w:t></w:r></w:p>",
    "one amount": _each("<w:p><w:r><w:t>Total cost 100 000 EUR</w:t></w:r></w:p>"),
    "runs": lambda n: f"<w:p>{_each('<w:r><w:t>{sum} EUR </w:t></w:r>')(n)}</w:p>",
    "runs of words": lambda n: f"<w:p>{_each('<w:r><w:t>word {k} </w:t></w:r>')(n)}</w:p>",
    "rows": lambda n: f"<w:tbl>{_each(f'<w:tr>{_CELL}{_CELL}</w:tr>')(n)}</w:tbl>",
    "cells": lambda n: (
        f"<w:tbl><w:tr>{_each('<w:tc><w:p><w:r><w:t>{k} EUR</w:t></w:r></w:p></w:tc>')(n)}</w:tr></w:tbl>"
    ),
    "tables": _each("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{sum} EUR</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
    "nested tables": lambda n: "<w:tbl><w:tr><w:tc>" * min(n, 400) + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * min(n, 400),
    "numbers": _each("<w:p><w:r><w:t>Project LLI-{n}</w:t></w:r></w:p>"),
    "statements": _each("<w:p><w:r><w:t>Project {k} is co-funded by the European Union.</w:t></w:r></w:p>"),
    "headings": _each('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Project {k}</w:t></w:r></w:p>'),
    "fields": _each(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://a{k}.eu"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{k}</w:t></w:r></w:p>'
    ),
    "tabs": lambda n: "<w:p><w:r>" + "<w:tab/><w:br/>" * n + "</w:r></w:p>",
    "empty paragraphs": lambda n: "<w:p/>" * n,
    "deleted": _each("<w:p><w:del><w:r><w:delText>{sum} EUR</w:delText></w:r></w:del></w:p>"),
    "sections": _each("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{k}</w:t></w:r></w:p>"),
    "references to notes": _each('<w:p><w:r><w:footnoteReference w:id="{k}"/></w:r></w:p>'),
    "entities": lambda n: "<w:p><w:r><w:t>" + "&#65;&amp;" * n + "</w:t></w:r></w:p>",
}
"""What a Word file may hold many times."""


def page(shape: str, times: int) -> bytes:
    """Return a page of a funded project that holds a shape so many times."""
    return f'<html lang="en"><meta charset="utf-8"><body>{FUNDED}{SHAPES[shape](times)}'.encode()


def numbered(kind: str, where: str, count: int) -> bytes:
    """Return a page of so many different project numbers of a kind."""
    found = dict(numbers(count))[kind]
    return f'<html lang="en"><meta charset="utf-8"><body>{FUNDED}{NUMBERED[where](found)}'.encode()


def word_file(shape: str, times: int) -> bytes:
    """Return a Word file of a funded project that holds a shape so many times."""
    paragraph = FUNDED.replace("<p>", "<w:p><w:r><w:t>").replace("</p>", "</w:t></w:r></w:p>")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        body = f"<w:body>{paragraph}{RUNS[shape](times)}</w:body>"
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}">{body}</w:document>')
        package.writestr("[Content_Types].xml", "<Types/>")
    return buffer.getvalue()
