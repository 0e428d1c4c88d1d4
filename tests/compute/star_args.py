"""Passes arguments in every form, and takes sequences and dicts apart."""


def plain(a, b, c):
    return a + b * c


def with_defaults(a, b=2, *, c=3, d=4):
    return a * b - c * d


def with_rest(first, *rest, scale=1, **others):
    return (first + sum(rest)) * scale + len(others)


def positional(a, b, /, c, *, d):
    return a ^ b ^ c ^ d


def passed_on(*args, **kwargs):
    return with_rest(*args, **kwargs)


def divided(value):
    quotient, remainder = divmod(value, 7)
    return quotient, remainder, (quotient + 1, [remainder + 1])


def work():
    total = 0
    settings = {"scale": 3, "colour": 1, "shape": 2}
    triple = (3, 4, 5)
    for number in range(20_000):
        first, *middle, last = number, *triple, number + 1
        total += plain(*triple) + plain(c=1, b=2, a=first) + with_defaults(number, c=last)
        total += with_defaults(*triple[:2], **{"d": 2})
        total += with_rest(*middle, *triple, scale=2) + passed_on(number, *triple, **settings)
        total += positional(number, 1, c=2, d=3)
        quotient, remainder, (more, [most]) = divided(number)
        first, last = last, first
        total += quotient - remainder + more * most + first - last
        if number % 8 == 0:
            joined = {**settings, "size": number, **dict(zip("abc", triple))}
            total += len(joined) + sum([*triple, *middle][1:])
    return total
