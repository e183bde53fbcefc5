"""What test/bench/instructions.py says of three counts."""

import sys

sys.path.insert(0, sys.argv[1])
import instructions  # noqa: E402

for count in (1029, 1031, 500):
    print("good" if instructions.check({"a": count}, {"a": 1000}) else "bad")
