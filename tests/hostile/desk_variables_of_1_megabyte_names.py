# ends: ok
for letter in 'abcdefgh':
    globals()[letter * 1_000_000] = letter
