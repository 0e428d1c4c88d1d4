# finds: path_hook memory_hook left
import sys

def memory_hook(entry):
    if not entry.startswith('memory:'):
        raise ImportError(entry)
    return None

sys.path_hooks.append(memory_hook)
print(sys.path_hooks[-1].__name__)
