# ends: panic | error SystemError | error ValueError
def f(n):
    while n:
        n -= 1
code = f.__code__.co_code
f.__code__ = f.__code__.replace(co_code=code[:2] + bytes(255 for _ in code[2:]))
f(3)
