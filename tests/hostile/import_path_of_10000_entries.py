# ends: endless
import sys
sys.path[:0] = [f'/nowhere/{n}' for n in range(10_000)]
import nobody_has_this
