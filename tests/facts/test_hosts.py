import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.values.hosts import host_of, host_within, one_slip, resembles


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://latlit.eu", "latlit.eu"),
        ("HTTPS://WWW.LATLIT.EU/lv/", "www.latlit.eu"),
        ("//europa.eu/path", "europa.eu"),
        ("www.latlit.eu/lv", "www.latlit.eu"),
        ("http://user:secret@latlit.eu:8080/x?y#z", "latlit.eu"),
        ("https://latlit.eu./", "latlit.eu"),
        ("https://xn--eurpa-lye.eu/", "eurоpa.eu"),
        ("mailto:info@latlit.eu", ""),
        ("tel:+37167219601", ""),
        ("#top", ""),
        ("/lv/projekts", ""),
        ("javascript:void(0)", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_is_read_in_small_letters(address, host):
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("host", "domain", "within"),
    [
        ("europa.eu", "europa.eu", True),
        ("ec.europa.eu", "europa.eu", True),
        ("EUROPARL.EUROPA.EU", "europa.eu", True),
        ("noteuropa.eu", "europa.eu", False),
        ("europa.eu.example.com", "europa.eu", False),
        ("europa.eu", "ec.europa.eu", False),
        ("", "europa.eu", False),
        ("europa.eu", "", False),
    ],
)
def test_hosts_are_compared_label_by_label(host, domain, within):
    assert host_within(host, domain) is within


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("europa.eu.example.com", "europa.eu"),
        ("www.europa.eu.example.com", "europa.eu"),
        ("evropa.eu", "europa.eu"),
        ("eurоpa.eu", "europa.eu"),
        ("xn--eurpa-lye.eu", "europa.eu"),
        ("ec.eurpoa.eu", "europa.eu"),
        ("www.latlit.lv", "latlit.eu"),
        ("lat-lit.eu", "latlit.eu"),
        ("latlit.eu.evil.com", "latlit.eu"),
        ("latlit.com", "latlit.eu"),
        ("latit.eu", "latlit.eu"),
        ("1atlit.eu", "latlit.eu"),
        ("interregcentral.eu", "interreg-central.eu"),
    ],
)
def test_a_host_that_may_be_taken_for_another_resembles_it(host, domain):
    assert resembles(host, domain)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("europa.eu", "europa.eu"),
        ("europarl.europa.eu", "europa.eu"),
        ("ec.europa.eu", "europa.eu"),
        ("eurostat.eu", "europa.eu"),
        ("europass.lv", "europa.eu"),
        ("europa.lv", "europa.eu"),
        ("europarl.eu", "europa.eu"),
        ("neweuropa.eu", "europa.eu"),
        ("example.com", "europa.eu"),
        ("2014-2020.latlit.eu", "latlit.eu"),
        ("www.lu.lv", "latlit.eu"),
        ("interreg5a.eu", "interreg6a.eu"),
        ("sk-cz.eu", "sk-at.eu"),
        ("", "europa.eu"),
    ],
)
def test_an_honest_host_resembles_no_other(host, domain):
    assert not resembles(host, domain)


@given(st.text("abcdefghij", min_size=6, max_size=12), st.data())
def test_one_letter_lost_added_or_swapped_is_one_slip(name, data):
    at = data.draw(st.integers(0, len(name) - 2))
    lost = name[:at] + name[at + 1 :]
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert one_slip(lost, name)
    assert one_slip(name, lost)
    assert one_slip(swapped, name) is (swapped != name)


@given(st.text(max_size=40))
def test_any_address_has_a_host_or_none_and_never_an_error(address):
    assert isinstance(host_of(address), str)
    assert not resembles(host_of(address), host_of(address))
