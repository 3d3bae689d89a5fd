"""Asks whether the tests hold the deciding modules: changes one thing at a time and says which changes no test sees.

``python tools/mutants.py [--ending DIGITS] [MODULE ...]``: a MODULE is one of ``BEARING``, or a part of its path; all
of them without. mutmut makes the changed modules (mutants), numbers them in each function, and runs the tests that bear
on them. With ``--ending 37`` a fifth of them is tried, those whose number ends in 3 or 7. Mutants that live are listed
in tests/mutants/survivors.txt. The list only shrinks: those that are killed now are taken off, and one that is not on
it fails. Then write the test that sees it; where a change changes nothing, say the thing in a way that has no such
mutant.

Exit status: 0 if every survivor was known, 1 if there is a new one, 2 if a module could not be tried.
"""

import argparse
import ast
import difflib
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SURVIVORS = ROOT / "tests" / "mutants" / "survivors.txt"
PACKAGE = "src/publicity_check"
STATEMENTS = (
    "tests/facts/test_wording_matches.py",
    "tests/facts/test_statements.py",
    "tests/facts/test_statements_bent.py",
    "tests/facts/test_statement_deviations.py",
    "tests/facts/test_disclaimers_reworded.py",
    "tests/facts/test_disclaimers_content.py",
)
CHECKS = ("tests/checks/test_checks.py", "tests/checks/test_fund_alone.py", "tests/checks/test_signs.py")
BUDGETS = (
    "tests/facts/test_budget_reading.py",
    "tests/checks/test_budget.py",
    "tests/checks/test_budget_complete.py",
    "tests/checks/test_budget_untold.py",
)
NUMBERS = ("tests/facts/test_number_cases.py", "tests/facts/test_project_numbers.py")
CHOICE = (
    *CHECKS,
    "tests/checks/test_choose.py",
    "tests/checks/test_choice_cases.py",
    "tests/checks/test_projects.py",
    "tests/checks/test_yardstick.py",
)
BEARING: Mapping[str, Sequence[str]] = {
    "facts/statements/match.py": STATEMENTS,
    "facts/statements/deviations.py": STATEMENTS,
    "checks/statements/verdict.py": (*CHECKS, "tests/checks/test_statement_verdicts.py"),
    "checks/links/verdict.py": (*CHECKS, "tests/checks/test_link_verdicts.py"),
    "applicability/choose.py": CHOICE,
    "applicability/evidence.py": CHOICE,
    "applicability/weigh.py": CHOICE,
    "facts/numbers/owned.py": (*NUMBERS, "tests/checks/test_cited_projects.py"),
    "facts/numbers/weigh.py": NUMBERS,
    "facts/money/judge.py": BUDGETS,
    "facts/money/claims.py": BUDGETS,
    "facts/money/claims_rates.py": BUDGETS,
    "facts/money/claims_sums.py": BUDGETS,
    "facts/money/mend.py": BUDGETS,
    "facts/money/settle.py": BUDGETS,
    "facts/money/projects.py": ("tests/facts/test_projects_of_figures.py",),
    "checks/budget/breaches.py": BUDGETS,
    "checks/budget/check.py": BUDGETS,
}
"""The modules whose decisions make a verdict, each with the tests that are run against its mutants."""
NEEDED = ("src", "tests", "rules", "benchmarks", "examples")
"""What the tests read."""
KILLED = frozenset({"killed", "timeout", "segfault"})
UNTRIED = "not checked"
_MUTMUT = str(Path(sys.executable).with_name("mutmut"))
_STATUS = re.compile(r"^\s*(\S+\.(?:xǁ(\w+)ǁ|x_)(\w+?)__mutmut_(\d+)): (.+)$", re.MULTILINE)
_SETTINGS = """\
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["{package}/{module}"]
also_copy = {needed}
pytest_add_cli_args = ["-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false

[tool.pytest.ini_options]
pythonpath = ["tests", "."]
"""


class Tried(NamedTuple):
    """The changes of a module, a line each: all that were made, those that were tried, those that live."""

    made: list[str]
    tried: list[str]
    living: list[str]


def survivors(module: str, ending: str = "") -> Tried:
    """Make the mutants of a module and run its tests against them, or those whose number ends in one of some digits.

    What is made once for all tests (``__init__``) is left out: a mutant of it comes too late to be seen. Hypothesis
    draws the same cases for each mutant, as it does where ``CI`` is set.
    """
    folder = ROOT / "build" / "mutants" / module.removesuffix(".py").replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in NEEDED:
        (folder / name).symlink_to(ROOT / name)
    settings = _SETTINGS.format(
        package=PACKAGE, module=module, needed=_listed(NEEDED[2:]), tests=_listed(BEARING[module])
    )
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    chosen = [f"*__mutmut_*{digit}" for digit in ending]
    run = [_MUTMUT, "run", "--max-children", str(os.cpu_count() or 1), *chosen]
    with (folder / "run.txt").open("wb") as log:
        done = subprocess.run(  # noqa: S603 - mutmut
            run, cwd=folder, env={**os.environ, "CI": "1"}, stdout=log, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            sys.stderr.write(f"{module}: mutmut did not run to its end, see {log.name}\n")
            sys.exit(2)
    return read(module, folder)


def read(module: str, folder: Path) -> Tried:
    """Return from the folder where a module was tried what was made of it, what was tried and what lives."""
    results = [_MUTMUT, "results", "--all", "true"]
    told = subprocess.run(results, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603 - mutmut
    known = _functions((folder / "mutants" / PACKAGE / module).read_text("utf-8"))
    found = Tried([], [], [])
    for name, owner, function, number, status in _STATUS.findall(told.stdout):
        if function != "__init__":
            mutant = name.rpartition(".")[2]
            change = changed(known[f"{mutant.removesuffix(number)}orig"], known[mutant])
            line = f"{module} {f'{owner}.' if owner else ''}{function}: {change}"
            found.made.append(line)
            if status != UNTRIED:
                found.tried.append(line)
                if status not in KILLED:
                    found.living.append(line)
    return found


def _listed(texts: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def _functions(source: str) -> dict[str, list[str]]:
    """Return the body of each function of a module, by its name, in lines."""
    lines = source.splitlines()
    return {
        node.name: lines[node.lineno : node.end_lineno]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }


def changed(before: Sequence[str], after: Sequence[str]) -> str:
    """Return what was changed in a function, in one line that does not depend on where the function stands.

    >>> changed(["def f(a):", "    return a < 3"], ["def f(a):", "    return a <= 3"])
    'return a < 3 => return a <= 3'
    """
    lost, new = [], []
    for line in difflib.ndiff(before, after):
        if line.startswith("- "):
            lost.append(line[2:].strip())
        elif line.startswith("+ "):
            new.append(line[2:].strip())
    return f"{' '.join(lost)} => {' '.join(new)}"


def compare(listed: Sequence[str], found: Tried, module: str) -> tuple[list[str], list[str]]:
    """Return the survivors that are not on the list, and the list without those that live no more.

    Lines of other modules stay, and those of this one that were not tried. Two equal lines are two survivors.

    >>> compare(["a.py f: x => y", "b.py g: 1 => 2"], Tried(["a.py f: x => z"], ["a.py f: x => z"], []), "a.py")
    ([], ['b.py g: 1 => 2'])
    >>> compare(["a.py f: x => y"], Tried(["a.py f: x => y", "a.py f: x => z"], ["a.py f: x => z"] * 2, []), "a.py")
    ([], ['a.py f: x => y'])
    """
    new = Counter(found.living) - Counter(listed)
    killed = Counter(found.tried) - Counter(found.living)
    left = (Counter(listed) & Counter(found.made)) - killed
    left.update(line for line in listed if not line.startswith(f"{module} "))
    return sorted(new.elements()), sorted(left.elements())


def _chosen(parts: Sequence[str]) -> Iterator[str]:
    for part in parts or [""]:
        modules = [module for module in BEARING if part in module]
        if not modules:
            sys.exit(f"{part}: none of {', '.join(BEARING)}")
        yield from modules


def main(arguments: Sequence[str]) -> int:
    """Try the modules, print how many mutants are killed, shorten the list; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--ending", default="", metavar="DIGITS")
    options = parser.parse_args(arguments)
    status = 0
    for module in dict.fromkeys(_chosen(options.modules)):
        started = time.monotonic()
        found = survivors(module, options.ending)
        seconds = time.monotonic() - started
        made, tried = len(found.made), len(found.tried)
        killed = tried - len(found.living)
        of = f"{tried} of {made} tried" if tried < made else f"{tried} tried"
        sys.stdout.write(f"{module}: {of}, {killed} killed ({killed / max(1, tried):.0%}), {seconds:.0f} s\n")
        new, left = compare(SURVIVORS.read_text("utf-8").splitlines(), found, module)
        SURVIVORS.write_text("".join(f"{line}\n" for line in left), "utf-8")
        sys.stdout.write("".join(f"new: {line}\n" for line in new))
        sys.stdout.flush()
        status = max(status, int(bool(new)))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
