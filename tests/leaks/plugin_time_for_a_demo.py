# finds: attribute time.monotonic reverted
# finds: attribute time.time left
import time
# --- next cell
kept = {name: getattr(time, name) for name in ("time", "monotonic")}
for name in kept:
    setattr(time, name, lambda: 86400.0)
try:
    print(time.time() - time.monotonic())
finally:
    time.monotonic = kept["monotonic"]
