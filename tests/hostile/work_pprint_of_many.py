# ends: endless
import pprint
pprint.pformat({(n, str(n)): [n] * 5 for n in range(50_000)})
