# ends: endless
sum(range(10**12))
