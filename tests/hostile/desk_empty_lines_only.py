# ends: ok
print('\n' * 500_000)
