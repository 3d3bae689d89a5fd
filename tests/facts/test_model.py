"""The kinds of facts: one list, from which everything else follows; each is looked for when it is first read."""

import pickle
from typing import get_args

import pytest

from publicity_check.facts.model import KINDS, REPORTED, Fact, Facts, FundMention, Language
from publicity_check.publication import Span
from report_samples import facts

FUND = FundMention("ERDF", "ERAF", Span.within(0, 0, 4))


def test_every_list_of_facts_is_a_kind() -> None:
    assert [name for name, _ in facts().lists()] == list(KINDS)
    assert [name for name, _ in facts().lists(REPORTED)] == list(REPORTED)
    others = {"language", "block_languages", "sentence_ends", "budget", "undescribed", "signs"}
    assert Facts.__annotations__.keys() - KINDS.keys() == others
    assert set(KINDS.values()) == set(get_args(Fact))
    assert all("span" in kind.__struct_fields__ for kind in KINDS.values())


def test_facts_of_every_kind_can_be_left_out() -> None:
    assert all(found for _, found in facts().lists())
    assert facts().only(lambda fact: True) == facts()
    none = facts().only(lambda fact: False)
    assert not any(found for _, found in none.lists())
    assert none.language == facts().language


class Search:
    """Finds one fund, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def funds(self) -> tuple[FundMention, ...]:
        self.asked += 1
        return (FUND,)


def test_a_kind_is_looked_for_when_it_is_first_read_and_once() -> None:
    search = Search()
    found = Facts(Language("lv", "words"), funds=search.funds)
    other = found.only(lambda fact: True).having(amounts=())
    assert search.asked == 0
    assert other.funds == found.funds == found.funds == (FUND,)
    assert (found.amounts, found.block_languages) == ((), {})
    assert search.asked == 1


def test_facts_are_equal_if_the_same_was_found_whenever_it_was() -> None:
    language = Language("lv", "words")
    unread = Facts(lambda: language, funds=Search().funds)
    assert unread == Facts(language, funds=(FUND,))
    assert unread != Facts(language)
    assert unread != FUND
    assert repr(unread) == repr(Facts(language, funds=(FUND,)))


def test_facts_not_yet_read_go_to_another_process_as_they_are() -> None:
    unread = Facts(Language("lv", "words"), funds=lambda: (FUND,))
    assert pickle.loads(pickle.dumps(unread)) == Facts(  # noqa: S301
        Language("lv", "words"), funds=(FUND,)
    )


def test_facts_are_not_changed_and_have_no_other_kinds() -> None:
    with pytest.raises(AttributeError, match="having"):
        facts().funds = ()
    with pytest.raises(AttributeError, match="weather"):
        facts().weather  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(TypeError, match="weather"):
        facts().having(weather=())
