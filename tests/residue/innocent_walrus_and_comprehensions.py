# finds: nothing
rows = ["3 4", "x", "5 12", "8 15"]
sides = [(int(a), int(b)) for row in rows if len(parts := row.split()) == 2 for a, b in [parts]]
longest = {side: (side[0] ** 2 + side[1] ** 2) ** 0.5 for side in sides}
whole = {int(length) for length in longest.values() if length == int(length)}
matrix = [[row * column for column in range(1, 4)] for row in range(1, 4)]
turned = [list(column) for column in zip(*matrix)]
first, *middle, last = sorted(whole)
while (total := sum(whole)) > 20:
    whole.remove(max(whole))
print(first, middle, last, total, turned[2])
