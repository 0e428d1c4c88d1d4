"""Pickles objects with protocol 4 and reads them back: instances, shared values, reductions and states."""

import pickle
from collections import OrderedDict, deque
from fractions import Fraction


def work():
    # Classes are found by the name of their module, which a benchmark may not have: these are of the library.
    shared = ["one list", "in many places"]
    value = {
        "numbers": [number * number for number in range(300)],
        "large": [3**number for number in range(0, 200, 5)],
        "floats": [number / 7 for number in range(200)],
        "texts": [f"text {number} ü" for number in range(200)],
        "pairs": [(number, {"shared": shared, "even": number % 2 == 0}) for number in range(200)],
        "fractions": [Fraction(number, 7) for number in range(80)],
        "order": OrderedDict((str(number), {number, -number}) for number in range(60)),
        "queue": deque(range(50), maxlen=60),
        "bytes": [bytes(range(number)) for number in range(0, 250, 25)],
        "nothing": [None, True, ..., 1j, frozenset({1, 2}), range(3)],
    }
    length = 0
    for _ in range(140):
        data = pickle.dumps(value, protocol=4)
        length += len(data)
        value = pickle.loads(data)
    one, two = value["pairs"][0][1]["shared"], value["pairs"][9][1]["shared"]
    return int(length > 140 * 10_000), int(one is two), str(sum(value["fractions"])), value["large"][-1] % 9973
