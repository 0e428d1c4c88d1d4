"""Calculates with integers of many digits: pi by arctangents, Fibonacci numbers, factorials and powers."""

import math


def arctangent_of_inverse(number, unit):
    """The arctangent of 1/number, as a multiple of 1/unit."""
    power = unit // number
    total, divisor, square = power, 3, number * number
    while power:
        power //= -square
        total += power // divisor
        divisor += 2
        if power in (0, -1):
            break
    return total


def pi_digits(digits):
    unit = 10 ** (digits + 10)
    result = 4 * (4 * arctangent_of_inverse(5, unit) - arctangent_of_inverse(239, unit))
    return str(result // 10**10)


def fibonacci(number):
    """The pair of Fibonacci numbers at this place and the next one."""
    if number == 0:
        return 0, 1
    one, two = fibonacci(number // 2)
    even = one * (2 * two - one)
    odd = one * one + two * two
    return (odd, even + odd) if number % 2 else (even, odd)


def work():
    pi = pi_digits(4000)
    large = fibonacci(250_000)[0]
    product = math.prod(range(1, 3600))
    digit_sum, rest = 0, product
    while rest:
        rest, low = divmod(rest, 10**9)
        digit_sum += sum(map(int, str(low)))
    modulus = 2**521 - 1
    power = 1
    for base in range(2, 80):
        power = power * pow(base, modulus - 2, modulus) % modulus
    return pi[-12:], large % 1_000_000_007, digit_sum, power % 1_000_000_007, math.isqrt(product) % 9973
