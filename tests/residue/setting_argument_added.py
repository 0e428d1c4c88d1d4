# finds: setting sys.argv left
import sys

sys.argv.append("--fast")
fast = "--fast" in sys.argv[1:]
