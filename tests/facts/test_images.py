import pytest
from identity_help import facts

from publicity_check.facts.images.names import name_tokens
from publicity_check.publication import Block, Image, Region

LONG = "vārds " * 150


def images(*pictures, text=LONG, language=None, region=Region.MAIN):
    return facts(Block(0, text, region=region), images=pictures, language=language).images


def named(name, **more):
    return Image((name,), "", (), 0, **more)


def described(alt, **more):
    return Image(("img/x1.png",), alt, (), 0, **more)


@pytest.mark.parametrize(
    ("name", "role", "wording"),
    [
        ("img/EN_Co-fundedbytheEU_RGB_POS.png", "funding-logo", "cofunded"),
        ("LV_Lidzfinanse_Eiropas_Savieniba_RGB.png", "funding-logo", "cofunded"),
        ("IT%20Finanziato%20dall'Unione%20europea_RGB.png", "funding-logo", "funded"),
        ("coFundedByTheEU.jpg", "funding-logo", "cofunded"),
        ("/a/espabanner.jpg?v=2", "funding-logo", ""),
        ("flag_yellow_low.jpg", "emblem", ""),
        ("eu-flag.svg", "emblem", ""),
        ("images/eu2.png", "emblem", ""),
        ("eu.jpg", "emblem", ""),
        ("EU_logo.png", "emblem", ""),
        ("interreg.png", "programme-logo", ""),
        ("logo_Erasmus.png", "programme-logo", ""),
        ("h2020_sv-small.png", "programme-logo", ""),
        ("pnrr.png", "programme-logo", ""),
        ("palyazatok/efop1103.png", "programme-logo", ""),
        ("logo-ce.png", "other-eu-logo", ""),
    ],
)
def test_file_names_give_logos_away(name, role, wording):
    (found,) = images(named(name))
    assert (found.role, found.wording, found.because) == (role, wording, name)


@pytest.mark.parametrize(
    "name",
    [
        "logo.png",
        "site-logo-eu.png",
        "gerbonis.png",
        "gb.png",
        "/flags/eu.png",
        "euro.png",
        "museum.jpg",
        "lv_flag.png",
    ],
)
def test_other_files_are_no_logos_of_the_union(name):
    assert images(named(name)) == ()


@pytest.mark.parametrize(
    ("alt", "role"),
    [
        ("EU Flag", "emblem"),
        ("European Union Flag", "emblem"),
        ("Eiropas Savienības karogs", "emblem"),
        ("Europos Sąjungos vėliava", "emblem"),
        ("União Europeia", "emblem"),
        ("logo UE", "emblem"),
        ("ES karogs", "emblem"),
        ("Līdzfinansē Eiropas Savienība", "funding-logo"),
        ("Funded by the European Union", "funding-logo"),
        ("Interreg Latvija-Lietuva", "programme-logo"),
        ("European Commission logo", "other-eu-logo"),
    ],
)
def test_descriptions_give_logos_away(alt, role):
    (found,) = images(described(alt))
    assert (found.role, found.because) == (role, alt)


@pytest.mark.parametrize(
    "alt", ["Latvijas karogs", "Flag of Latvia", "Delegation of the European Union visits the school", "Logo", ""]
)
def test_other_descriptions_are_no_logos(alt):
    assert images(described(alt)) == ()


def test_es_means_the_union_only_where_the_language_says_so():
    assert images(described("ES logo"), language="es") == ()
    assert [i.role for i in images(described("ES logo"), language="lv")] == ["emblem"]


def test_labels_and_svg_titles_count_like_descriptions():
    (found,) = images(Image((), "", ("European Union Flag",), 0))
    assert (found.role, found.because) == ("emblem", "European Union Flag")


def test_a_small_flag_in_the_menu_chooses_a_language():
    flag = named("eu.png", width=16, link="/en/")
    assert images(flag, region=Region.NAVIGATION) == ()
    assert [i.role for i in images(named("eu.png", width=120))] == ["emblem"]


def test_a_large_picture_on_a_page_of_few_words_may_carry_the_text():
    large, icon = named("plakats.jpg", width=900, height=600), named("icon-mail.png")
    small = named("maza.jpg", width=40, height=40)
    assert [(i.image, i.role) for i in images(large, icon, small, text="Projekts sākas.")] == [(0, "may-carry-text")]
    assert images(large, text=LONG) == ()


def test_a_picture_that_nobody_sees_carries_no_text():
    assert images(named("plakats.jpg", visible=False), text="Projekts sākas.") == ()


def test_names_are_split_at_signs_and_capitals():
    assert name_tokens("/img/coFundedByTheEU_RGB.png?x=1") == ("co", "funded", "by", "the", "eu", "rgb")


@pytest.mark.parametrize(
    ("alt", "role"),
    [
        ("Unión Europea. Fondo Europeo de Desarrollo Regional. Una manera de hacer Europa", "emblem"),
        ("Evropska unija, Evropski sklad za regionalni razvoj", "emblem"),
        ("Europese vlag", "emblem"),
        ("European flag", "emblem"),
    ],
)
def test_the_union_beside_a_fund_or_a_european_flag_is_the_emblem(alt, role):
    assert [i.role for i in images(described(alt))] == [role]


@pytest.mark.parametrize("link", ["/", "./", "../index.html", "#", "/lv/"])
def test_the_logo_that_leads_to_the_start_of_its_own_site_carries_no_funding_text(link):
    assert images(named("/img/logo.png", link=link), text="Vārds") == ()
    assert images(named("/img/logo.png", link="https://example.org/"), text="Vārds") != ()
