"""Multiplies, transposes and solves matrices that are lists of lists of floats."""


def multiply(left, right):
    columns = list(zip(*right))
    return [[sum(one * two for one, two in zip(row, column)) for column in columns] for row in left]


def multiply_by_index(left, right):
    size, inner = len(left), len(right)
    result = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0.0
            for k in range(inner):
                total += left[i][k] * right[k][j]
            result[i][j] = total
    return result


def solve(matrix, values):
    rows = [[*row, value] for row, value in zip(matrix, values)]
    size = len(rows)
    for step in range(size):
        pivot = max(range(step, size), key=lambda row, step=step: abs(rows[row][step]))
        rows[step], rows[pivot] = rows[pivot], rows[step]
        for row in range(step + 1, size):
            factor = rows[row][step] / rows[step][step]
            for column in range(step, size + 1):
                rows[row][column] -= factor * rows[step][column]
    result = [0.0] * size
    for step in reversed(range(size)):
        known = sum(rows[step][column] * result[column] for column in range(step + 1, size))
        result[step] = (rows[step][size] - known) / rows[step][step]
    return result


def work():
    size = 72
    left = [[(row * 7 + column * 3) % 11 / 10 for column in range(size)] for row in range(size)]
    right = [[(row + column * column) % 13 / 10 for column in range(size)] for row in range(size)]
    one = multiply(left, right)
    two = multiply_by_index(right, left)
    for index in range(size):
        one[index][index] += 5000.0 + index
    solution = solve(one, [float(index) for index in range(size)])
    return round(sum(map(sum, one))), round(sum(map(sum, two))), round(sum(solution) * 1e6)
