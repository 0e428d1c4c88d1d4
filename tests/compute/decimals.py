"""Calculates with decimal numbers: interest, rounding to cents, roots and contexts."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Context, Decimal, localcontext


def plan(loan, rate, payment):
    """Pays a loan back month by month; gives the number of months and all the interest."""
    cent = Decimal("0.01")
    months, paid = 0, Decimal(0)
    while loan > 0:
        interest = (loan * rate / 12).quantize(cent, rounding=ROUND_HALF_EVEN)
        loan += interest - payment
        paid += interest
        months += 1
    return months, paid


def root(number, digits):
    with localcontext(Context(prec=digits)):
        guess = Decimal(number)
        while True:
            better = (guess + number / guess) / 2
            if abs(better - guess) < Decimal(10) ** (3 - digits):
                return better
            guess = better


def work():
    months, paid = 0, Decimal(0)
    for number in range(450):
        length, interest = plan(Decimal(10_000 + number * 50), Decimal("0.0375"), Decimal("189.99"))
        months += length
        paid += interest
    roots = [root(number, 60) for number in range(2, 220)]
    rounded = Decimal(0)
    for number in range(9000):
        value = Decimal(number) / Decimal(8)
        rounded += value.quantize(Decimal("0.1"), rounding=(ROUND_UP, ROUND_DOWN)[number % 2])
        rounded -= Decimal(str(number)) % Decimal("2.5")
    return months, str(paid), str(roots[5])[:40], str(rounded), str(Decimal(2).sqrt().normalize())
