# finds: nothing
import os
import platform
import sys

version = ".".join(map(str, sys.version_info[:2]))
facts = {
    "recursion": sys.getrecursionlimit() > 0,
    "byteorder": sys.byteorder in ("little", "big"),
    "here": os.path.isabs(os.getcwd()),
    "path": isinstance(os.environ.get("PATH", ""), str),
    "modules": "sys" in sys.modules,
    "implementation": bool(platform.python_implementation()),
}
separators = os.sep + os.linesep.strip()
trouble = [name for name, fine in facts.items() if not fine]
print(len(version) > 2, trouble, sys.getsizeof([]) > 0, separators)
