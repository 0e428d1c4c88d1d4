# ends: memory | error MemoryError | error ValueError | error OverflowError
'{:>10000000000}'.format('x')
