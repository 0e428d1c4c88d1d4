# ends: error ValueError
error = None
for n in range(2000):
    new = ValueError(n)
    new.__context__ = error
    error = new
raise error
