"""Turns Sphinx roles in docstrings (``:class:`~publicity_check.errors.ReadError```) into links of the site."""

import re

from griffe import Extension, Object

_ROLE = re.compile(r":(?:class|func|meth|attr|mod):`(~?)([\w.]+)`")


class DocstringRoles(Extension):  # type: ignore[misc] # without the site's programs a class of no known type
    """An extension of griffe, which reads the source for mkdocstrings."""

    def on_object(self, *, obj: Object, **_: object) -> None:
        """Rewrite the docstring of one module, class, function or attribute."""
        if obj.docstring:
            obj.docstring.value = _ROLE.sub(_link, obj.docstring.value)


def _link(role: re.Match[str]) -> str:
    """Return a link to what a role names; where the site does not show it, its name alone."""
    name = role[2].rpartition(".")[2] if role[1] else role[2]
    return f'<autoref optional identifier="{role[2]}"><code>{name}</code></autoref>'
