"""What a check of 200 documents costs, as ratios of one run: processes, cache, time and memory.

    python benchmarks/many.py [N]

The documents are N (200 by default) copies of the examples with small differences. The baseline is
named in the first line: one process, no cache. Peak memory is that of the largest process, and of
all together (each at its own peak: more than ever was in use at once). Needs Linux for the latter.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAME = "青禾县"
WAYS = {
    "1 job, no cache": ("--jobs", "1", "--no-cache"),
    "1 job, cold": ("--jobs", "1"),
    "1 job, warm": ("--jobs", "1"),
    "2 jobs, cold": ("--jobs", "2"),
    "2 jobs, warm": ("--jobs", "2"),
}


def main() -> int:
    """Measure and print; 1 if two ways give different reports."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder, "documents")
        documents.mkdir()
        write_documents(documents, count)
        size = sum(path.stat().st_size for path in documents.iterdir())
        print(f"{count} documents, {size // 1024} KB; baseline: {next(iter(WAYS))}")
        costs = {}
        for name, options in WAYS.items():
            cache = Path(folder, "cache")
            if "warm" not in name:
                shutil.rmtree(cache, ignore_errors=True)
            costs[name] = measure([str(documents), *options], cache)
        return shown(costs, count)


def write_documents(folder: Path, count: int) -> None:
    """Copies of the examples, each with a number of its own where that changes no finding."""
    sources = sorted(path for path in EXAMPLES.iterdir() if path.name != "README.md")
    for number in range(count):
        source = sources[number % len(sources)]
        target = folder / f"{number:04}-{source.name}"
        if source.suffix == ".txt":
            text = source.read_text(encoding="utf-8")
            target.write_text(text.replace(NAME, _place(number)), "utf-8")
        elif source.suffix == ".docx":
            _copy_docx(source, target, number)
        else:
            target.write_bytes(source.read_bytes() + f"\n% {number}\n".encode())


def _place(number: int) -> str:
    """A county of its own for every number."""
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number)) + "县"


def _copy_docx(source: Path, target: Path, number: int) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(NAME.encode(), _place(number).encode())
            new.writestr(name, data)


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock and of processors, and KB at their peak."""

    seconds: float
    processor: float
    largest: int
    together: int
    report: bytes


def measure(arguments: list[str], cache: Path) -> Cost:
    """Run one check and watch its processes."""
    before = os.times()
    start = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "budgetlint", "check", *arguments, "--format", "json"],
        env={**os.environ, "BUDGETLINT_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE,
    )
    peaks: dict[int, int] = {}
    over = threading.Event()
    watching = threading.Thread(target=watch, args=(running.pid, peaks, over))
    watching.start()
    report, _ = running.communicate()
    seconds = time.perf_counter() - start
    over.set()
    watching.join()
    after = os.times()
    processor = after.children_user + after.children_system
    processor -= before.children_user + before.children_system
    if running.returncode not in (0, 1):
        raise RuntimeError(f"exit code {running.returncode}")
    return Cost(seconds, processor, max(peaks.values()), sum(peaks.values()), report)


def watch(root: int, peaks: dict[int, int], over: threading.Event) -> None:
    """Note the peak of a process and its children until it is over."""
    while not over.wait(0.05):
        for pid in (root, *children(root)):
            peaks[pid] = max(peaks.get(pid, 0), peak(pid))


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(word) for word in found.split()]


def peak(pid: int) -> int:
    """The most memory that a process has had, in KB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) if lines else 0


def shown(costs: dict[str, Cost], count: int) -> int:
    """Print every way against the first; 1 if the reports differ."""
    baseline = next(iter(costs.values()))
    for name, cost in costs.items():
        print(
            f"{name:16} wall {cost.seconds / baseline.seconds:5.2f} x"
            f" ({cost.seconds:6.2f} s, {cost.seconds / count * 1000:4.0f} ms each)"
            f"   processor {cost.processor / baseline.processor:5.2f} x"
            f"   memory: largest process {cost.largest / baseline.largest:5.2f} x"
            f" ({cost.largest // 1024} MB), together {cost.together / baseline.together:5.2f} x"
            f" ({cost.together // 1024} MB)"
        )
    same = all(cost.report == baseline.report for cost in costs.values())
    print("the reports are the same, byte for byte" if same else "THE REPORTS DIFFER")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
