"""Pieces of text of every kind that something looks for: signs, figures, words of all languages, numbers, addresses."""

import string
from collections.abc import Iterator
from functools import cache
from itertools import islice
from random import Random

import msgspec

from publicity_check.rulebook import Rulebook, load

PLAIN = (
    *"a1ĀяΩ文",
    "ab ", "Ab ", "āb ", "1 ", "12 ", "1.", "1,", "1 234 ", "1.234,", "11 111 ", "0", "00 ", "1-", "1/", "a1", "1a ",
    "-1 ", "1%", "85 % ", "50 % = ", "1/2 ", "½ ", "1e9 ", "XIV ", "2014-2020 ", "2021–2027 ", "2014 ", "01.02.2023 ",
    "EUR ", "EUR 1 ", "1 EUR ", "1 EUR + ", "€1 ", "€", "EUR 1-", "1 mln EUR ", "1 EUR (85 %) ", "1 EUR = 2 EUR ",
    "$", "£1 ", "zł 1 ", "1 Kč ", "EUR EUR 1 1 ", "a. ", "A. ", "A.", "1. ", "a! ", "( ", "() ", "[ ", "{", "{a} ",
    "“", "”", "„a“ ", "«", "» ", '"', "' ", "’", "– ", "—", "…", "•", "* ", "_", "__ ", "... ", ".... ", "-- ", "\n",
    "\n\n", "\t", "\r", "a\n", "1\n", "EUR 1\n", "a\n\n", "\u00a0", "\u00a01", "\u2009", "\u00ad", "a\u00ad",
    "\u200b", "a\u200b", "\u200d", "\u2028", "\u202e", "\ufeff", "\u0301", "a\u0301", "ﷺ", "ﬁ", "İ", "ẞ", "🇪🇺", "😀",
    "\x00", "\x01", "\u200b1", "О", "LО-1 ", "I", "l", "rn",
    "http://", "http://a ", "https://a.eu/", "www.", "www.a.eu ", "www.latlit.eu ", "latlit.eu", "a@b.eu ", "@", "//",
    "http://[", "http://a:1 ", "https://ec.europa.eu/ ", "eu.", "a.b.", "mailto:a@b.eu ", "%20", "?a=b&",
    "project ", "project's ", "projects ", "not ", "no ", "and ", "or ", "by ", "of the ", "Co-funded by ", "co-",
    "funded by the European Union ", "Co-funded by the European Union. ", "European Union ", "European ", "Union ",
    "EU ", "EU's ", "E.U. ", "EU-funded ", "EU-", "ERDF ", "ERDF, ", "Interreg ", "Interreg Europe ", "Programme ",
    "Horizon Europe ", "Interreg V-A Latvia-Lithuania Programme 2014-2020 ", "Erasmus+ ", "LIFE ", "ESF+ ",
    "Views and opinions expressed are those of the author only. ", "does not reflect the views of the European Union ",
    "Total cost ", "total ", "Total cost 1 EUR ", "Total: 1 EUR, EU: 1 EUR (85 %). ", "own funds ", "partner ",
    "Partner: 1 EUR. ", "Project No. ", "No. ", "No.", "Nr. 1 ", "grant agreement No 101088421 ", "ID: ", "ID 1 ",
    "grant ", "project number ", "project number: 1 ", "LLI-263 ", "LLI-263", "LLI-", "LLI ", "LLI-263/LLI-264 ",
    "101088421 ", "Project LLI-263 is co-funded by the European Union. ", "If the project is funded by the EU, ",
    "previous project ", "insert name ", "[project] ", "XXX ", "…… ", "<b>", "&amp;", "&lt;", "Flag of the EU ",
)  # fmt: skip
"""Tokens that belong to no list of the rules, or to one of them in English."""

MARKUP = (
    "<", ">", "</", "<a", "<a>", "</a>", "<b>", "</b>", "<b>a</b>", "<i><b>", "<p>", "</p>", "<p>a", "<p>1 EUR", "<br>",
    "a<br>", "1 EUR<br>", "<hr>", "<div>", "</div>", "<div>a</div>", "<span>a</span>", "<span>1</span>", "<li>a",
    "<ul><li>", "<dl><dt>a<dd>b", "<dt>Total<dd>1 EUR", "<td>a", "<td>1 EUR", "<tr>", "<tr><td>1 EUR<td>a", "<th>Total",
    "<table>", "<table><td>1 EUR</table>", "<table><tr><td>a<table>", "<col>", "<caption>a", "<h1>a</h1>", "<h2>",
    "<a href=a>", "<a href=a>a</a>", "<a href=http://www.latlit.eu>a</a> ", "<a href=//a.eu></a>", "<img>",
    "<img src=a>", "<img src=eu.png alt=EU>", "<img src=eu-flag.png alt='Flag of the European Union'>", "<img srcset='",
    "<img src=data:a>", "<picture><source srcset=a>", "<figure><img src=a><figcaption>a</figure>", "<svg>", "<svg/>",
    "<svg><title>EU</title></svg>", "<svg><text>a</text></svg>", "<math>", "<!--", "-->", "<!---->", "<!-- a -->",
    "<![CDATA[", "<?a", "<!DOCTYPE html>", "<script>", "<script></script>", "<style>", "<style>a{}</style>",
    "<style>.a{display:none}</style>", "<style>@media print{", "<style>a{background:url(", "<noscript>", "<noscript>a",
    "<noscript><p>EUR 1</p></noscript>", "<noscript><img src=a></noscript>", "<template>", "<template>a</template>",
    "<iframe src=a></iframe>", "<iframe>", "<object>", "<video>", "<select><option>a", "<select>", "<option>a",
    "<textarea>", "<textarea>a</textarea>", "<input value=a>", "<button>a</button>", "<details><summary>a</summary>b",
    "<dialog>a", "<form>", "<nav>a</nav>", "<footer>a</footer>", "<header>", "<aside>a", "<main>", "<article>", "<q>a",
    "<blockquote>a", "<blockquote>a</blockquote>", "<del>a</del>", "<ins>a", "<code>a</code>", "<pre>", "<pre>a</pre>",
    "<ruby>a<rt>b</ruby>", "<sup>1</sup>", "<sub>", "<abbr title=EU>a</abbr>", "<meta name=description content=a>",
    "<meta charset=x>", "<title>a</title>", "<base href=a>", "<link rel=stylesheet href=a>", "<html>", "<body>",
    "<p hidden>a", "<p style='display:none'>a", "<p style='background:url(eu.png)'>a", "<p style='", "<p class='",
    "<p class=a>a", "<p lang=lv>a", "<p id=a>a", "<div aria-label=EU>a</div>", "<div role=img aria-label=EU></div>",
    "<font>", "<nobr>", "<marquee>", "<plaintext>", "<xmp>", "<frameset>", "<x-a>a</x-a>", "<p/", "<p =", "<p \"",
    "a=b ", "&", "&a", "&nbsp;", "&amp;", "&shy;a", "&#0;", "&#x110000;", "&#8203;", "&zwnj;", "&euro;1 ", "&lt;b&gt;",
)  # fmt: skip
"""Tokens that mean something in HTML."""


@cache
def rulebook() -> Rulebook:
    """Return the rules that come with the program."""
    return load()


def words() -> Iterator[tuple[str, str]]:
    """Yield for each list of words of each language what it is called, and all of its words in a row."""
    for code, data in rulebook().languages.items():
        for path, entries in _lists(msgspec.to_builtins(data), ""):
            if path.endswith((".verified", ".code")):
                continue
            yield f"{code}{path}", "".join(f"{entry.replace('*', '')} " for entry in entries)


def _lists(value: object, path: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        if path.endswith("scales"):
            yield path, list(value)
            return
        for key, inner in value.items():
            yield from _lists(inner, f"{path}.{key}")
    elif isinstance(value, list) and value and all(isinstance(entry, str) for entry in value):
        yield path, value
    elif isinstance(value, str) and value:
        yield path, [value]


def numbers(count: int) -> Iterator[tuple[str, list[str]]]:
    """Yield for each kind of project number its name, and so many numbers that differ in their last digits."""
    for kind in rulebook().numbers.values():
        whole = [example.value for example in kind.examples] or list(kind.shapes)
        if whole:
            yield kind.id, list(islice(_varied(whole[0]), count))


def _varied(number: str) -> Iterator[str]:
    """Yield a number, then others of its shape: other digits from the fourth on, and then other letters."""
    places = [at for at, letter in enumerate(number) if letter in string.digits]
    rng = Random(number)
    yield number
    while True:
        other = list(number)
        for at in places[-4:]:
            other[at] = rng.choice(string.digits)
        yield "".join(other)
