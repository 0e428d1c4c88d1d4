"""Lets cells live and die, on an endless plane of a set and on a small one of lists."""

from collections import Counter


def step(cells):
    near = Counter(
        (x + right, y + down) for x, y in cells for right in (-1, 0, 1) for down in (-1, 0, 1) if right or down
    )
    return {cell for cell, count in near.items() if count == 3 or (count == 2 and cell in cells)}


def step_on_grid(grid):
    height, width = len(grid), len(grid[0])
    result = []
    for row in range(height):
        above, here, below = grid[row - 1], grid[row], grid[(row + 1) % height]
        line = []
        for column in range(width):
            left, right = column - 1, (column + 1) % width
            count = above[left] + above[column] + above[right] + here[left] + here[right]
            count += below[left] + below[column] + below[right]
            line.append(1 if count == 3 or (count == 2 and here[column]) else 0)
        result.append(line)
    return result


def work():
    cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(160):
        cells = step(cells)
    grid = [[(row * row + column * 3) % 5 % 2 for column in range(48)] for row in range(48)]
    for _ in range(60):
        grid = step_on_grid(grid)
    return len(cells), min(cells), sum(map(sum, grid))
