"""The parts of a Word document as they are copied or rewritten."""

import io
import posixpath
import zipfile

from lxml import etree

from publicity_check.readers.docx.xml import Element

_TYPES = "[Content_Types].xml"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Parts:
    """The parts of one document: those that are asked for as trees may be changed, and are then written anew."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a document that the reader has read, so that it is known to be sound."""
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._entries = {_key(info.filename): info for info in self._archive.infolist()}
        self._trees: dict[str, Element] = {}
        self._changed: dict[str, None] = {}

    def has(self, part: str) -> bool:
        """Say whether the document holds a part."""
        return _key(part) in self._entries or part in self._trees

    def tree(self, part: str) -> Element:
        """Return the root of a part, to look at."""
        if part not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            self._trees[part] = etree.fromstring(self._archive.read(self._entries[_key(part)]), parser)
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Note that a part was changed."""
        self._changed[part] = None

    @property
    def doubled(self) -> bool:
        """Whether a part stands in the archive twice, so that nobody can tell which one counts."""
        return len(self._entries) < len(self._archive.infolist())

    @property
    def signed(self) -> bool:
        """Whether the document is signed, which any change would break."""
        return any(name.startswith("_xmlsignatures/") for name in self._entries)

    def comments(self, main: str) -> str | None:
        """Return the name of the part that holds the comments on the main part, ``None`` if there is none."""
        part = self.related(main, "comments")
        return part if part and etree.QName(self.tree(part)).localname == "comments" else None

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part that another one refers to as of a kind, ``None`` if there is none."""
        source = _relations_of(part)
        for relation in self.tree(source) if self.has(source) else ():
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
                found = posixpath.normpath(target).lstrip("/")
                if self.has(found):
                    return found
        return None

    def add_link(self, part: str, address: str) -> str:
        """Add a relation of a part to an address outside, and return its id."""
        return self._relate(part, "hyperlink", address, "External")

    def _relate(self, part: str, kind: str, target: str, mode: str = "") -> str:
        source = _relations_of(part)
        if not self.has(source):
            self._trees[source] = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
        relations = self.tree(source)
        taken = {relation.get("Id", "") for relation in relations}
        relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        names = (f"rId{kind.title()}{n}" for n in range(len(taken) + 1))
        identity = next(name for name in names if name not in taken)
        relation.set("Id", identity)
        relation.set("Type", f"{_relation_types(etree.QName(self.tree(part)).namespace or '')}/{kind}")
        relation.set("Target", target)
        if mode:
            relation.set("TargetMode", mode)
        self.touch(source)
        return identity

    def add_comments(self, main: str) -> str:
        """Add a part for comments on the main part, and return its name."""
        types = self.tree(_TYPES)
        namespace = etree.QName(self.tree(main)).namespace or ""
        part = self._free(posixpath.dirname(main))
        self._trees[part] = etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})
        self._relate(main, "comments", f"/{part}")
        override = etree.SubElement(types, f"{{{_CONTENT}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", _COMMENTS)
        for changed in (_TYPES, part):
            self.touch(changed)
        return part

    def _free(self, folder: str) -> str:
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(self._entries) + 1))
        return next(name for name in names if not self.has(name))

    def written(self) -> bytes:
        """Return the document: the changed parts written anew, all others with the bytes they had, in their order."""
        out = io.BytesIO()
        changed = {_key(part): part for part in self._changed}
        with zipfile.ZipFile(out, "w") as archive:
            for info in self._archive.infolist():
                part = changed.pop(_key(info.filename), None)
                data = self._archive.read(info) if part is None else _bytes_of(self._trees[part])
                archive.writestr(_like(info, info.filename), data)
            first = self._archive.infolist()[0]
            for part in changed.values():
                archive.writestr(_like(first, part), _bytes_of(self._trees[part]))
        return out.getvalue()


def _bytes_of(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _like(info: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    copied = zipfile.ZipInfo(name, info.date_time)
    copied.compress_type, copied.external_attr = info.compress_type, info.external_attr
    copied.create_system, copied.comment = info.create_system, info.comment
    return copied


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relation_types(namespace: str) -> str:
    """Return what the types of relations begin with; Strict documents have their own."""
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return strict if "purl.oclc.org" in namespace else usual


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
