# finds: setting sys.argv reverted
import argparse
import sys

parser = argparse.ArgumentParser(prog="boxes")
parser.add_argument("--size", type=int, default=1)

saved = sys.argv
sys.argv = ["boxes", "--size", "3"]
try:
    options = parser.parse_args()
finally:
    sys.argv = saved
print(options.size)
