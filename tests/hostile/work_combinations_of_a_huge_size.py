# ends: error OverflowError | memory
import itertools
list(itertools.combinations(range(5), 2**31))
