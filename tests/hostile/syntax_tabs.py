# ends: error TabError
if True:
	x = 1
        y = 2
