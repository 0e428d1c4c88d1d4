"""Places queens and moves a knight on chess boards, with sets of attacked and visited squares."""


def placements(size, row, columns, rising, falling):
    if row == size:
        return 1
    count = 0
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        count += placements(size, row + 1, columns | {column}, rising | {row + column}, falling | {row - column})
    return count


JUMPS = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


def reachable(size, square, visited):
    row, column = square
    for down, right in JUMPS:
        other = row + down, column + right
        if 0 <= other[0] < size and 0 <= other[1] < size and other not in visited:
            yield other


def tour(size, start):
    """Goes to the square with the fewest ways on; says how many squares the knight saw."""
    visited = {start}
    square = start
    while True:
        ways = [(sum(1 for _ in reachable(size, way, visited)), way) for way in reachable(size, square, visited)]
        if not ways:
            return len(visited)
        square = min(ways)[1]
        visited.add(square)


def work():
    nothing = frozenset()
    count = placements(9, 0, nothing, nothing, nothing)
    tours = [tour(8, (row, column)) for row in range(8) for column in range(8)]
    return count, sum(tours), min(tours)
