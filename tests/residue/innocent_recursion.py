# finds: nothing
def solve(size, row=0, taken=()):
    if row == size:
        return 1
    return sum(
        solve(size, row + 1, taken + (column,))
        for column in range(size)
        if all(column != other and abs(column - other) != row - at for at, other in enumerate(taken))
    )

def flatten(tree):
    out = []
    for branch in tree:
        out += flatten(branch) if isinstance(branch, list) else [branch]
    return out

print(solve(4), flatten([1, [2, [3, []], 4]]))
