# ends: error OSError
open('n' * 1_000_000, 'w').close()
