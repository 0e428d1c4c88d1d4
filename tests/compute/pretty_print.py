"""Lays out nested data with pprint, in several widths and depths."""

import pprint


def data(depth, number):
    if depth == 0:
        return [f"leaf {number}", number / 4, None, number % 2 == 0]
    return {
        "name": f"branch {depth} {number} " + "with a long title " * (number % 3),
        "numbers": tuple(range(number, number + 8)),
        "kinds": {"even", "odd", f"of {number}"},
        "below": [data(depth - 1, number * 2 + side) for side in (0, 1)],
        number: b"bytes of a record" * 2,
    }


def work():
    value = data(6, 5)
    lines, length = 0, 0
    for width, depth, indent in ((80, None, 1), (40, None, 2), (100, 8, 4)):
        text = pprint.pformat(value, width=width, depth=depth, indent=indent)
        lines += text.count("\n")
        length += len(text)
    compact = pprint.pformat(list(range(400)), width=60, compact=True)
    return lines, length, len(compact), int(pprint.isreadable(value)), len(pprint.saferepr(value))
