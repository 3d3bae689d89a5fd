"""The kinds of facts: one list, from which everything else follows."""

from typing import get_args

from msgspec.structs import fields

from publicity_check.facts.model import KINDS, Fact, Facts
from report_samples import facts


def test_every_list_of_facts_is_a_kind() -> None:
    assert [name for name, _ in facts().lists()] == list(KINDS)
    assert {f.name for f in fields(Facts)} - set(KINDS) == {"language", "whole"}
    assert set(KINDS.values()) == set(get_args(Fact))
    assert all("span" in kind.__struct_fields__ for kind in KINDS.values())


def test_facts_of_every_kind_can_be_left_out() -> None:
    assert all(found for _, found in facts().lists())
    assert facts().only(lambda fact: True) == facts()
    none = facts().only(lambda fact: False)
    assert not any(found for _, found in none.lists())
    assert none.language == facts().language
