"""Times the check: 1,000 characters, the first use of a fresh process, and the memory it keeps. Never part of the suite.

`python -m tests.load.check_speed FILE` prints one line for the texts in a file of JSON lines; `make score` prints it too.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from privacy.finder import spans_in

LENGTH = 1000  # characters


def times(texts: Sequence[str]) -> list[float]:
    """Give the milliseconds for each text of 1,000 characters that can be made of these texts, after a first one."""
    whole = "\n".join(texts)
    whole *= LENGTH * 40 // max(1, len(whole)) + 1
    pieces = [whole[start : start + LENGTH] for start in range(0, len(whole) - LENGTH, LENGTH)][:200]
    spans_in(pieces[:1])
    taken = []
    for piece in pieces:
        start = time.perf_counter()
        spans_in([piece])
        taken.append(1000 * (time.perf_counter() - start))
    return taken


# Run in a fresh process: import and first answer together, as a worker meets them.
FIRST_USE = """
import pathlib, resource, time
resident = lambda: int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
before, start = resident(), time.perf_counter()
from privacy.finder import spans_in
spans_in(["Mevrouw Jansen belde gisteren met de wijkverpleegkundige."])
print(time.perf_counter() - start, resident() - before)
"""


def cold() -> tuple[float, float]:
    """Give the seconds and the megabytes that the first use of the finder takes in a fresh process, its imports included."""
    done = subprocess.run([sys.executable, "-c", FIRST_USE], check=True, capture_output=True, text=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def speed(texts: Sequence[str]) -> str:
    """Say how fast the check is on these texts, how fast it is there, and what it keeps in memory."""
    taken = times(texts)
    seconds, megabytes = cold()
    return (
        f"1,000 characters: median {statistics.median(taken):.1f} ms, p95 {statistics.quantiles(taken, n=20)[-1]:.1f} ms; "
        f"first use {seconds:.2f} s, {megabytes:.0f} MB"
    )


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    sys.stdout.write(speed([json.loads(line)["text"] for line in lines]) + "\n")
