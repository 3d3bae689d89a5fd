"""Documents of random structure: every word is found exactly once, and labelled as what it is."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from docx_builder import Docx, control, field_of, old_text_box, paragraph, run, table, text_box
from publicity_check.publication import Region
from publicity_check.readers.docx.read import read


@dataclass
class Draft:
    """A document that is drawn, and the region where each of its words has to be found."""

    document: Docx = field(default_factory=Docx)
    expected: dict[str, Region] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def word(self, region: Region) -> str:
        word = f"vārds{len(self.expected)}"
        self.expected[word] = region
        return word


Draw = Callable[[st.SearchStrategy[str]], str]


def inline(draw: Draw, draft: Draft, region: Region, depth: int) -> str:
    """Return the runs of one piece of a paragraph that stands in a region."""
    kinds = ["plain", "split", "deleted", "inserted", "hidden", "field", "link", "control", "placeholder", "moved"]
    if depth and region is not Region.DELETED:
        kinds += ["box", "old box"]
    if region is Region.MAIN or region is Region.TABLE:
        kinds.append("note")
    kind = draw(st.sampled_from(kinds))
    unseen = {"deleted": Region.DELETED, "moved": Region.DELETED, "hidden": Region.HIDDEN}
    if kind in ("box", "old box"):
        inside = paragraphs(draw, draft, Region.TEXT_BOX, depth - 1)
        return text_box(inside) if kind == "box" else old_text_box(inside)
    if kind == "placeholder":
        return control(run("aizpildāms"), "<w:showingPlcHdr/>")
    if kind == "note":
        draft.notes.append(paragraph(draft.word(Region.FOOTNOTE)))
        return f'<w:r><w:footnoteReference w:id="{len(draft.notes)}"/></w:r>'
    word = f" {draft.word(unseen.get(kind, region))} "
    middle = len(word) // 2
    return {
        "plain": run(word),
        "split": run(word[:middle]) + run(word[middle:], "<w:i/>"),
        "deleted": f"<w:del>{run(word).replace('w:t', 'w:delText')}</w:del>",
        "moved": f"<w:moveFrom>{run(word)}</w:moveFrom>",
        "inserted": f"<w:ins>{run(word)}</w:ins>",
        "hidden": run(word, "<w:vanish/>"),
        "field": field_of("REF x", word),
        "link": f'<w:hyperlink w:anchor="x">{run(word)}</w:hyperlink>',
        "control": control(run(word)),
    }[kind]


def paragraphs(draw: Draw, draft: Draft, region: Region, depth: int) -> str:
    """Return some paragraphs, tables and controls of a region."""
    out = ""
    for kind in draw(st.lists(st.sampled_from(["paragraph", "paragraph", "table", "control"]), min_size=1, max_size=3)):
        if kind == "table" and depth:
            inner = Region.TABLE if region is Region.MAIN else region
            out += table([paragraphs(draw, draft, inner, depth - 1) for _ in range(2)])
        else:
            count = draw(st.integers(min_value=0, max_value=3))
            content = paragraph(*(inline(draw, draft, region, depth) for _ in range(count)))
            out += control(content) if kind == "control" else content
    return out


@st.composite
def drafts(draw: Draw) -> Draft:
    draft = Draft()
    body = paragraphs(draw, draft, Region.MAIN, 3)
    references = ""
    for kind, region in (("header", Region.HEADER), ("footer", Region.FOOTER)):
        for page in ("default", "first"):
            content = paragraphs(draw, draft, region, 2)
            identity = draft.document.margin(kind, f"{kind}-{page}", content)
            references += f'<w:{kind}Reference w:type="{page}" r:id="{identity}"/>'
    draft.document.body = f"{body}<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    draft.document.notes("footnotes", *draft.notes)
    return draft


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_every_word_is_found_once_and_where_it_belongs(draft: Draft):
    publication = read(draft.document.bytes(), "draft.docx")
    found = [(word, block.region) for block in publication.blocks for word in block.text.split()]
    assert Counter(found) == Counter(draft.expected.items())


@settings(max_examples=30, deadline=None)
@given(drafts())
def test_blocks_are_numbered_tidy_and_have_a_place(draft: Draft):
    publication = read(draft.document.bytes(strict=True), "draft.docx")
    for index, block in enumerate(publication.blocks):
        place = publication.locate(index, 0)
        assert block.index == index
        assert block.text == " ".join(block.text.split())
        assert place.part
        assert place.paragraph
