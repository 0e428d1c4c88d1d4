"""Builds lists, sets and dicts by comprehensions: nested, filtered, and of objects."""


class Item:
    def __init__(self, name, price, tags):
        self.name = name
        self.price = price
        self.tags = tags


def work():
    result = 0
    for turn in range(42):
        items = [
            Item(f"item {number}", number * 37 % 101, {f"tag {number % part}" for part in (2, 3, 5)})
            for number in range(600)
        ]
        cheap = {item.name: item.price for item in items if item.price < 50}
        tags = {tag for item in items for tag in item.tags}
        by_tag = {tag: [item.price for item in items if tag in item.tags] for tag in sorted(tags)}
        table = [[row * column + turn for column in range(40)] for row in range(40)]
        turned = [[row[column] for row in table] for column in range(40)]
        diagonals = [sum(table[place][shift - place] for place in range(shift + 1)) for shift in range(40)]
        triples = [(a, b, c) for c in range(24) for b in range(c) for a in range(b) if a * a + b * b == c * c]
        squares = {number: square for number in range(400) if (square := number * number) % 3 == 1}
        result += len(cheap) + len(triples) + len(squares) + diagonals[39] + turned[3][5]
        result += sum(max(prices) for prices in by_tag.values())
        result += sum(value for row in turned for value in row if value % 2) % 1009
    return result
