# finds: nothing
import argparse
import sys

parser = argparse.ArgumentParser(prog="boxes")
parser.add_argument("names", nargs="*")
parser.add_argument("--size", type=int, default=1)
arguments = sys.argv + ["--size", "4", "red", "blue"]
options = parser.parse_args(arguments[-4:])
print(options.size, options.names)
