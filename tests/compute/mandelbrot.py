"""Counts the steps in which points of the plane escape, with pairs of floats and with complex numbers."""


def escape(x, y, limit):
    real, imaginary = 0.0, 0.0
    for step in range(limit):
        square, other = real * real, imaginary * imaginary
        if square + other > 4.0:
            return step
        real, imaginary = square - other + x, 2.0 * real * imaginary + y
    return limit


def escape_complex(point, limit):
    value = 0j
    for step in range(limit):
        if abs(value) > 2.0:
            return step
        value = value * value + point
    return limit


def work():
    columns, rows = 176, 104
    inside, total = 0, 0
    for row in range(rows):
        y = (row - rows // 2) / 43
        for column in range(columns):
            x = (column - 122) / 61
            steps = escape(x, y, 60)
            total += steps
            inside += steps == 60
            if row % 4 == 0:
                total += escape_complex(complex(x, y), 60)
    return inside, total
