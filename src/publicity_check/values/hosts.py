"""Hosts of addresses: taken out, compared as whole labels, and held against hosts they may be mistaken for."""

import re
import unicodedata
from urllib.parse import urlsplit

from publicity_check.text.letters import LOOK_ALIKE

_LOOK_ALIKE = str.maketrans(dict(LOOK_ALIKE))
_PLAIN = re.compile(r"(?:https?|ftp)://([a-z0-9][a-z0-9.-]*)(?=[/?#]|\Z)", re.IGNORECASE | re.ASCII)
"""Most addresses: those whose host can be read off."""

_LONG_ENOUGH = 5
"""Shorter names are one slip away from too many honest ones."""

_EVERYWHERE = frozenset({"europa", "europe"})
"""Names that honest hosts of many countries carry: another ending shows nothing."""


def host_of(address: str) -> str:
    """Return the host of an address in lower case, without port; "" if it has none.

    Internationalised hosts come back in their own letters, whether written so or as ``xn--…``.

    >>> [host_of(a) for a in ("https://WWW.LatLit.eu:443/lv", "//europa.eu/x", "www.latlit.eu", "mailto:a@b.eu")]
    ['www.latlit.eu', 'europa.eu', 'www.latlit.eu', '']
    """
    address = address.strip()
    plain = _PLAIN.match(address)
    if plain is not None:
        return readable(plain[1])
    if address.startswith("//"):
        address = "https:" + address
    elif address.startswith(("/", "#", "?")):
        return ""
    elif address[:4].lower() == "www.":
        address = "https://" + address
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.scheme in ("http", "https", "ftp") else None
    except ValueError:
        return ""
    return readable(host or "")


def readable(host: str) -> str:
    """Return a host in lower case, its ``xn--`` labels in their own letters, without a dot at the end."""
    host = host.strip().strip(".").lower()
    if not host.isascii():
        host = unicodedata.normalize("NFC", host)
    if "xn--" not in host:
        return host
    labels = []
    for label in host.split("."):
        try:
            labels.append(label.encode("ascii").decode("idna") if label.startswith("xn--") else label)
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def host_within(host: str, domain: str) -> bool:
    """Say whether a host is a domain or lies within it, label by label.

    >>> host_within("ec.europa.eu", "europa.eu"), host_within("noteuropa.eu", "europa.eu")
    (True, False)
    """
    host, domain = readable(host), readable(domain)
    return bool(domain) and (host == domain or host.endswith("." + domain))


def resembles(host: str, domain: str) -> bool:
    """Say whether a host is not a domain's own but may be taken for it, or was meant to be it.

    So are a domain inside a longer one (``europa.eu.example.com``), letters that look alike (Cyrillic о), a hyphen
    too many, another ending (``latlit.lv``) and one typing slip (``evropa.eu``). Whether the host is an honest one of
    its own, the site of another programme for instance, is for the caller to know.

    >>> [resembles(h, "europa.eu") for h in ("europa.eu.example.com", "evropa.eu", "eur\u043epa.eu")]
    [True, True, True]
    >>> [resembles(h, "europa.eu") for h in ("europarl.europa.eu", "europass.lv", "eurostat.eu", "europa.eu")]
    [False, False, False, False]
    """
    host, domain = _bare(host), _bare(domain)
    if not host or not domain or "." not in domain or host_within(host, domain):
        return False
    if f".{domain}." in f".{host}.":
        return True
    name, _, ending = domain.rpartition(".")
    labels = host.split(".")
    tail = ".".join(labels[-domain.count(".") - 1 :])
    own_name, _, own_ending = tail.rpartition(".")
    if _skeleton(tail) == _skeleton(domain):
        return True
    if own_ending == ending:
        return own_name.replace("-", "") == name.replace("-", "") or one_slip(own_name, name)
    whole = tail == host
    return whole and own_name == name and len(name) >= _LONG_ENOUGH and name not in _EVERYWHERE


def one_slip(written: str, meant: str) -> bool:
    """Say whether a name is one letter away from another: changed, lost, added, or two neighbours swapped.

    Digits do not count (sites of two periods differ in a digit), short names neither.

    >>> one_slip("latlti", "latlit"), one_slip("latit", "latlit"), one_slip("interreg5a", "interreg6a")
    (True, True, False)
    """
    if written == meant or min(len(written), len(meant)) < _LONG_ENOUGH:
        return False
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    a, b = written[start:], meant[start:]
    if a[1:] == b[1:]:
        return not (a[:1] + b[:1]).isdigit()
    if len(a) == len(b):
        return a[:2] == b[1::-1] and a[2:] == b[2:]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter and not longer[0].isdigit()


def _bare(host: str) -> str:
    return readable(host).removeprefix("www.")


def _skeleton(host: str) -> str:
    plain = unicodedata.normalize("NFD", host.translate(_LOOK_ALIKE))
    return "".join(c for c in plain if not unicodedata.combining(c))
