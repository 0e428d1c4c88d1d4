"""Reads lines of a server's log with regular expressions: groups, findall, sub with a function, split and lookahead."""

import re
from collections import defaultdict

LINE = re.compile(
    r"""
    (?P<host> \d{1,3} (?: \. \d{1,3} ){3} ) \s - \s
    \[ (?P<day> \d\d ) / (?P<month> \w{3} ) / (?P<year> \d{4} ) : (?P<time> [\d:]+ ) \] \s
    " (?P<verb> GET | POST | DELETE ) \s (?P<path> [^\s?"]+ ) (?: \? (?P<query> [^\s"]* ) )? " \s
    (?P<status> [1-5]\d\d ) \s (?P<size> \d+ | - )
    """,
    re.VERBOSE,
)
PAIR = re.compile(r"(\w+)=([^&]*)")
ESCAPE = re.compile(r"%([0-9A-F]{2})")
SECRET = re.compile(r"(?<=token=)[^&\s]+(?=&|\s|$)", re.IGNORECASE)


def lines(number):
    seed = 5
    for index in range(number):
        seed = (seed * 1103515245 + 12345) % 2147483648
        host = f"10.{seed >> 8 & 15}.0.{seed >> 16 & 63}"
        verb = ("GET", "POST", "DELETE", "BREW")[seed >> 20 & 3]
        query = f"?page={index}&q=a%20b%2Fc&Token=x{seed}" if seed & 0x100000 else ""
        status = (200, 200, 404, 500)[seed >> 24 & 3]
        moment = f"{index % 28 + 1:02}/Mar/2024:10:{index % 60:02}:00"
        yield f'{host} - [{moment}] "{verb} /a/b{index % 9}{query}" {status} {seed % 999}'


def work():
    sizes = defaultdict(int)
    failed, pairs, decoded, parts = 0, 0, 0, 0
    for line in lines(9000):
        match = LINE.match(line)
        if not match:
            failed += 1
            continue
        sizes[match["status"], match["verb"]] += int(match["size"])
        if match["query"]:
            pairs += len(PAIR.findall(match["query"]))
            decoded += len(ESCAPE.sub(lambda code: chr(int(code[1], 16)), match["query"]))
        parts += len(re.split(r"[/:\s]+", SECRET.sub("***", line)))
    return failed, pairs, decoded, parts, sizes["404", "GET"]
