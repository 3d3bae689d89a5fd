"""Writes a draft as an HTML page: three layouts as such pages are built in practice."""

import codecs
from html import escape
from pathlib import PurePosixPath

from benchmarks.accuracy.document import Draft, Item, Piece

FORMS = {
    "p": "<p>{}</p>",
    "h1": "<h1>{}</h1>",
    "h2": "<h2>{}</h2>",
    "li": "<ul><li>{}</li></ul>",
    "div": '<div class="text">{}</div>',
    "image": '<div class="logos">{}</div>',
    "quote": "<blockquote><p>{}</p></blockquote>",
    "details": "<details><summary>+</summary><p>{}</p></details>",
    "aria-hidden": '<p aria-hidden="true">{}</p>',
    "nested-table": '<table><tr><td><table class="inner"><tr><td>{}</td></tr></table></td></tr></table>',
    "display-none": '<p style="display:none">{}</p>',
    "hidden-parent": '<div style="display: none !important"><section><p>{}</p></section></div>',
    "hidden-attribute": "<p hidden>{}</p>",
    "invisible": '<p style="visibility: hidden">{}</p>',
    "zero-size": '<p style="font-size:0">{}</p>',
    "comment": "<!-- <p>{}</p> -->",
    "template": "<template><p>{}</p></template>",
    "script": '<script>var note = "{}";</script>',
    "style": '<style>p::after {{ content: "{}" }}</style>',
    "noscript": "<noscript><p>{}</p></noscript>",
    "two-cells": "<table><tr>{}</tr></table>",
    "textarea": '<textarea style="display:none">{}</textarea>',
    "unclosed": "<div><b><p>{}",
}
HEAD_FORMS = {
    "meta": '<meta name="description" content="{}">',
    "open-graph": '<meta property="og:description" content="{}">',
    "json-ld": '<script type="application/ld+json">{{"@type": "Article", "description": "{}"}}</script>',
}


def write(draft: Draft) -> bytes:
    """Return the bytes of the page."""
    text = _page(draft)
    if "pretty" in draft.traits:
        text = text.replace("><", ">\n    <")
    if "crlf" in draft.traits:
        text = text.replace("\n", "\r\n")
    if draft.encoding == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    mark = codecs.BOM_UTF8 if "bom" in draft.traits else b""
    return mark + text.encode(draft.encoding, "xmlcharrefreplace")


def _page(draft: Draft) -> str:
    layout = {"municipal": _municipal, "university": _university, "newsletter": _newsletter}[draft.layout]
    charset = "" if "undeclared" in draft.traits else f'<meta charset="{draft.encoding}">'
    in_head = [item for item in draft.items if item.form in HEAD_FORMS]
    head = "".join(HEAD_FORMS[item.form].format(_inline(item, draft)) for item in in_head)
    lang = f' lang="{draft.declared}"' if draft.declared else ""
    title = escape(draft.words["title"])
    body, late = layout(draft), ""
    if "after-html" in draft.traits:
        late = "\n" + _blocks(draft, "footer")
    head = f"<head>{charset}<title>{title}</title>{head}</head>"
    return f"<!DOCTYPE html>\n<html{lang}>\n{head}\n<body>\n{body}\n</body>\n</html>{late}\n"


def _municipal(draft: Draft) -> str:
    return (
        '<header><a href="/"><img src="/img/arms.png" alt=""></a></header>'
        f"<nav>{_blocks(draft, 'nav')}</nav>\n<main><article>{_blocks(draft, 'main')}</article></main>\n"
        f"<aside>{_blocks(draft, 'aside')}</aside>\n<footer>{_footer(draft)}</footer>"
    )


def _university(draft: Draft) -> str:
    return (
        f'<div id="top"><div class="menu">{_blocks(draft, "nav")}</div></div>\n'
        f'<div id="content" class="project"><div class="col-8">{_blocks(draft, "main")}</div>'
        f'<div class="col-4 facts">{_blocks(draft, "aside")}</div></div>\n<div id="bottom">{_footer(draft)}</div>'
    )


def _newsletter(draft: Draft) -> str:
    rows = "\n".join(
        f'<tr><td style="padding:12px">{cell}</td></tr>'
        for cell in (_blocks(draft, "main"), _blocks(draft, "aside"), _footer(draft), _blocks(draft, "nav"))
    )
    return f'<table role="presentation" width="600" align="center">\n{rows}\n</table>'


def _footer(draft: Draft) -> str:
    return "" if "after-html" in draft.traits else _blocks(draft, "footer")


def _blocks(draft: Draft, place: str) -> str:
    found = [item for item in draft.items if item.place == place and item.form not in HEAD_FORMS]
    return "\n".join(_block(item, draft) for item in found)


def _block(item: Item, draft: Draft) -> str:
    if item.form == "two-cells":
        half = len(item.text.split()) // 2
        words = item.text.split()
        cells = "".join(f"<td>{escape(' '.join(part))}</td>" for part in (words[:half], words[half:]))
        return FORMS["two-cells"].format(cells)
    if item.form == "two-blocks":
        words = item.text.split()
        half = len(words) // 2
        return "".join(f"<p>{escape(' '.join(part))}</p>" for part in (words[:half], words[half:]))
    block = FORMS[item.form].format(_inline(item, draft))
    return block.replace("</p>", "").replace("</li>", "") if "no-end-tags" in draft.traits else block


def _inline(item: Item, draft: Draft) -> str:
    if item.form in {"script", "json-ld", "style"}:
        return item.text.replace("\\", "\\\\").replace('"', "'").replace("\n", " ")
    return "".join(_piece(piece, draft) for piece in item.pieces)


def _piece(piece: Piece, draft: Draft) -> str:
    text = escape(piece.text)
    if "entities" in draft.traits:
        text = "".join(f"&#{ord(letter)};" if ord(letter) > 127 else escape(letter) for letter in piece.text)
    match piece.look:
        case "b" | "i" | "em" | "span" | "sup" | "s":
            return f"<{piece.look}>{text}</{piece.look}>"
        case "a":
            return f'<a href="{escape(piece.href)}">{text}</a>'
        case "img":
            alt = escape(piece.text)
            return f'<img src="/files/{PurePosixPath(piece.href)}" alt="{alt}" width="180" height="120">'
        case "br" | "wbr":
            return f"<{piece.look}>"
        case "raw":
            return piece.text
        case _:
            return text
