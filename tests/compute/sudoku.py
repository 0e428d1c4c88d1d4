"""Solves number puzzles by trying what is still possible: dicts of sets that are copied and cut."""

DIGITS = frozenset("123456789")
CELLS = [(row, column) for row in range(9) for column in range(9)]


def neighbours(cell):
    row, column = cell
    box_row, box_column = row - row % 3, column - column % 3
    same = {(row, other) for other in range(9)} | {(other, column) for other in range(9)}
    same |= {(box_row + down, box_column + right) for down in range(3) for right in range(3)}
    return frozenset(same - {cell})


NEIGHBOURS = {cell: neighbours(cell) for cell in CELLS}


def puzzle(seed, given):
    """A puzzle of a full grid, of which only so many cells are kept."""
    cells = list(CELLS)
    for index in range(len(cells) - 1, 0, -1):
        seed = (seed * 1103515245 + 12345) % 2147483648
        other = (seed >> 16) % (index + 1)
        cells[index], cells[other] = cells[other], cells[index]
    return {(row, column): str((row * 3 + row // 3 + column) % 9 + 1) for row, column in cells[:given]}


def place(possible, cell, digit):
    """Puts a digit into a cell and follows what that forces; says whether it can stand there."""
    waiting = [(cell, digit)]
    while waiting:
        cell, digit = waiting.pop()
        if digit not in possible[cell]:
            return False
        possible[cell] = {digit}
        for other in NEIGHBOURS[cell]:
            if digit in possible[other]:
                rest = possible[other] - {digit}
                if not rest:
                    return False
                possible[other] = rest
                if len(rest) == 1:
                    waiting.append((other, min(rest)))
    return True


def solve(possible):
    """Gives a solution, or None, and how many places were tried."""
    open_cells = [(len(digits), cell) for cell, digits in possible.items() if len(digits) > 1]
    if not open_cells:
        return possible, 0
    tried = 0
    cell = min(open_cells)[1]
    for digit in sorted(possible[cell]):
        attempt = possible.copy()
        tried += 1
        if place(attempt, cell, digit):
            solution, more = solve(attempt)
            tried += more
            if solution:
                return solution, tried
    return None, tried


def work():
    checksum, tries = 0, 0
    for seed in range(1, 80):
        possible = dict.fromkeys(CELLS, DIGITS)
        for cell, digit in sorted(puzzle(seed, 27).items()):
            place(possible, cell, digit)
        solution, tried = solve(possible)
        tries += tried
        for cell in CELLS:
            checksum = (checksum * 10 + int(min(solution[cell]))) % 1_000_003
    return checksum, tries
