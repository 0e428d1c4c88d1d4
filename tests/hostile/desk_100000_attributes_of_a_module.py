# ends: ok
import json
json.__dict__.update((f'a{n}', n) for n in range(100_000))
