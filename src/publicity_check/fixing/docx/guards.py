"""What keeps a Word document, or a place in it, from being changed; and the copies of a place for older programs."""

from collections.abc import Iterator
from typing import NamedTuple

from publicity_check.fixing.docx.letters import letters_of, local
from publicity_check.fixing.docx.parts import Parts
from publicity_check.readers.docx.xml import MC, Element

_LOCKED = ("contentLocked", "sdtContentLocked")
_CHOSEN = ("dataBinding", "dropDownList", "comboBox", "date")
"""Properties of a control whose text comes from elsewhere and would come back: from data, a list, a calendar."""
_OFF = ("0", "false", "off", "none", "")


class Guards(NamedTuple):
    """What holds for a document as a whole.

    ``protected`` documents may only be read, or filled in as forms; where ``changes`` are not allowed, comments are.
    """

    doubled: bool
    signed: bool
    protected: bool
    changes: bool

    @classmethod
    def of(cls, parts: Parts, main: str) -> "Guards":
        """Return what the parts say; protection stands in the settings (ISO/IEC 29500-1, 17.15.1.29)."""
        part = parts.related(main, "settings")
        said = next((e for e in parts.tree(part) if local(e) == "documentProtection"), None) if part else None
        attributes = {str(name).rpartition("}")[2]: str(text) for name, text in (() if said is None else said.items())}
        enforced = attributes.get("enforcement", "").lower() not in _OFF
        allowed = attributes.get("edit", "none") if enforced else "none"
        return cls(parts.doubled, parts.signed, allowed in ("readOnly", "forms"), allowed in ("none", "trackedChanges"))


def locked(element: Element) -> Element | None:
    """Return the outermost control around an element whose content nobody may change."""
    found = [control for control in _controls(element) if _says(control, "lock") in _LOCKED]
    return found[-1] if found else None


def held(element: Element) -> bool:
    """Say whether a control around an element keeps its text, or would bring the old one back."""
    return any(
        _says(control, "lock") in _LOCKED or any(_says(control, name) is not None for name in _CHOSEN)
        for control in _controls(element)
    )


def _controls(element: Element) -> Iterator[Element]:
    return (around for around in element.iterancestors() if local(around) == "sdt")


def _says(control: Element, name: str) -> str | None:
    """Return the value of a property of a control, "" where it has none, ``None`` where there is no such property."""
    properties = next((child for child in control if local(child) == "sdtPr"), None)
    found = next((child for child in (() if properties is None else properties) if local(child) == name), None)
    return None if found is None else str(found.get(f"{str(found.tag).rpartition('}')[0]}}}val") or "")


def twins(paragraph: Element) -> Iterator[Element]:
    """Yield the paragraphs with the same text that other programs show in the place of one in a text box."""
    for alternatives in paragraph.iterancestors(f"{{{MC}}}AlternateContent"):
        own = next(branch for branch in alternatives if branch is paragraph or branch in paragraph.iterancestors())
        said = _text(paragraph)
        number = [p for p in own.iter(paragraph.tag) if _text(p) == said].index(paragraph)
        for branch in alternatives:
            alike = [p for p in branch.iter(paragraph.tag) if _text(p) == said] if branch is not own else []
            yield from alike[number : number + 1]


def _text(paragraph: Element) -> str:
    return "".join(letter.sign for letter in letters_of(paragraph))
