"""Publications of few mechanisms, each many times: what is quadratic in one of them takes hours on a large page."""

from collections.abc import Callable

Shape = Callable[[int], str]
"""Makes a piece of a page that holds something so many times."""

FUNDED = (
    "<p>Co-funded by the European Union. Project LLI-263 of the Interreg V-A Latvia-Lithuania Programme 2014-2020.</p>"
)


def _each(form: str) -> Shape:
    return lambda n: "".join(
        form.format(k=k, n=100 + k % 900, sum=f"{1037 + 13 * k:,}".replace(",", " ")) for k in range(n)
    )


def _token(token: str) -> Shape:
    return lambda n: "<p>" + token * n


def _rows(cells: str) -> Shape:
    rows = _each(f"<tr>{cells}</tr>")
    return lambda n: f"<table><tr><th>Project</th><th>Total</th><th>EU</th></tr>{rows(n)}</table>"


SHAPES: dict[str, Shape] = {
    "amounts": _each("<p>Total cost {sum} EUR</p>"),
    "amounts in one paragraph": lambda n: "<p>" + _each("{sum} EUR, ")(n),
    "lines of money": lambda n: "<pre>" + _each("Total cost {sum} EUR\n")(n) + "</pre>",
    "numbers": _each("<p>LLI-{n}</p>"),
    "numbers in one paragraph": lambda n: "<p>" + _each("LLI-{n}, ")(n),
    "links": _each('<a href="http://www.latlit.eu/{k}">latlit {k}</a> '),
    "pictures": _each('<img src="eu-flag-{k}.png" alt="Flag of the European Union {k}">'),
    "headings": _each("<h2>Project {k}</h2>"),
    "table of projects": _rows("<td>Project {k}</td><td>{sum} EUR</td>"),
    "table of numbers": _rows("<td>LLI-{n}</td><td>{sum} EUR</td><td>{k} EUR</td>"),
    "noscript": _each("<noscript><p>EUR 1</p></noscript>"),
    "attributes": lambda n: "<p " + _each("a{k}=1 ")(n) + ">x</p>",
    "funding sentences": lambda n: "<p>" + _each("Project {k} of the town is EU-funded. ")(n),
    "statements": _each("<p>The project LLI-{n} is co-funded by the European Union.</p>"),
    "rules that hide": lambda n: (
        "<style>" + _each(".c{k}.d{{display:none}}")(n) + "</style>" + _each('<p class="d e{k}">x</p>')(n)
    ),
    "addresses in a style": lambda n: "<style>" + "a{background:url(" * n,
    "blanks after a figure": lambda n: "<p>EUR 1" + "\u00a0" * n + "x",
    **{f"{token!r} many times": _token(token) for token in (
        "11 111 ", "1 ", "EUR 1 ", "€1 ", "ERDF ", "LLI-263 ", "85 % ", "2014-2020 ", "European Union ", "a. ", "( ",
        "1.", "not ", "project ", "www.latlit.eu ", "101088421 ", "&nbsp;", "<b>", "“",
    )},
}  # fmt: skip


def page(shape: str, times: int) -> bytes:
    """Return a page of a funded project that holds a shape so many times."""
    return f'<html lang="en"><meta charset="utf-8"><body>{FUNDED}{SHAPES[shape](times)}'.encode()
