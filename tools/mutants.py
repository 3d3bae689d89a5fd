"""Asks whether the tests hold the deciding modules: changes one thing at a time and says which changes no test sees.

``python tools/mutants.py [MODULE ...]``: a MODULE is one of ``BEARING``, or a part of its path; all of them without.
mutmut makes the changed modules (mutants) and runs the tests that bear on them. Mutants that live are listed in
tests/mutants/survivors.txt. The list only shrinks: those that are killed now are taken off, and one that is not on it
fails. Then write the test that sees it; where a change changes nothing, say the thing in a way that has no such mutant.

Exit status: 0 if every survivor was known, 1 if there is a new one, 2 if a module could not be tried.
"""

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
BEARING: Mapping[str, Sequence[str]] = {
    "facts/statements/match.py": STATEMENTS,
    "facts/statements/deviations.py": STATEMENTS,
    "checks/statements/verdict.py": (*CHECKS, "tests/checks/test_statement_verdicts.py"),
    "checks/links/verdict.py": (*CHECKS, "tests/checks/test_link_verdicts.py"),
    "applicability/choose.py": (
        *CHECKS,
        "tests/checks/test_choose.py",
        "tests/checks/test_projects.py",
        "tests/checks/test_yardstick.py",
    ),
    "facts/money/judge.py": ("tests/facts/test_budget_reading.py", "tests/checks/test_budget.py"),
    "facts/money/projects.py": ("tests/facts/test_projects_of_figures.py",),
}
"""The modules whose decisions make a verdict, each with the tests that are run against its mutants."""
NEEDED = ("src", "tests", "rules", "benchmarks", "examples")
"""What the tests read."""
KILLED = frozenset({"killed", "timeout", "segfault"})
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


def survivors(module: str) -> tuple[int, list[str]]:
    """Make the mutants of a module and run its tests against them; return their number and those that live.

    What is made once for all tests (``__init__``) is left out: a mutant of it comes too late to be seen.
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
    run = [_MUTMUT, "run", "--max-children", str(os.cpu_count() or 1)]
    with (folder / "run.txt").open("wb") as log:
        done = subprocess.run(run, cwd=folder, stdout=log, stderr=subprocess.STDOUT, check=False)  # noqa: S603 - mutmut
        if done.returncode:
            sys.stderr.write(f"{module}: mutmut did not run to its end, see {log.name}\n")
            sys.exit(2)
    return read(module, folder)


def read(module: str, folder: Path) -> tuple[int, list[str]]:
    """Return from the folder where a module was tried how many mutants there are and those that live."""
    results = [_MUTMUT, "results", "--all", "true"]
    told = subprocess.run(results, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603 - mutmut
    known = _functions((folder / "mutants" / PACKAGE / module).read_text("utf-8"))
    made, living = 0, []
    for name, owner, function, number, status in _STATUS.findall(told.stdout):
        if function != "__init__":
            made += 1
            if status not in KILLED:
                mutant = name.rpartition(".")[2]
                change = changed(known[f"{mutant.removesuffix(number)}orig"], known[mutant])
                living.append(f"{module} {f'{owner}.' if owner else ''}{function}: {change}")
    return made, living


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


def compare(listed: Sequence[str], living: Sequence[str], modules: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the survivors that are not on the list, and the list without those that live no more.

    ``modules`` are those that were tried; lines of others stay. Two equal lines are two survivors.

    >>> compare(["a.py f: x => y", "b.py g: 1 => 2"], ["a.py f: x => z"], ["a.py"])
    (['a.py f: x => z'], ['b.py g: 1 => 2'])
    """
    tried = tuple(f"{module} " for module in modules)
    new = list((Counter(living) - Counter(listed)).elements())
    left = Counter(living) & Counter(listed)
    left.update(line for line in listed if not line.startswith(tried))
    return sorted(new), sorted(left.elements())


def _chosen(parts: Sequence[str]) -> Iterator[str]:
    for part in parts or [""]:
        modules = [module for module in BEARING if part in module]
        if not modules:
            sys.exit(f"{part}: none of {', '.join(BEARING)}")
        yield from modules


def main(parts: Sequence[str]) -> int:
    """Try the modules, print how many mutants are killed, shorten the list; return the exit status."""
    status = 0
    for module in dict.fromkeys(_chosen(parts)):
        started = time.monotonic()
        made, living = survivors(module)
        seconds = time.monotonic() - started
        killed = made - len(living)
        sys.stdout.write(f"{module}: {killed} of {made} killed ({killed / made:.0%}), {seconds:.0f} s\n")
        listed = SURVIVORS.read_text("utf-8").splitlines()
        new, left = compare(listed, living, [module])
        SURVIVORS.write_text("".join(f"{line}\n" for line in left), "utf-8")
        sys.stdout.write("".join(f"new: {line}\n" for line in new))
        sys.stdout.flush()
        status = max(status, int(bool(new)))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
