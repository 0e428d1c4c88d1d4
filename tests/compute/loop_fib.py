"""Calls a function that calls itself twice."""


def fib(number):
    return number if number < 2 else fib(number - 1) + fib(number - 2)


def work():
    return fib(28)
