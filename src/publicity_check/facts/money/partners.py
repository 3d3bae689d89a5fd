"""The partner an amount belongs to: its name, in the form in which a dictionary has it."""

import re
from collections.abc import Sequence

from publicity_check.facts.money.labels import Place

_LONGEST = 6
"""Words of a name before its noun."""


def partner_name(text: str, near: Sequence[Place], start: int) -> str:
    """Return the name of the organisation beside an amount, its noun in the base form; "" if none is named.

    "Jēkabpils pilsētas pašvaldības budžets" gives "Jēkabpils pilsētas pašvaldība".
    """
    for place in reversed(near):
        if place.cue == "organisation":
            begins = max((p.end for p in near if p.end <= place.start), default=start)
            words = text[max(start, begins) : place.start].split()
            name: list[str] = []
            for word in reversed(words):
                if not word[0].isalpha() or word[-1] in ".,:;":
                    break
                name.insert(0, word)
                if len(name) == _LONGEST:
                    break
            while name and not name[0][0].isupper():
                name.pop(0)
            if name:
                return " ".join([*name, place.base_form or text[place.start : place.end]])
            if text[place.start].isupper():
                rest = re.match(r"[^,.;:()\n\d]{0,60}", text[place.end :])
                following = [] if rest is None else rest[0].split()
                kept = [w for i, w in enumerate(following) if w[0].isupper() or (i and following[i - 1][0].isupper())]
                while kept and not kept[-1][0].isupper():
                    kept.pop()
                return " ".join([place.base_form or text[place.start : place.end], *kept])
    return ""
