"""How often is the emblem told from what is none? Run as ``python -m benchmarks.pictures [ROUNDS]``."""

import io
import sys
import time
from collections import Counter

from benchmarks.pictures.draw import pictures
from publicity_check.pictures.look import look


def main() -> None:
    """Print the counts by what is right and what was said, each miss, and the time a picture takes."""
    counted: Counter[tuple[bool, str]] = Counter()
    seconds = []
    for drawn in pictures(int(sys.argv[1]) if len(sys.argv) > 1 else 60):
        stream = io.BytesIO()
        drawn.picture.save(stream, "PNG")
        began = time.process_time()
        shows = look(stream.getvalue()).shows
        seconds.append(time.process_time() - began)
        counted["emblem" in drawn.right, shows] += 1
        if shows not in drawn.right:
            print(f"{drawn.name}: {shows}")
    for (emblem, said), count in sorted(counted.items()):
        print(f"{'emblem' if emblem else 'none'} taken for {said}: {count}")
    print(f"{sum(seconds) / len(seconds) * 1000:.0f} ms a picture, {max(seconds) * 1000:.0f} ms the slowest")


if __name__ == "__main__":
    main()
