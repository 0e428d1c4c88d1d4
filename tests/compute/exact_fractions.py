"""Calculates with fractions: harmonic sums, continued fractions, exact equations and statistics."""

import statistics
from fractions import Fraction


def continued(value, steps):
    parts = []
    for _ in range(steps):
        whole = value.numerator // value.denominator
        parts.append(whole)
        if value == whole:
            break
        value = 1 / (value - whole)
    return parts


def solve(size):
    """Solves equations whose coefficients are 1/(row + column + 1), which floats get wrong."""
    rows = [[Fraction(1, row + column + 1) for column in range(size)] + [Fraction(1)] for row in range(size)]
    for step in range(size):
        pivot = rows[step][step]
        rows[step] = [value / pivot for value in rows[step]]
        for row in range(size):
            if row != step:
                factor = rows[row][step]
                rows[row] = [value - factor * other for value, other in zip(rows[row], rows[step])]
    return [row[-1] for row in rows]


def work():
    harmonic = sum((Fraction(1, number) for number in range(1, 900)), Fraction(0))
    parts = continued(Fraction(31415926535897932, 10**16), 30)
    solution = solve(26)
    values = [Fraction(number * 7 % 31, number % 9 + 1) for number in range(1500)]
    middle = statistics.mean(values), statistics.median(values), max(values), Fraction("3.125")
    near = harmonic.limit_denominator(1000)
    spread = statistics.pvariance([number * 11 % 53 for number in range(9000)])
    return harmonic.numerator % 9973, str(sum(parts)), int(sum(solution)), str(middle[0]), str(near), round(spread)
