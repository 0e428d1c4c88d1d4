# finds: attribute os.environ.__class__ left
import os
# --- next cell
class Quiet(type(os.environ)):
    def __missing__(self, key):
        return ""

os.environ.__class__ = Quiet
