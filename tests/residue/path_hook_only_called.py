# finds: nothing
import sys

def probe(entry):
    raise ImportError(entry)

hooks = [probe] + sys.path_hooks
try:
    hooks[0]('/tmp')
except ImportError as error:
    print(error)
