# finds: attribute functools.lru_cache reverted
# finds: attribute fnmatch._compile_pattern left
# finds: attribute fnmatch._re_escape left
import functools
# --- next cell
def no_cache(maxsize=128, typed=False):
    def decorated(function):
        def uncached(*args):
            return function(*args)
        return uncached
    return decorated

kept, functools.lru_cache = functools.lru_cache, no_cache
import fnmatch
functools.lru_cache = kept
print(fnmatch.fnmatch("a.py", "*.py"))
