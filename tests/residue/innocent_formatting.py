# finds: nothing
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        sign = "" if spec != "+" or self.cents < 0 else "+"
        return f"{sign}{self.cents / 100:.2f}"

price, name = Money(1250), "tea"
lines = [
    f"{name:>8}|{price:+}",
    "%-6s|%05d" % (name, 42),
    "{0!r:^9}|{number:,}".format(name, number=1234567),
    f"{255:#x} {0.256:.1%} {name=}",
]
print("\n".join(lines))
