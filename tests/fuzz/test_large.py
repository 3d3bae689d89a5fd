"""What stands thousands of times costs in proportion: each of these would take minutes if it were quadratic."""

import pytest
from fuzz_guard import trouble
from fuzz_shapes import RUNS, SHAPES, numbered, page, word_file

from publicity_check import check, find_facts, render

TIMES = {
    "numbers": 3_000,
    "numbers in one paragraph": 1_500,
    "links of different hosts": 4_000,
    "pictures": 3_000,
    "headings": 5_000,
    "numbered headings": 1_200,
    "amounts": 4_000,
    "amounts in one paragraph": 4_000,
    "table of projects": 5_000,
    "amounts and rates": 150,
    "table of rates": 300,
    "noscript": 1_500,
    "funding sentences": 1_200,
    "statements": 800,
    "statements in one paragraph": 800,
    "hidden": 800,
    "quotations": 600,
    "disclaimers": 1_000,
    "programmes": 1_000,
    "funds": 1_500,
    "rules that hide": 5_000,
    "token 'EUR '": 20_000,
    "token 'not '": 20_000,
    "token 'ERDF '": 8_000,
    "words bg.names.funds.ESF.name": 2_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", TIMES)
def test_pages_of_one_thing_end_in_time(shape: str) -> None:
    assert trouble(page(shape, TIMES[shape]), "page.html") == ""


@pytest.mark.slow
@pytest.mark.parametrize("shape", RUNS)
def test_word_files_of_one_thing_end_in_time(shape: str) -> None:
    assert trouble(word_file(shape, 800 if shape == "statements" else 2_200), "draft.docx") == ""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["latlit-2014", "horizon-europe"])
@pytest.mark.parametrize("where", ["paragraphs", "sentence", "rows"])
def test_a_thousand_numbers_end_in_time(where: str, kind: str) -> None:
    assert trouble(numbered(kind, where, 1_000), "page.html") == ""


def test_a_list_of_projects_is_judged_for_the_first_and_says_so() -> None:
    report = check(page("numbers", 150), name="page.html").publications[0]
    open_ = [(r.outcome.value, r.level, r.values) for r in report.results if r.code == "projects-not-judged"]
    assert open_ == [("needs_review", "must", {"judged": 100, "count": 151})]


def test_facts_that_a_report_does_not_list_are_counted() -> None:
    links = 10_007
    content = (SHAPES["links"](links)).encode()
    report = check(content, name="page.html", rules=["interreg-latvia-lithuania-2014-2020"])
    assert '"left_out": {\n          "links": 7' in render(report, "json")
    assert len(find_facts(content, name="page.html").links) == links
