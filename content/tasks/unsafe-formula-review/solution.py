import operator
import re
import statistics

MEASURES = {"average(samples)": statistics.fmean, "samples[-1]": lambda samples: samples[-1]}
TESTS = {">": operator.gt, "<": operator.lt}
FORM = re.compile(r"(\S+) ([<>]) ([0-9]{1,6})")


class Refused(ValueError):
    """A text that is no alarm."""


def read(formula):
    """An alarm as data: (measure, test, limit), one or more."""
    if len(formula) > 200:
        raise Refused("too long")
    parts = formula.split(" and ")
    found = [FORM.fullmatch(part) for part in parts]
    for match, part in zip(found, parts):
        if not match or match[1] not in MEASURES:
            raise Refused(part[:24])
    return [match.groups() for match in found]


# The text is never compiled: two tables say all that an alarm can do.
def fires(formula, samples):
    return all(TESTS[test](MEASURES[measure](samples), int(limit)) for measure, test, limit in read(formula))


SHOP = "average(samples) > 90"
BANK = "average(samples) > 90 and samples[-1] > 95"
THIRD = 'average.__globals__["statistics"].__setattr__("fmean", lambda values: 0)'

for formula in (SHOP, BANK, THIRD, "samples[-1] > 9**9", "samples[-1] < 5 or 1 > 0", SHOP):
    try:
        print(fires(formula, [91, 95, 97]), "<-", formula)
    except Refused as exc:
        print("refused:", exc)
