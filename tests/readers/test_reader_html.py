"""What stands in a page is labelled with where it stands and what it is."""

import hashlib

import pytest
from unread_help import told

from publicity_check.publication import Block, Cell, Image, Publication, Region
from publicity_check.readers import read_bytes


def read(source: str, name: str = "page.html") -> Publication:
    return read_bytes(source.encode(), name)


def texts(source: str) -> list[str]:
    return [block.text for block in read(source).blocks]


def block_of(source: str, words: str) -> Block:
    (block,) = [block for block in read(source).blocks if words in block.text]
    return block


def image_of(source: str) -> Image:
    (image,) = read(source).images
    return image


@pytest.mark.parametrize(
    ("source", "region"),
    [
        ("<header>LLI</header>", Region.HEADER),
        ("<footer><div><p>LLI</div></footer>", Region.FOOTER),
        ("<nav><ul><li>LLI</ul></nav>", Region.NAVIGATION),
        ("<aside>LLI</aside>", Region.ASIDE),
        ("<div role=contentinfo>LLI</div>", Region.FOOTER),
        ("<div role='navigation'>LLI</div>", Region.NAVIGATION),
        ("<div class='wrap site-footer'><p>LLI</p></div>", Region.FOOTER),
        ("<div id=footer>LLI</div>", Region.FOOTER),
        ("<div id=pageFooter>LLI</div>", Region.FOOTER),
        ("<app-footer>LLI</app-footer>", Region.FOOTER),
        ("<div class=footer-widgets>LLI</div>", Region.FOOTER),
        ("<div class='left-sidebar'>LLI</div>", Region.ASIDE),
        ("<section class=footnotes>LLI</section>", Region.FOOTNOTE),
        ("<table><tr><td>a<td>LLI<tr><td>b<td>c</table>", Region.TABLE),
        ("<footer><table><tr><td>a<td>LLI<tr><td>b<td>c</table></footer>", Region.FOOTER),
        ("<footer><nav>LLI</nav></footer>", Region.NAVIGATION),
        ("<main><p>LLI</main>", Region.MAIN),
        ("<article><header>LLI</header></article>", Region.MAIN),
        ("<body class='has-footer sidebar'>LLI", Region.MAIN),
        ("<div class=has-sidebar>LLI</div>", Region.MAIN),
        ("<div class=entry-header>LLI</div>", Region.MAIN),
        ("<p aria-hidden=true>LLI</p>", Region.MAIN),
        ("<details><summary>More</summary>LLI</details>", Region.HIDDEN),
        ("<details><summary>LLI</summary>More</details>", Region.MAIN),
        ("<details open><summary>More</summary>LLI</details>", Region.MAIN),
        ("<body style='visibility:hidden'><p>LLI", Region.HIDDEN),
        ("<body style='visibility:hidden'><script>show()</script><p>LLI", Region.MAIN),
        ("<table><tr><td>LLI</table>", Region.MAIN),
        ("<defs>LLI</defs>", Region.HIDDEN),
        ("<dialog open>LLI</dialog>", Region.MAIN),
        ("<dialog>LLI</dialog>", Region.HIDDEN),
        ("<p hidden>LLI</p>", Region.HIDDEN),
        ("<div style='color:red; DISPLAY : none'><p>LLI</div>", Region.HIDDEN),
        ("<div style='visibility:hidden'>LLI</div>", Region.HIDDEN),
        ("<div style='font-size:0px'>LLI</div>", Region.HIDDEN),
        ("<div style='height:0;overflow:hidden'>LLI</div>", Region.HIDDEN),
        ("<div style='font-size:0'><p style='font-size:14px'>LLI</div>", Region.MAIN),
        ("<div style='display:none'><p style='font-size:14px'>LLI</div>", Region.HIDDEN),
        ("<p style='position:absolute;left:-9999px'>LLI", Region.HIDDEN),
        ("<p style='left:-20px'>LLI", Region.MAIN),
        ("<h1 style='text-indent:-9999px'>LLI</h1>", Region.HIDDEN),
        ("<span class=visually-hidden>LLI</span>", Region.HIDDEN),
        ("<div class='d-none'>LLI</div>", Region.HIDDEN),
        ("<div class='d-none d-md-block'>LLI</div>", Region.MAIN),
        ("<footer hidden>LLI</footer>", Region.HIDDEN),
        ("<div hidden><footer>LLI</footer></div>", Region.HIDDEN),
        ("<noscript><p>LLI</noscript>", Region.NOSCRIPT),
        ("<head><noscript>LLI</noscript></head>", Region.NOSCRIPT),
        ("<title>LLI</title>", Region.METADATA),
        ("<meta name=keywords content=LLI>", Region.METADATA),
        ("<meta property=og:title content=LLI>", Region.METADATA),
        ("<img src=a.png alt=LLI>", Region.ALT_TEXT),
        ("<a href=/ title=LLI>x</a>", Region.ALT_TEXT),
        ("<nav aria-label=LLI>x</nav>", Region.ALT_TEXT),
        ("<svg><title>LLI</title></svg>", Region.ALT_TEXT),
        ("<svg><text>LLI</text></svg>", Region.MAIN),
        ("<div hidden><img src=a.png alt=LLI></div>", Region.HIDDEN),
        ("<video>LLI</video>", Region.HIDDEN),
        ("<input type=submit value=LLI>", Region.MAIN),
        ("<frameset><noframes><p>LLI</p></noframes></frameset>", Region.NOSCRIPT),
    ],
)
def test_text_is_labelled_with_the_region_it_stands_in(source: str, region: Region):
    assert block_of(source, "LLI").region is region


@pytest.mark.parametrize(
    ("rules", "region"),
    [
        (".x{color:red;display:none}", Region.HIDDEN),
        ("div.x , #y { visibility: hidden }", Region.HIDDEN),
        ("#y{display:none}", Region.HIDDEN),
        ("/* .x{display:none} */", Region.MAIN),
        ("@media print{.x{display:none}}", Region.MAIN),
        ("@media (max-width:600px){ .a{top:0} .x{display:none} }", Region.MAIN),
        (".x{display:none}.x.on{display:block}", Region.MAIN),
        (".x{display:none}.x.off{display:block}", Region.HIDDEN),
        (".x{display:none} @media (min-width:600px){.x{display:flex}}", Region.MAIN),
        (".x .z{display:none}", Region.MAIN),
        (".x:hover{display:none}", Region.MAIN),
    ],
)
def test_simple_rules_of_style_elements_hide(rules: str, region: Region):
    source = f"<style>{rules}</style><div class='x on' id=y>LLI</div>"
    assert block_of(source, "LLI").region is region


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Lat<b>vi</b>a</p>", ["Latvia"]),
        ("<p>Lat<!-- x -->via<wbr>n", ["Latvian"]),
        ("<p>LLI-263<sup>1</sup> is", ["LLI-263 1 is"]),
        ("<p>CO<sub>2</sub>", ["CO2"]),
        ("<p>one<br>two", ["one\ntwo"]),
        ("<p>one <br/> \n two", ["one\ntwo"]),
        ("<p>one<br><br>two", ["one", "two"]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
        ("<p>one <span style='display:none'>two</span> three", ["one three", "two"]),
        ("<p>one <span style='display:block'>two</span> three", ["one", "two", "three"]),
        ("<p>a  b\n\tc", ["a b c"]),
        ("<p>176&nbsp;680,75\u202fEUR &nbsp; ", ["176\u00a0680,75\u202fEUR"]),
        ("<p>Le\u0304ti", ["Lēti"]),
        ("<p>i<b>\u0304</b> a", ["ī a"]),
        ("<pre>one  two\n  three</pre>", ["one two\nthree"]),
        ("<p>logo<img src=a alt=''>text", ["logo text"]),
        ("<p><a href=/a>Latvija</a><a href=/b>Lietuva</a>", ["Latvija Lietuva"]),
        ("<script>var a='x'</script><template><p>y</template><style>p{}</style><p>z", ["z"]),
        ("<select><option>lv<option>lt</select>", ["lv", "lt"]),
        ("<p>a</p><iframe src=x>inside</iframe>", ["a"]),
        ("a &lt; b &amp; c", ["a < b & c"]),
        ("<table>loose<tr><td>cell</table>", ["loose", "cell"]),
    ],
)
def test_what_breaks_words_and_blocks_and_what_does_not(source: str, expected: list[str]):
    assert texts(source) == expected


def test_kinds_levels_and_headings():
    source = (
        "<h1>Top</h1><ul><li>one<ul><li>two</ul></ul><figure><figcaption>cap</figcaption></figure><h2>Next</h2><p>par"
    )
    found = [(b.text, b.kind, b.list_level, b.heading) for b in read(source).blocks]
    assert found == [
        ("Top", "heading", 0, None),
        ("one", "list-item", 1, 0),
        ("two", "list-item", 2, 0),
        ("cap", "caption", 0, 0),
        ("Next", "heading", 0, 0),
        ("par", "paragraph", 0, 4),
    ]


def test_cells_know_their_row_and_column_through_spans():
    source = """<table><caption>Budget</caption><thead><tr><td>Partner<th>Total</thead>
    <tr><td rowspan=2>Ludza<td>1<td>2<tr><td colspan=2>3<tr><td>4<td>5</table>"""
    blocks = read(source).blocks
    assert [(b.text, b.kind) for b in blocks][:2] == [("Budget", "caption"), ("Partner", "cell")]
    assert {b.text: b.cell for b in blocks[1:]} == {
        "Partner": Cell(0, 0, 0, True),
        "Total": Cell(0, 0, 1, True),
        "Ludza": Cell(0, 1, 0),
        "1": Cell(0, 1, 1),
        "2": Cell(0, 1, 2),
        "3": Cell(0, 2, 1),
        "4": Cell(0, 3, 0),
        "5": Cell(0, 3, 1),
    }


@pytest.mark.parametrize(
    "source",
    [
        "<table role=presentation><tr><td>LLI<td>x</table>",
        "<table><tr><td>LLI<td><table role=presentation><tr><td>x</table></table>",
        "<table><tr><td><h1>x</h1>LLI</table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_no_table(source: str):
    block = block_of(source, "LLI")
    assert (block.cell, block.region, block.kind) == (None, Region.MAIN, "paragraph")


def test_a_table_inside_a_layout_table_keeps_its_cells():
    source = "<table><tr><td>menu<td><table><tr><th>Total<td>100</table></table>"
    assert block_of(source, "100").cell == Cell(1, 0, 1)
    assert block_of(source, "menu").cell is None


@pytest.mark.parametrize(
    ("source", "declared"),
    [
        ("<html lang=lv><p>x", "lv"),
        ("<html xml:lang='pt_BR'><p>x", "pt-br"),
        ("<html><body lang=LT><p>x", "lt"),
        ("<meta http-equiv=Content-Language content='et, en'><p>x", "et"),
        ("<html lang=zxx><p>x", None),
        ("<p>x", None),
    ],
)
def test_the_declared_language_of_the_page(source: str, declared: str | None):
    assert read(source).language == declared


def test_blocks_inherit_the_declared_language_and_foreign_words_do_not_change_it():
    source = """<html lang=lv><p>viens<div lang=en><p>one</p></div><p><i lang=en>Open Up</i> ir projekts
    <p><span lang=de>alles</span>"""
    assert [(b.text, b.language) for b in read(source).blocks] == [
        ("viens", "lv"),
        ("one", "en"),
        ("Open Up ir projekts", "lv"),
        ("alles", "de"),
    ]


def test_quotations_are_marked_as_such_only_when_all_of_the_block_is_one():
    source = "<blockquote><p>whole</blockquote><p>He said <q>part</q><p><q>all of it</q>"
    assert [b.quoted for b in read(source).blocks] == [True, False, True]


def test_json_ld_and_open_graph_are_metadata():
    source = """<meta property="og:description" content="Funded by the Union">
    <script type="application/ld+json">{"@type": "NewsArticle", "url": "https://a.eu/x",
     "headline": "Funded by  Interreg", "author": [{"name": "City of J\\u0113kabpils"}], "again": "Funded by  Interreg"}
    </script><script type="application/ld+json">{broken</script>"""
    found = [(b.text, b.region) for b in read(source).blocks]
    assert found == [
        ("Funded by the Union", Region.METADATA),
        ("Funded by Interreg", Region.METADATA),
        ("City of Jēkabpils", Region.METADATA),
    ]


def test_comments_are_kept_with_the_block_they_stand_before():
    source = "<p>one</p><!-- EU logo goes here --><p>two</p><!-- end -->"
    assert read(source).comments == ((1, "EU logo goes here"), (1, "end"))


def test_links_give_target_text_and_place():
    source = """<p>See <a href=" http://www.latlit.eu/ ">www.<b>latlit</b>.eu</a>, <a href="#top">top</a>
    <a href="mailto:a@b.eu">mail</a> <a href="javascript:x()">js</a><a name=x>anchor</a><a href="">none</a>"""
    publication = read(source)
    (link,) = publication.links
    assert (link.target, link.text, link.visible) == ("http://www.latlit.eu/", "www.latlit.eu", True)
    assert link.span is not None
    assert publication.quote(link.span) == "www.latlit.eu"


def test_a_link_around_blocks_has_the_text_of_all():
    publication = read("<a href=/x><h3>Title of it</h3><p>More text</p></a>")
    (link,) = publication.links
    assert link.text == "Title of it More text"
    assert link.span is not None
    assert publication.quote(link.span) == "Title of it\nMore text"


@pytest.mark.parametrize(
    ("source", "visible"),
    [
        ("<a href=https://europa.eu><img src=eu.png alt=''></a>", True),
        ("<a href=https://europa.eu><i class=icon></i></a>", True),
        ("<p>x<a href=https://europa.eu></a>", False),
        ("<p style='font-size:0'><a href=https://europa.eu>EU</a>", False),
        ("<p hidden><a href=https://europa.eu>EU</a></p>", False),
        ("<noscript><a href=https://europa.eu>EU</a></noscript>", False),
        ("<svg><a xlink:href=https://europa.eu><text>EU</text></a></svg>", True),
        ("<map><area href=https://europa.eu alt=EU></map>", True),
    ],
)
def test_whether_a_reader_can_see_a_link(source: str, visible: bool):
    (link,) = read(source).links
    assert link.target == "https://europa.eu"
    assert link.visible is visible


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("about", "https://example.eu/lv/about"),
        ("/x", "https://example.eu/x"),
        ("http://latlit.eu", "http://latlit.eu"),
    ],
)
def test_relative_targets_start_from_the_base_a_page_gives(target: str, expected: str):
    (link,) = read(f"<base href='https://example.eu/lv/'><a href='{target}'>x</a>").links
    assert link.target == expected


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("<img src='/img/eu.png'>", ("/img/eu.png",)),
        ("<img src='data:image/gif;base64,R0' data-src=eu.png>", ("eu.png",)),
        ("<img src=a.png srcset='a.png 1x, a@2x.png 2x'>", ("a.png", "a@2x.png")),
        ("<img data-lazy-src=eu.svg data-srcset='eu2.svg 2x'>", ("eu.svg", "eu2.svg")),
        ("<picture><source srcset=eu.webp><img src=eu.png></picture>", ("eu.webp", "eu.png")),
        ("<div style=\"background-image: url('eu flag.png')\"></div>", ("eu flag.png",)),
        ("<style>.eu{background:#fff url(flag.svg) no-repeat}</style>", ("flag.svg",)),
        ("<input type=image src=eu.png>", ("eu.png",)),
        ("<svg><use xlink:href='#eu-emblem'/></svg>", ("#eu-emblem",)),
        ("<video poster=eu.jpg></video>", ("eu.jpg",)),
        ("<img data-x=1 src='data:x,'><noscript><img src=eu.png alt=EU></noscript>", ("eu.png",)),
    ],
)
def test_the_file_names_of_pictures_are_found(source: str, names: tuple[str, ...]):
    image = image_of(source)
    assert image.names == names
    assert image.visible


def test_letters_of_no_height_hide_no_picture():
    publication = read("<div style='font-size:0'>x<a href=/y><img src=eu.png alt=EU></a></div>")
    assert publication.images[0].visible
    assert publication.links[0].visible
    assert [b.region for b in publication.blocks] == [Region.HIDDEN, Region.ALT_TEXT]


def test_a_picture_behind_letters_out_of_sight_is_seen():
    assert image_of("<h1 style='background:url(eu.png);text-indent:-9999px'>EU</h1>").visible


def test_what_describes_a_picture_goes_with_it():
    publication = read("""<p>Partners</p><figure><a href=https://europa.eu><img src=eu.png alt="EU  emblem" title="Flag"
      aria-label="Flag" width=120 style="height:80px"></a><figcaption>Co-funded</figcaption></figure>""")
    (image,) = publication.images
    assert (image.alt, image.labels) == ("EU emblem", ("Flag", "Co-funded"))
    assert (image.width, image.height, image.link) == (120.0, 80.0, "https://europa.eu")
    assert [b.text for b in publication.blocks] == ["Partners", "EU emblem", "Flag", "Co-funded"]
    assert publication.blocks[image.block].text == "EU emblem"


def test_drawings_are_pictures_with_their_titles():
    image = image_of("<svg width=60 height=40><title>EU emblem</title><desc>12 stars</desc><path/></svg>")
    assert (image.names, image.labels, image.width, image.height) == ((), ("EU emblem", "12 stars"), 60.0, 40.0)


def test_an_element_that_plays_a_picture_is_one():
    image = image_of("<div role=img aria-label='EU emblem' style='width:60px'></div>")
    assert (image.names, image.labels, image.width) == ((), ("EU emblem",), 60.0)


@pytest.mark.parametrize(
    "source",
    [
        "<div hidden><img src=a.png></div>",
        "<img src=a.png style='display:none'>",
        "<img src=a.png width=0 height=0>",
        "<noscript><img src=a.png></noscript>",
        "<meta property=og:image content=a.png>",
    ],
)
def test_pictures_that_a_reader_does_not_see_are_marked(source: str):
    assert not image_of(source).visible


def test_a_page_of_pictures_alone_has_a_block_they_can_point_to():
    publication = read("<img src=a.png><a href=/x><img src=b.png></a>")
    assert len(publication.blocks) == 1
    assert publication.blocks[0].region is Region.METADATA
    assert [image.block for image in publication.images] == [0, 0]
    assert publication.links[0].block == 0


@pytest.mark.parametrize(
    ("source", "unread"),
    [
        ("<iframe src='https://a.eu/form'></iframe>", ("an embedded page: https://a.eu/form",)),
        ("<object data='Plan.PDF?x=1'></object>", ("an embedded PDF file: Plan.PDF?x=1",)),
        ("<embed src=a.swf>", ("an embedded object: a.swf",)),
        ("<frameset><frame src=main.html></frameset>", ("a page shown in a frame: main.html",)),
        ("<iframe srcdoc='<p>x'></iframe>", ("an embedded page: without an address",)),
        ("<iframe src='https://www.googletagmanager.com/ns.html'></iframe>", ()),
        ("<noscript><iframe src='https://a.eu'></iframe></noscript>", ()),
        ("<iframe src='https://a.eu' style='display:none'></iframe>", ()),
        ("<iframe src='about:blank'></iframe>", ()),
    ],
)
def test_what_is_embedded_from_elsewhere_is_said_to_be_unread(source: str, unread: tuple[str, ...]):
    assert told(read(source).unread) == unread


@pytest.mark.parametrize(
    ("source", "drawn"),
    [
        ("<div id=root></div><script src=app.js></script>", True),
        ("<app-root></app-root><script src=app.js></script>", True),
        ("<title>A title that is rather long</title><div id=app>Loading…</div><script src=a.js></script>", True),
        ("<noscript>Please enable JavaScript</noscript><script src=a.js></script>", True),
        ("<div id=root></div>", False),
        ("<p>Short text</p><script>count()</script>", False),
        ("<div id=root>" + "many words " * 20 + "</div><script src=app.js></script>", False),
    ],
)
def test_a_page_that_a_script_draws_is_known_as_such(source: str, drawn: bool):
    assert read(source).drawn_by_script is drawn


def test_an_xhtml_file_may_close_elements_by_a_slash():
    source = (
        '<?xml version="1.0"?><html><head><script src="a.js"/><title>T</title></head><body><p>text</p></body></html>'
    )
    assert [b.text for b in read(source, "page.xhtml").blocks] == ["T", "text"]
    assert read(source, "page.xhtml").locate(1, 0).column == source.index("text") + 1


def test_the_digest_is_that_of_the_bytes():
    assert read("<p>x").sha256 == hashlib.sha256(b"<p>x").hexdigest()


def test_a_block_stands_under_headings_of_ever_higher_rank():
    page = b"<h1>Paths</h1><h2>News</h2><h3>Bridge</h3><p>one</p><h3>Mill</h3><p>two</p><h2>Partners</h2><p>three</p>"
    publication = read_bytes(page, "page.html")
    over = {b.text: [h.text for h in publication.headings_over(b)] for b in publication.blocks if not b.rank}
    assert over == {
        "one": ["Bridge", "News", "Paths"],
        "two": ["Mill", "News", "Paths"],
        "three": ["Partners", "Paths"],
    }
