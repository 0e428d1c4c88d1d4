"""Compares words by dynamic programming over tables: edits, common parts and alignments."""


def edits(one, two):
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(two, 1):
            cost = diagonal if left == right else 1 + min(diagonal, row[j], row[j - 1])
            diagonal, row[j] = row[j], cost
    return row[-1]


def common_part(one, two):
    """The longest text whose characters stand in both in this order."""
    table = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one)):
        for j in range(len(two)):
            if one[i] == two[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    result = []
    i, j = len(one), len(two)
    while i and j:
        if one[i - 1] == two[j - 1]:
            result.append(one[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(result))


def work():
    words = "archipelago parallelogram kaleidoscope philharmonic planetarium caramelised chandelier marketplace".split()
    words += [word[::-1] for word in words]
    words += [word[5:] + word[:5] for word in words]
    total = sum(edits(one, two) for one in words for two in words)
    parts = {common_part(one, two) for one in words for two in words if one != two}
    longest = max(parts, key=lambda part: (len(part), part))
    letters = "".join(words)
    return total, longest, len(common_part(letters[:120], letters[60:180]))
