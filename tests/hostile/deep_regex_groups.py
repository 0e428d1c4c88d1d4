# ends: error RecursionError | stack
# Its traceback is longer than is kept; how it ends must be told all the same.
import re
re.compile('(' * 5_000 + ')' * 5_000)
