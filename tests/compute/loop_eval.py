"""Evaluates expressions that were compiled before."""


def work():
    code = compile("x * 3 + y[x % 4] - len(y)", "<expression>", "eval")
    names = {"x": 0, "y": [5, 7, 11, 13]}
    total = 0
    for number in range(170_000):
        names["x"] = number
        total += eval(code, names)
    return total
