"""Pages like those of a town's website, 50 KB on average: most are ordinary news, a few per cent tell of EU funds.

What they hold follows pages seen in practice: of 50 KB some 9 KB are text a reader sees, 8 KB scripts and styles, the
rest markup: about 450 elements, 160 pieces of text, 60 links and 20 pictures. Pages in one language are of one site:
its style sheet, menu and footer are the same on all of them.
"""

import random
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.prose import Prose, languages

FUNDED = 0.04
"""Share of pages that tell of a project paid for by the Union."""

_NUMBERS = ("LLI-263", "101094021", "2021-1-LV01-KA220-ADU-000033610", "LIFE20 ENV/LV/000214", "9.2.4.2/16/I/003")
_ICON = (
    '<svg class="icon icon--{0}" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path fill="currentColor" d="{1}"></path></svg>'
)


def write_pages(folder: Path, count: int) -> int:
    """Write so many pages into a folder; return how many bytes they have."""
    size = 0
    for number in range(count):
        path = folder / f"{number % 40:02}" / f"page-{number:05}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(page(number))
    return size


def page(number: int) -> bytes:
    """Return a page; the same number makes the same page."""
    return "\n".join(_Page(languages()[number % len(languages())], number).lines()).encode()


class _Site(NamedTuple):
    """What is the same on all pages of a site."""

    style: str
    header: str
    footer: str


@cache
def _site(code: str) -> _Site:
    frame = _Page(code, code)
    return _Site(*("\n".join(lines) for lines in (frame.style(), frame.header(), frame.footer())))


class _Page:
    def __init__(self, code: str, seed: int | str) -> None:
        self.chance = random.Random(seed)
        self.code = code
        self.prose = Prose(self.code, self.chance)
        self.weight = min(6.0, self.chance.lognormvariate(0.35, 0.5))
        self.funded = self.chance.random() < FUNDED

    def lines(self) -> Iterator[str]:
        title = self.words(6)
        yield f'<!DOCTYPE html>\n<html lang="{self.code}" class="no-js">'
        yield from self._head(title)
        yield f'<body class="page-template page-id-{self.chance.randint(100, 9999)} wp-embed-responsive">'
        yield '<a class="skip-link screen-reader-text" href="#content">' + self.words(3) + "</a>"
        yield _site(self.code).header
        yield '<main id="content" class="site-main container"><div class="row"><div class="col-lg-8">'
        yield from self._article(title)
        yield "</div>"
        yield from self._aside()
        yield "</div></main>"
        yield _site(self.code).footer
        yield from (f"<script>{self._script(1400)}</script>" for _ in range(self.often(2)))
        yield "</body>\n</html>"

    def often(self, count: float) -> int:
        return max(1, round(count * self.weight))

    def words(self, count: int) -> str:
        return escape(self.prose.words(count))

    def link(self, text: str, extra: str = "") -> str:
        path = "/".join(f"{self.chance.getrandbits(24):06x}" for _ in range(2))
        return f'<a href="https://www.town.example/{self.code}/{path}/"{extra}>{text}</a>'

    def picture(self, width: int = 768) -> str:
        name = f"/uploads/{self.chance.randint(2015, 2026)}/{self.chance.getrandbits(40):010x}"
        sets = ", ".join(f"{name}-{w}x{w * 2 // 3}.jpg {w}w" for w in (300, 768, 1024))
        return (
            f'<img width="{width}" height="{width * 2 // 3}" src="{name}-{width}.jpg" '
            'class="attachment-medium wp-image" '
            f'alt="{self.words(self.chance.choice((0, 0, 3, 6)))}" loading="lazy" srcset="{sets}" '
            'sizes="(max-width: 768px) 100vw, 768px">'
        )

    def icon(self) -> str:
        path = " ".join(f"{self.chance.choice('MLHVC')}{self.chance.uniform(0, 24):.2f}" for _ in range(24))
        return _ICON.format(self.chance.choice(("phone", "map", "mail", "arrow")), path)

    def _script(self, size: int) -> str:
        pieces = []
        while size > 0:
            pieces.append(
                f"window.c{self.chance.getrandbits(20):x}=function(e,t){{return e.{self.chance.choice('abcdef')}&&"
                f't.push({{id:"{self.chance.getrandbits(32):x}",n:{self.chance.randint(1, 9999)}}}),e}};'
            )
            size -= len(pieces[-1])
        return "".join(pieces)

    def _head(self, title: str) -> Iterator[str]:
        yield f'<head>\n<meta charset="utf-8">\n<title>{title} – {self.words(2)}</title>'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        description = escape(self.prose.sentence())
        yield f'<meta name="description" content="{description}">'
        for name, value in (("type", "article"), ("title", title), ("description", description), ("locale", self.code)):
            yield f'<meta property="og:{name}" content="{value}">'
        yield _site(self.code).style
        facts = f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{self.prose.words(6)}"}}'
        yield f'<script type="application/ld+json">{facts}</script>\n</head>'

    def style(self) -> Iterator[str]:
        for _ in range(self.often(8)):
            yield f'<link rel="stylesheet" href="/assets/{self.chance.getrandbits(48):012x}.css?ver=6.4" media="all">'
        rules = "".join(
            f".c{self.chance.getrandbits(16):x} .item{{color:#{self.chance.getrandbits(24):06x};margin:0 {n}px}}"
            for n in range(self.often(30))
        )
        yield f"<style>{rules}.no-js .js-only{{display:none}}</style>\n<script>{self._script(1200)}</script>"

    def header(self) -> Iterator[str]:
        yield '<header class="site-header" role="banner"><div class="container d-flex align-items-center">'
        yield self.link('<img src="/assets/arms.svg" alt="" width="48" height="60">', ' class="custom-logo-link"')
        yield '</div><nav class="main-navigation navbar-expand-lg" id="site-navigation"><ul class="menu nav-menu">'
        for _ in range(self.often(6)):
            entries = "".join(
                f'<li class="menu-item menu-item-type-post_type menu-item-{self.chance.randint(1, 9999)}">'
                f"{self.link(self.words(self.chance.randint(1, 4)), ' data-level=2')}</li>"
                for _ in range(self.chance.randint(3, 7))
            )
            own = self.link(self.words(1), ' class="nav-link dropdown-toggle" aria-haspopup="true"')
            yield f'<li class="menu-item menu-item-has-children dropdown">{own}<ul class="sub-menu">{entries}</ul></li>'
        yield '</ul></nav><form role="search" class="search-form" action="/"><input type="search" name="s" '
        yield f'placeholder="{self.words(2)}"><button type="submit">{self.icon()}</button></form></header>'

    def _article(self, title: str) -> Iterator[str]:
        yield '<article class="post type-post status-publish format-standard has-post-thumbnail hentry category-news">'
        date = self.prose.date()
        yield f'<header class="entry-header"><h1 class="entry-title">{title}</h1><span class="posted-on"><time>{date}'
        yield f'</time></span></header><div class="post-thumbnail">{self.picture(1024)}</div>'
        yield '<div class="entry-content">'
        yield f"<p><strong>{escape(self.prose.sentence())}</strong></p>"
        for place in range(self.often(16)):
            if place % 5 == 4:
                yield f'<h2 class="wp-block-heading">{self.words(4)}</h2>'
            yield f"<p>{self._linked(escape(self.prose.paragraph()))}</p>"
        if self.funded:
            yield from self._funding()
        if self.chance.random() < 0.15:
            yield from self._table()
        yield '<div class="wp-block-gallery columns-3 is-cropped">'
        for _ in range(self.often(4)):
            yield f'<figure class="wp-block-image size-large">{self.picture()}</figure>'
        yield "</div></div></article>"

    def _linked(self, text: str) -> str:
        head, point, rest = text.partition(". ")
        return f"{self.link(head)}{point}{rest}" if point and self.chance.random() < 0.15 else text

    def _table(self) -> Iterator[str]:
        yield '<figure class="wp-block-table"><table class="has-fixed-layout"><tbody>'
        for _ in range(self.often(8)):
            cells = (self.words(3), escape(self.prose.figure()), f"{self.chance.randint(1, 900)},00 €")
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        yield "</tbody></table></figure>"

    def _funding(self) -> Iterator[str]:
        own, number = self.prose.own, self.chance.choice(_NUMBERS)
        yield f"<p>{escape(str(own['project']).format(acronym='GREEN YARDS', number=number))}</p>"
        total, share = "176 680,75 EUR", "150 178,63 EUR"
        yield f"<p>{escape(str(own['budget']).format(total=total, eu=share, rate='85 %'))}</p>"
        yield f"<p>{escape(str(own['cofunded']))}</p>"
        yield f'<img src="/uploads/eu-emblem.png" alt="{escape(str(own["emblem"]))}">'

    def _aside(self) -> Iterator[str]:
        yield '<aside class="widget-area col-lg-4" role="complementary">'
        for _ in range(self.often(8)):
            yield '<section class="widget widget_recent_entries card shadow-sm mb-3"><div class="card-body">'
            yield f'{self.picture(300)}<h3 class="card-title h5">{self.link(self.words(5))}</h3>'
            yield f'<time class="small">{self.prose.date()}</time>'
            yield f'<p class="card-text">{escape(self.prose.sentence())}</p></div></section>'
        yield "</aside>"

    def footer(self) -> Iterator[str]:
        yield '<footer class="site-footer" role="contentinfo"><div class="container"><div class="row">'
        for _ in range(3):
            links = "".join(f"<li>{self.icon()}{self.link(self.words(2))}</li>" for _ in range(self.often(4)))
            yield f'<div class="col-md-4"><h4>{self.words(2)}</h4><ul class="list-unstyled">{links}</ul></div>'
        contact = escape(str(self.prose.own["contact"]))
        yield f'</div><p class="copyright">© {self.chance.randint(2015, 2026)} {contact}</p></div></footer>'
