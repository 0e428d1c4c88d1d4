# ends: ok
'x' * 10_000_000
