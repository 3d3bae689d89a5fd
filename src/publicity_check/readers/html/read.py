"""Reads HTML: bytes in, a publication out. The tree is the one a browser builds.

Nothing is dropped: what stands in footers, descriptions, hidden elements or metadata is labelled so.
"""

import hashlib
from collections.abc import Sequence

from publicity_check.publication import Publication, Region
from publicity_check.readers.encoding import decode
from publicity_check.readers.html.page import Finished
from publicity_check.readers.html.parse import gather
from publicity_check.readers.html.places import Places, close_empty
from publicity_check.readers.html.walk import Walk
from publicity_check.readers.limits import refuse_absurd
from publicity_check.readers.nearby import Nearby, written_out

_FEW_WORDS = 20


def read(data: bytes, name: str, furniture: Sequence[str] = (), nearby: Nearby | None = None) -> Publication:
    """Read an HTML page; ``name`` is its path or address, ``nearby`` opens the files beside it.

    Raises :class:`ReadError` where the page has too many elements or is too deeply nested.
    """
    source = decode(data)
    refuse_absurd(source, name)
    xml = name.lower().endswith((".xhtml", ".xhtm", ".xht"))
    walk, language = gather(close_empty(source)[0] if xml else source, furniture, nearby)
    finished = walk.page.finish()
    return Publication(
        name=name,
        format="html",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=finished.blocks,
        links=finished.links,
        images=finished.images,
        language=language,
        unread=finished.unread,
        unstyled=walk.unstyled,
        drawn_by_script=_drawn_by_script(walk, finished),
        comments=finished.comments,
        furniture=walk.furniture,
        furnished=walk.furnished,
        locate=Places(source, finished.blocks, xml=xml),
        nearby=nearby or written_out,
        appearances=walk.appearances,
    )


def _drawn_by_script(walk: Walk, finished: Finished) -> bool:
    """Say whether a page has almost no text but scripts and a place for them to draw in."""
    if not walk.elements.scripts or not (walk.app_root or walk.notice):
        return False
    words = 0
    for block in finished.blocks:
        if block.region.visible and block.region is not Region.METADATA:
            words += block.text.count(" ") + 1
            if words > _FEW_WORDS:
                return False
    return True
