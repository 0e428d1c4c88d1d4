"""Reads arithmetic with names and functions by recursive descent, simplifies it, derives it and calculates it."""


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.place = 0

    def peek(self):
        return self.tokens[self.place]

    def take(self):
        token = self.tokens[self.place]
        self.place += 1
        return token

    def total(self):
        left = self.term()
        while self.peek() in ("+", "-"):
            left = (self.take(), left, self.term())
        return left

    def term(self):
        left = self.power()
        while self.peek() in ("*", "/"):
            left = (self.take(), left, self.power())
        return left

    def power(self):
        base = self.atom()
        return (self.take(), base, self.power()) if self.peek() == "^" else base

    def atom(self):
        token = self.take()
        if token == "(":
            inner = self.total()
            if self.take() != ")":
                raise SyntaxError("a bracket is open")
            return inner
        if token == "-":
            return ("-", 0, self.atom())
        return int(token) if token.isdigit() else token


def tokens(text):
    place = 0
    while place < len(text):
        start = place
        kind = str.isdigit if text[place].isdigit() else str.isalpha if text[place].isalpha() else None
        place += 1
        while kind and place < len(text) and kind(text[place]):
            place += 1
        if not text[start].isspace():
            yield text[start:place]
    yield ""


def derived(tree, name):
    if not isinstance(tree, tuple):
        return int(tree == name)
    sign, left, right = tree
    if sign in ("+", "-"):
        return (sign, derived(left, name), derived(right, name))
    if sign == "*":
        return ("+", ("*", derived(left, name), right), ("*", left, derived(right, name)))
    if sign == "/":
        above = ("-", ("*", derived(left, name), right), ("*", left, derived(right, name)))
        return ("/", above, ("^", right, 2))
    return ("*", ("*", right, ("^", left, right - 1)), derived(left, name))


def simplified(tree):
    if not isinstance(tree, tuple):
        return tree
    sign, left, right = tree[0], simplified(tree[1]), simplified(tree[2])
    match (sign, left, right):
        case ("+", 0, other) | ("+", other, 0) | ("*", 1, other) | ("*", other, 1) | ("-", other, 0):
            return other
        case ("*", 0, _) | ("*", _, 0) | ("/", 0, _):
            return 0
        case ("+", int(), int()):
            return left + right
        case ("*", int(), int()):
            return left * right
        case ("^", base, 1) | ("/", base, 1):
            return base
    return (sign, left, right)


def value(tree, names):
    if isinstance(tree, int):
        return tree
    if isinstance(tree, str):
        return names[tree]
    sign, left, right = tree[0], value(tree[1], names), value(tree[2], names)
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if sign == "/":
        return left // right if right else 0
    return left**right


def written(tree):
    return f"({written(tree[1])} {tree[0]} {written(tree[2])})" if isinstance(tree, tuple) else str(tree)


def work():
    total, length = 0, 0
    for number in range(340):
        text = f"(x + {number}) ^ 3 * y - 12 * x / (y + {number % 7}) + -(x * x * 3 - {number}) * (1 + y ^ 2) + 0 * x"
        tree = simplified(Parser(text).total())
        for name in ("x", "y"):
            slope = simplified(derived(tree, name))
            length += len(written(slope))
            for x in (2, 5, 9):
                total += value(tree, {"x": x, "y": number}) - value(slope, {"x": x, "y": number + 1})
    return total, length
