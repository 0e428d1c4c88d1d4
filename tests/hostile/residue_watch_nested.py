# ends: endless | ok
import contextlib, residue
with contextlib.ExitStack() as stack:
    for _ in range(1_000):
        stack.enter_context(residue.watch())
