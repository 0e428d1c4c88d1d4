# ends: ok
Long = type('L' * 1_000_000, (), {'__module__': 'm' * 1_000_000})
long = Long()
print(repr(Long)[:10])
