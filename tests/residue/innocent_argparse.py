# finds: nothing
import argparse

def make_parser():
    parser = argparse.ArgumentParser(prog="shop", description="a tiny shop")
    commands = parser.add_subparsers(dest="command", required=True)
    buy = commands.add_parser("buy")
    buy.add_argument("item")
    buy.add_argument("-n", "--number", type=int, default=1)
    commands.add_parser("list")
    return parser

options = make_parser().parse_args(["buy", "tea", "-n", "3"])
print(options.command, options.item, options.number)
