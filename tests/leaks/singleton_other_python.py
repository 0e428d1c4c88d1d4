# finds: attribute sys.implementation.name left
import sys
# --- next cell
sys.implementation.name = "pypy"
