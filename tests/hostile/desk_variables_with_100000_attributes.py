# ends: ok
class A:
    pass
a = A()
a.__dict__.update((f'attribute_{n}', n) for n in range(100_000))
