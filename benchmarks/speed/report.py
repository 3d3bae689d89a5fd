"""Tells a run of the benchmark as a table and as a page of the documentation."""

import statistics
from pathlib import Path

import msgspec

from benchmarks.speed.measure import Measured

_NOTE = """\
<!-- Written by "make speed" from benchmarks/speed/measured.json; do not edit. -->
"""
_OWN = "publicity-check"


class Row(msgspec.Struct):
    """A tool, the pages its rate is for, what it took, and what it took for one page where that is taken off."""

    name: str
    pages: int
    taken: Measured
    start: Measured

    @property
    def rate(self) -> float:
        """Pages a second by the clock."""
        return self.pages / (self.taken.seconds - self.start.seconds)

    @property
    def cpu_rate(self) -> float:
        """Pages a second of computing: what one core does."""
        return self.pages / (self.taken.cpu - self.start.cpu)


class Run(msgspec.Struct):
    """One run of the benchmark: the machine, the pages, and what each tool took."""

    pages: int
    kilobytes: float
    processors: int
    system: str
    load: float
    """Processes that other work kept busy on average when the run began."""
    rows: list[Row] = []
    cold: list[Measured] = []
    memory: dict[str, int] = {}
    """Bytes held by the largest process of publicity-check, by the number of pages."""


def as_table(run: Run) -> str:
    """Return the run as a table in Markdown."""
    lines = [
        "| tool | pages a second | pages a second and core | seconds | seconds of computing | memory, MB |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for row in run.rows:
        taken = row.taken
        lines.append(
            f"| {row.name} | {_few(row.rate)} | {_few(row.cpu_rate)} | {taken.seconds:.1f} | {taken.cpu:.1f} "
            f"| {taken.memory / 1e6:.0f} |"
        )
    return "\n".join(lines)


def as_markdown(run: Run) -> str:
    """Return the page of the documentation."""
    sampled = [row for row in run.rows if row.start.seconds]
    parts = [
        f"{_NOTE}\n# How fast it is\n",
        f"Whole processes, one after another in one run, on the same {run.pages:,} pages of {run.kilobytes:.0f} KB on "
        "average, with everything on and the whole rulebook loaded. The pages are made by `benchmarks/speed`: town "
        "news in 24 languages, four in a hundred of them about a project paid for by the Union. They follow real "
        "pages in their share of markup, scripts, text, links, pictures and figures. Output went nowhere.\n",
        f"The machine: {run.processors} virtual processors, {run.system}. When the run began, other work kept "
        f"{run.load} of them busy; figures by the clock suffer from that most, those of "
        "computing less; all rates are lower than on a quiet machine.\n",
        as_table(run) + "\n",
    ]
    parts += [
        f"{row.name} was given {row.pages + 1} pages; its rate is that of {row.pages}: what it takes for one page is "
        "taken off.\n"
        for row in sampled
    ]
    parts += _compared(run)
    if run.cold:
        seconds, cpu = (statistics.median(getattr(m, name) for m in run.cold) for name in ("seconds", "cpu"))
        parts.append(
            f"\n## One page from a cold start\n\nOne page in a new process: {seconds:.2f} s by the clock, {cpu:.2f} s "
            f"of computing, {max(m.memory for m in run.cold) / 1e6:.0f} MB (median of {len(run.cold)}; to reach: "
            "0.5 s, 100 MB).\n"
        )
    if run.memory:
        parts.append("\n## Memory\n\nMB held by the largest process of one run, by the number of pages:\n")
        parts.append("| pages | MB |\n|--:|--:|")
        parts += [f"| {int(count):,} | {size / 1e6:.0f} |" for count, size in run.memory.items()]
        parts.append("")
    parts.append((Path(__file__).parent / "note.md").read_text("utf-8"))
    return "\n".join(parts)


def _compared(run: Run) -> list[str]:
    """Return the sentences that hold the run against what is to be reached."""
    by_name = {row.name: row for row in run.rows}
    own = by_name.get(f"{_OWN}, nothing remembered")
    if own is None:
        return []
    told = [f"To reach: 200 pages a second and core; it is {_few(own.cpu_rate)}."]
    for start, times in (("htmlhint", 1), ("html-validate", 20), ("ScanCode", 100)):
        other = next((row for row in run.rows if row.name.startswith(start)), None)
        if other is not None:
            wanted = f"{times} times" if times > 1 else "at least"
            by_clock, computing = _few(own.rate / other.rate), _few(own.cpu_rate / other.cpu_rate)
            told.append(
                f"To reach: {wanted} the rate of {start}; it is {by_clock} times by the clock, "
                f"{computing} by computing."
            )
    second = by_name.get(f"{_OWN}, second run with its cache")
    if second is not None:
        faster = own.taken.seconds / second.taken.seconds
        told.append(f"To reach: a second, cached run five times as fast; it is {faster:.1f} times as fast.")
    return ["## What was to be reached\n", *(f"- {sentence}" for sentence in told), ""]


def _few(rate: float) -> str:
    """Return a rate with as many digits as it deserves."""
    return f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}" if rate >= 1 else f"{rate:.2f}"
