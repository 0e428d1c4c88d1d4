# says: This text comes from a customer
import statistics


def average(values):
    return statistics.fmean(values)


def fires(formula, samples):
    if "__" in formula:
        raise ValueError("refused")
    return bool(eval(formula, {"__builtins__": {}}, {"average": average, "samples": samples}))


print(fires("average(samples) > 90", [91, 95, 97]))
