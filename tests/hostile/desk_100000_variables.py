# ends: ok
globals().update((f'v{n}', n) for n in range(100_000))
