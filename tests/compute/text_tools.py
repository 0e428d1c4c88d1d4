"""Wraps, indents and compares texts, and reads and writes tables: textwrap, difflib, csv and io."""

import csv
import difflib
import io
import textwrap

SENTENCES = [
    "The river is wide here and carries barges that have come a long way.",
    "On its banks there are mills, gardens, and a row of well-kept houses.",
    "Nobody remembers who built the bridge; it is said to be older than the town.",
    "In spring, when the snow melts, the water rises to the third step of the quay.",
]


def story(lines, seed):
    for _ in range(lines):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield SENTENCES[seed >> 16 & 3] if seed & 0x800000 else SENTENCES[seed >> 18 & 3][: 20 + (seed >> 24)]


def table(rows):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["name", "quote", "number"], lineterminator="\n")
    writer.writeheader()
    for number in range(rows):
        writer.writerow({"name": f"row {number}", "quote": 'says "yes", twice', "number": number})
    stream.seek(0)
    return sum(int(row["number"]) + len(row["quote"]) for row in csv.DictReader(stream))


def work():
    one, two = list(story(220, 1)), list(story(220, 8))
    wrapped = 0
    for width in (30, 45, 60, 75):
        lines = textwrap.wrap(" ".join(one), width)
        wrapped += len(lines)
        wrapped += len(textwrap.dedent(textwrap.indent("\n".join(lines), "    ")))
        wrapped += len(textwrap.shorten(" ".join(two), width))
    changes = list(difflib.unified_diff(one, two, "one", "two", lineterm=""))
    matcher = difflib.SequenceMatcher(None, SENTENCES[0] + SENTENCES[2], SENTENCES[1] + SENTENCES[3])
    similar = round(matcher.ratio() * 1000)
    blocks = sum(block.size for block in matcher.get_matching_blocks())
    marked = list(difflib.ndiff(one[:5], two[:5]))
    words = sorted({word for sentence in SENTENCES for word in sentence.split()})
    close = difflib.get_close_matches("bridges", words, n=2, cutoff=0.5)
    return wrapped, len(changes), similar, blocks, len(marked), close[0], table(5500)
