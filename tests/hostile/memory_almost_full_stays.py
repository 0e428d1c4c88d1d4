# ends: ok
keep = bytes(60_000_000)
len(keep)
