"""Finds prime numbers with a sieve, by slices and by single steps, and factors numbers with them."""


def primes_by_slices(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for number in range(2, int(limit**0.5) + 1):
        if flags[number]:
            flags[number * number :: number] = bytes(len(range(number * number, limit + 1, number)))
    return [number for number, flag in enumerate(flags) if flag]


def primes_by_steps(limit):
    flags = [True] * (limit + 1)
    found = []
    for number in range(2, limit + 1):
        if flags[number]:
            found.append(number)
            multiple = number * number
            while multiple <= limit:
                flags[multiple] = False
                multiple += number
    return found


def factors(number, primes):
    found = []
    for prime in primes:
        if prime * prime > number:
            break
        while number % prime == 0:
            found.append(prime)
            number //= prime
    if number > 1:
        found.append(number)
    return found


def work():
    many = primes_by_slices(400_000)
    few = primes_by_steps(180_000)
    most = max(range(50_000, 62_000), key=lambda number: len(factors(number, few)))
    return len(many), sum(few), most
