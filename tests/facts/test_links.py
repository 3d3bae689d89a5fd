import pytest
from identity_help import facts, publication

from publicity_check import find_facts
from publicity_check.publication import Block, Link, Region, Span


def links(*texts, **more):
    return facts(*texts, **more).links


@pytest.mark.parametrize(
    ("text", "host", "written"),
    [
        ("Vairāk: www.latlit.eu.", "www.latlit.eu", "www.latlit.eu"),
        ("See https://europa.eu/!abc, please", "europa.eu", "https://europa.eu/!abc"),
        ("mājaslapā latlit.eu, un citur", "latlit.eu", "latlit.eu"),
        ("(http://www.latlit.eu/lv)", "www.latlit.eu", "http://www.latlit.eu/lv"),
        ("vietnē WWW.LATLIT.EU!", "www.latlit.eu", "WWW.LATLIT.EU"),
        ("www. latlit.eu", "www.latlit.eu", "www. latlit.eu"),
        ("„www.europa.eu“", "www.europa.eu", "www.europa.eu"),
        ("europa.eu.example.com", "europa.eu.example.com", "europa.eu.example.com"),
        ("https://ec.europa.eu/regional_policy/index.cfm/lv/?x=1.2", "ec.europa.eu", None),
    ],
)
def test_an_address_in_the_text_is_a_link_that_cannot_be_clicked(text, host, written):
    (link,) = links(text)
    assert (link.host, link.clickable, link.visible) == (host, False, True)
    assert publication(text).quote(link.span) == (written or text)


@pytest.mark.parametrize(
    "text",
    [
        "Rakstiet uz projekts@latlit.eu vai info@x.lv.",
        "beidzās.Latvijā un t.sk. PVN",
        "fails projekts.docx, attēls.png",
        "u.c. jautājumi, plkst. 10.00, 1.2.lv",
        "No.754489",
    ],
)
def test_what_is_no_address_is_no_link(text):
    assert links(text) == ()


def test_two_addresses_in_one_line_are_two_links():
    assert [x.host for x in links("www.latlit.eu un www.europa.eu")] == ["www.latlit.eu", "www.europa.eu"]


def test_a_hyperlink_shows_another_host_than_it_leads_to():
    link = Link("https://example.com/x", "www.latlit.eu", 0, Span.within(0, 7, 20))
    (found,) = links("Vairāk www.latlit.eu", links=(link,))
    assert (found.host, found.shown_host, found.clickable) == ("example.com", "www.latlit.eu", True)


def test_a_hyperlink_with_words_as_its_text_shows_no_host():
    link = Link("https://latlit.eu", "programmas mājaslapa", 0, Span.within(0, 0, 20))
    (found,) = links("programmas mājaslapa", links=(link,))
    assert (found.host, found.shown_host) == ("latlit.eu", None)


@pytest.mark.parametrize("target", ["#top", "/lv/zinas", "mailto:info@latlit.eu", "tel:+37167219601", "zinas.html"])
def test_links_within_the_site_and_to_mailboxes_are_left_out(target):
    assert links("Vairāk", links=(Link(target, "Vairāk", 0, Span.within(0, 0, 6)),)) == ()


def test_what_is_hidden_stays_invisible():
    hidden = Block(0, "www.latlit.eu", region=Region.HIDDEN)
    link = Link("https://europa.eu", "EU", 0, Span.within(0, 0, 2), visible=False)
    assert [x.visible for x in links(hidden)] == [False]
    assert [x.visible for x in links("EU", links=(link,))] == [False]


def test_a_linked_picture_is_a_visible_link():
    alt = Block(0, "ES karogs", region=Region.ALT_TEXT, kind="alt")
    (found,) = links(alt, links=(Link("https://europa.eu", "", 0),))
    assert (found.host, found.visible, found.clickable) == ("europa.eu", True, True)


def test_links_stand_in_the_order_of_the_publication():
    link = Link("https://europa.eu", "ES", 1, Span.within(1, 0, 2))
    assert [x.host for x in links("www.latlit.eu", "ES", "www.lu.lv", links=(link,))] == [
        "www.latlit.eu",
        "europa.eu",
        "www.lu.lv",
    ]


@pytest.mark.parametrize("text", ["&#8203;", "&nbsp;", "&shy;&#8203; ", "&#x2060;"])
def test_a_link_of_nothing_but_unseen_signs_is_seen_by_nobody(text: str) -> None:
    page = f'<p>Read more <a href="http://www.latlit.eu">{text}</a></p>'
    assert [link.visible for link in find_facts(page.encode(), name="page.html").links if link.host] in ([False], [])
    picture = f'<p><a href="http://www.latlit.eu">{text}<img src="a.png" alt="Logo"></a></p>'
    assert all(link.host == "www.latlit.eu" for link in find_facts(picture.encode(), name="page.html").links)
