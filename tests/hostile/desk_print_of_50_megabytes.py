# ends: ok | memory
# One write, far more than is kept. Takes 200 MB; that is its point.
print('0123456789' * 5_000_000)
