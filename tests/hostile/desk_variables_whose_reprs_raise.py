# ends: ok
class A:
    def __repr__(self):
        raise SystemExit(self)
many = {f'raises_{n}': A() for n in range(1000)}
globals().update(many)
