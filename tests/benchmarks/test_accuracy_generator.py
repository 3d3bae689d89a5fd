from random import Random

import pytest
from benchmarks.accuracy import drafts, told, unfunded
from benchmarks.accuracy.cases import DEFECTS, TWINS, WRITERS, Case, digest, generate
from benchmarks.accuracy.texts import programmes, words


@pytest.fixture(scope="module")
def latvian() -> list[Case]:
    return list(generate(languages=("lv",)))


def test_the_sentences_are_there_in_all_24_languages() -> None:
    names = {frozenset(language.by_name) for language in words().values()}
    assert len(words()) == 24
    assert len(names) == 1


def test_there_are_at_least_forty_kinds_of_defect_over_all_ten_checks() -> None:
    assert len({kind.name for kind in DEFECTS}) >= 40
    assert {kind.check for kind in DEFECTS} == {
        "funding-statement",
        "disclaimer",
        "programme-name",
        "fund-name",
        "programme-link",
        "eu-link",
        "project-number",
        "budget",
        "emblem",
        "language",
    }


def test_kinds_have_names_of_their_own() -> None:
    names = [(kind.name, fmt) for kind in (*DEFECTS, *TWINS) for fmt in kind.formats]
    assert len(names) == len(set(names))


def test_the_same_seed_gives_the_same_publications(latvian: list[Case]) -> None:
    assert digest(list(generate(languages=("lv",)))) == digest(latvian)


def test_another_seed_gives_other_publications(latvian: list[Case]) -> None:
    assert digest(list(generate(1, languages=("lv",)))) != digest(latvian)


def test_every_planted_defect_changes_the_publication(latvian: list[Case]) -> None:
    defects = [case for case in latvian if case.kind in DEFECTS]
    assert [case.name for case in defects if WRITERS[case.draft.format](case.before) == case.content] == []


def test_every_publication_before_a_defect_is_one_in_order(latvian: list[Case]) -> None:
    assert {case.before.truth.statement for case in latvian if case.kind in (*DEFECTS, *TWINS)} == {"present"}
    assert not any(case.before.truth.conflict for case in latvian)


def test_names_of_files_are_all_different(latvian: list[Case]) -> None:
    names = [case.name for case in latvian]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", sorted(words()))
def test_a_publication_in_order_says_what_its_programme_prescribes(language: str) -> None:
    for name, programme in programmes().items():
        if language in programme.languages:
            page = WRITERS["html"](drafts.clean(name, language, "html", Random(3))).decode()
            own = programme.own.get(language, {})
            said = (
                own.get("statement")
                or words()[language]["funded" if programme.statement == "ngeu" else programme.statement]
            )
            assert said in page.replace("&#x27;", "'")


def test_publications_without_an_eu_project_are_of_many_kinds_in_several_languages() -> None:
    kinds = {kind.name for kind in unfunded.KINDS}
    assert len(kinds) >= 15
    assert all(set(texts) <= kinds for texts in unfunded.texts().values())
    assert sum(set(texts) == kinds for texts in unfunded.texts().values()) >= 8


def test_every_way_of_telling_is_there_in_every_language_of_its_texts() -> None:
    names = {kind.text or kind.name for kind in told.KINDS} | {"picture"}
    assert all(set(texts) == names for texts in told.texts().values())


def test_publications_without_an_eu_project_speak_of_europe_and_are_labelled_so(latvian: list[Case]) -> None:
    found = [case for case in latvian if case.kind and case.kind.name.startswith("no EU project")]
    assert len(found) == 2 * len(unfunded.KINDS)
    assert not any(case.draft.truth.funded for case in found)
