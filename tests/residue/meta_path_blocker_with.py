# finds: meta_path Blocker reverted
import sys

class Blocker:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        sys.meta_path.insert(0, self)

    def __exit__(self, *details):
        sys.meta_path.remove(self)

    def find_spec(self, name, path=None, target=None):
        if name == self.name:
            raise ImportError(name)

with Blocker('speedups'):
    try:
        import speedups
    except ImportError as error:
        print('blocked', error)
