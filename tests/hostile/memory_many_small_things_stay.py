# ends: ok
things = [(n,) for n in range(300_000)]
