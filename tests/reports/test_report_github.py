from msgspec.structs import replace

from publicity_check.reports import ReportOptions, render
from publicity_check.results import Outcome
from report_samples import defective, in_order, report, result, results, suppressed, unfunded, unreadable


def lines_of(*publications, **more):
    made, *annotations = render("github", report(*publications, **more), ReportOptions(tool_version="1.2")).splitlines()
    assert made == "::debug::publicity-check 1.2, rules 0.1.0"
    return annotations


def test_a_conflict_is_an_error_at_its_line():
    budget = next(line for line in lines_of() if "share-slip" in line)
    assert budget.startswith(
        "::error file=site/lasītava 1.html,line=12,col=60,title=publicity-check%3A budget/share-slip::"
        "150 187,64 EUR is not"
    )


def test_open_questions_are_warnings_and_recommendations_notices():
    assert [line.partition(" ")[0] for line in lines_of()] == ["::error", "::notice", "::error", "::warning"]


def test_signs_that_mean_something_to_github_are_escaped():
    one = result(
        "budget", Outcome.FAILED, code="check-crashed", values={"error": "85 % of it\nis 100%"}, legal_basis=()
    )
    (line,) = lines_of(defective(path="a,b:c%.html", results=(one,)))
    assert line.startswith("::error file=a%2Cb%3Ac%25.html,title=publicity-check%3A budget/check-crashed::")
    assert "85 %25 of it%0Ais 100%25)" in line


def test_nothing_from_a_publication_can_begin_a_command_of_its_own():
    evil = "x\n::set-env name=A::b\r::error::c"
    lines = lines_of(
        defective(path=evil, results=(result("budget", Outcome.FAILED, values={"number": evil}, suggestion=evil),))
    )
    assert len(lines) == 1


def test_a_file_that_cannot_be_read_is_an_error():
    (line,) = lines_of(unreadable())
    assert line == (
        "::error file=site/broken.docx,title=Could not be read::site/broken.docx: is a PDF, not a Word document"
    )


def test_nothing_is_said_of_what_is_in_order_unfunded_set_aside_or_known():
    aside = defective(results=tuple(suppressed(r) for r in results()))
    known = defective(results=tuple(replace(r, baselined=True) for r in results()))
    assert lines_of(in_order(), unfunded(), aside, known) == []
