# finds: path_hook ZipLike reverted
import sys

class ZipLike:
    def __init__(self, entry):
        raise ImportError('not for me')

sys.path_hooks.insert(0, ZipLike)
count = len(sys.path_hooks)
sys.path_hooks.remove(ZipLike)
print(count - len(sys.path_hooks))
