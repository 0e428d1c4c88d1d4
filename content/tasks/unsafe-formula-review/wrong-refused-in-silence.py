# says: The third formula gets an answer.
import re
import statistics

FORM = re.compile(r"(average\(samples\)|samples\[-1\]) > ([0-9]+)")


def fires(formula, samples):
    for part in formula.split(" and "):
        match = FORM.fullmatch(part)
        if not match:
            return False
        found = samples[-1] if match[1] == "samples[-1]" else statistics.fmean(samples)
        if not found > int(match[2]):
            return False
    return True


print(fires("average(samples) > 90", [91, 95, 97]))
