# ends: error ValueError | error KeyError
raise ValueError('Traceback (most recent call last):\n  File "<cell x>", line 1, in <module>\nKeyError: no\n' * 3000)
