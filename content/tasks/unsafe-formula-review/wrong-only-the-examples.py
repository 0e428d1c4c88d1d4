# says: The two formulas of the cell are examples.
import statistics

KNOWN = {
    "average(samples) > 90": lambda samples: statistics.fmean(samples) > 90,
    "average(samples) > 90 and samples[-1] > 95": lambda samples: statistics.fmean(samples) > 90 and samples[-1] > 95,
}


def fires(formula, samples):
    return KNOWN[formula](samples)


print(fires("average(samples) > 90", [91, 95, 97]))
