"""Files beside a publication are opened where its addresses lead to them, and nowhere outside of given folders."""

import base64
import hashlib
import os
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from docx_builder import Docx, paragraph
from publicity_check import check, read
from publicity_check.cache import Cache
from publicity_check.readers import nearby as nearby_module
from publicity_check.readers.nearby import Nearby
from publicity_check.run import Run

PAGE = "site/news/a/index.html"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with a built site in it; each file holds its own path."""
    for name in (
        PAGE,
        "site/style.css",
        "site/css/site.css",
        "site/news/a/own.css",
        "site/news/a/a b.png",
        "site/news/ć.png",
        "css/above.css",
        "secret.css",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("own.css", "site/news/a/own.css"),
        (" own.css\n", "site/news/a/own.css"),
        ("./own.css?v=1.2#x", "site/news/a/own.css"),
        ("a%20b.png", "site/news/a/a b.png"),
        ("a b.png", "site/news/a/a b.png"),
        ("../%C4%87.png", "site/news/ć.png"),
        ("../../style.css", "site/style.css"),
        ("/style.css", "site/style.css"),
        ("/css/../css/site.css", "site/css/site.css"),
        ("/../style.css", "site/style.css"),
        ("/_next/image?url=%2Fstyle.css&w=640&q=75", "site/style.css"),
        ("/sub/_next/image?url=%2Fcss%2Fsite.css&w=1", "site/css/site.css"),
        ("/_image?href=/style.css&f=webp", "site/style.css"),
        ("../../../secret.css", None),
        ("/../../secret.css", None),
        ("/%2e%2e/%2e%2e/secret.css", None),
        ("/secret.css", None),
        ("", None),
        ("#top", None),
        ("?page=2", None),
        ("/", None),
        ("../", None),
        ("..", None),
        ("none.css", None),
        ("https://example.org/style.css", None),
        ("//example.org/style.css", None),
        ("file:///etc/passwd", None),
        ("file:style.css", None),
        ("https:style.css", None),
        ("/_next/image?url=https%3A%2F%2Fexample.org%2Fstyle.css", None),
        ("/_next/image?w=1", None),
        ("http://[", None),
        ("style.css\0", None),
        ("x" * 10_000, None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_looked_for_in_the_site_only(tree: Path, address: str, found: str | None) -> None:
    opened = Nearby(tree / PAGE, (tree / "site",)).open(address)
    assert opened == (None if found is None else found.encode())


@pytest.mark.parametrize(
    ("base", "own", "address", "found"),
    [
        ("/", (), "style.css", "site/style.css"),
        ("../", (), "ć.png", "site/news/ć.png"),
        ("/css/", (), "site.css", "site/css/site.css"),
        ("https://example.org/css/", (), "site.css", "site/css/site.css"),
        ("https://example.org/css/", (), "//EXAMPLE.org/style.css", "site/style.css"),
        ("https://example.org/css/", (), "https://other.example/style.css", None),
        ("", ("https://example.org/news/a/",), "https://example.org/style.css", "site/style.css"),
        ("", ("https://example.org/news/a/",), "own.css", "site/news/a/own.css"),
        ("http://[", (), "own.css", None),
    ],
)
def test_a_page_says_where_its_addresses_start(
    tree: Path, base: str, own: tuple[str, ...], address: str, found: str | None
) -> None:
    nearby = Nearby(tree / PAGE, (tree / "site",))
    nearby.stand(base, own)
    assert nearby.open(address) == (None if found is None else found.encode())


@pytest.mark.parametrize(
    ("roots", "address", "found"),
    [
        ((".",), "/css/site.css", "site/css/site.css"),
        ((".",), "/css/above.css", "css/above.css"),
        ((".",), "../../../secret.css", "secret.css"),
        ((".", "site"), "/css/site.css", "site/css/site.css"),
        ((), "/own.css", "site/news/a/own.css"),
        ((), "own.css", "site/news/a/own.css"),
        ((), "../../style.css", None),
        (("css",), "own.css", "site/news/a/own.css"),
        (("css",), "../../../css/above.css", None),
    ],
)
def test_only_folders_count_that_the_publication_lies_in(
    tree: Path, roots: tuple[str, ...], address: str, found: str | None
) -> None:
    opened = Nearby(tree / PAGE, [tree / root for root in roots]).open(address)
    assert opened == (None if found is None else found.encode())


def test_no_link_leads_out_and_nothing_but_files_is_opened(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tree / "site/news/a"
    (folder / "out.css").symlink_to(tree / "secret.css")
    (folder / "in.css").symlink_to(tree / "site/style.css")
    (folder / "circle.css").symlink_to(folder / "circle.css")
    (folder / "folder.css").mkdir()
    os.mkfifo(folder / "pipe.css")
    (folder / "large.css").write_bytes(b"x" * 101)
    monkeypatch.setattr(nearby_module, "MAX_BYTES", 100)
    nearby = Nearby(tree / PAGE, (tree / "site",))
    asked = ["out.css", "in.css", "circle.css", "folder.css", "pipe.css", "large.css"]
    assert [nearby.open(address) for address in asked] == [None, b"site/style.css", None, None, None, None]


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("data:,a%20b", b"a b"),
        ("data:text/css;base64,cHs9", b"p{="),
        ("DATA:image/png;base64," + quote(base64.b64encode(bytes(range(256))).decode()), bytes(range(256))),
        ("data:image/gif;base64,R0 lG\nOA", b"GIF8"),
        ("data:image/gif;base64,%%%", None),
        ("data:nothing", None),
    ],
)
def test_a_file_written_into_the_page_is_decoded(tree: Path, address: str, data: bytes | None) -> None:
    nearby = Nearby(tree / PAGE)
    assert nearby.open(address) == data
    assert nearby.asked == {}


def test_it_is_remembered_what_was_found_and_what_was_not(tree: Path) -> None:
    nearby = Nearby(tree / PAGE, (tree / "site",))
    nearby.stand("https://example.org/")
    for address in ("style.css?v=3", "gone.css", "https://other.example/x.css", "data:,x"):
        nearby.open(address)
    assert nearby.asked == {"/style.css": hashlib.sha256(b"site/style.css").hexdigest(), "/gone.css": ""}
    again = Nearby(tree / PAGE, (tree / "site",))
    assert again.holds(nearby.asked)
    (tree / "site/gone.css").touch()
    assert not again.holds(nearby.asked)
    (tree / "site/gone.css").unlink()
    (tree / "site/style.css").write_text("changed", encoding="utf-8")
    assert not again.holds(nearby.asked)


def test_a_publication_gives_the_files_of_its_pictures(tree: Path) -> None:
    (tree / PAGE).write_text("<base href='..'><p>text", "utf-8")
    assert read(tree / PAGE).nearby("own.css") is None
    (tree / PAGE).write_text("<p>text <img src='own.css'>", "utf-8")
    page = read(tree / PAGE)
    assert page.nearby(page.images[0].names[0]) == b"site/news/a/own.css"
    assert page.without_places().nearby("own.css") is None
    assert read(b"<p>text <img src=own.css>", name=str(tree / PAGE)).nearby("own.css") is None


def test_a_word_document_gives_its_pictures(tmp_path: Path) -> None:
    document = tmp_path / "a.docx"
    document.write_bytes(
        Docx(paragraph("text"), {"word/media/image1.png": b"PNG", "[Content_Types].xml": b"<Types/>"}).bytes()
    )
    nearby = read(document).nearby
    assert [nearby(name) for name in ("word/media/image1.png", "https://example.org/a.png")] == [b"PNG", None]


def test_a_remembered_verdict_holds_as_long_as_the_files_beside_the_page(tree: Path) -> None:
    page, sheet = tree / PAGE, tree / "site/style.css"
    run = Run(root=tree / "site", cache=Cache(tree / "store"))
    report = check(page).publications[0]
    told = {"/style.css": hashlib.sha256(sheet.read_bytes()).hexdigest(), "/gone.css": ""}
    key = run._key(page, page.read_bytes())
    run.cache.keep({key: report})  # type: ignore[union-attr]
    assert run._remembered(page) is not None
    run.cache.keep({key: replace(report, nearby=told)})  # type: ignore[union-attr]
    assert run._remembered(page) is not None
    sheet.write_text("p{}", encoding="utf-8")
    assert run._remembered(page) is None
