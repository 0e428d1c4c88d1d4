# finds: attribute shlex.join reverted
import shlex
# --- next cell
kept = shlex.join.__name__, shlex.join.__qualname__
shlex.join.__name__ = shlex.join.__qualname__ = "quote_all"
try:
    print(shlex.join)
finally:
    shlex.join.__name__, shlex.join.__qualname__ = kept
