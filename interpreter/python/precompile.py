"""Compiles what NAMES names, and all that this imports or tries to, as importlib would for its caches. Run once, while
the image is made.

Writes a line for each module: where the cache belongs, from the library's root, and its content in hexadecimal digits.
The caches are not compared with their sources: both come from the same build.
"""

import sys
from _frozen_importlib_external import SourceLoader, _code_to_hash_pyc
from importlib.util import cache_from_source

ROOT = sys._stdlib_dir + "/"
compiles = SourceLoader.source_to_code


def source_to_code(self, data, path, **options):
    code = compiles(self, data, path, **options)
    if path.startswith(ROOT):
        print(cache_from_source(path).removeprefix(ROOT), _code_to_hash_pyc(code, bytes(8), False).hex())
    return code


SourceLoader.source_to_code = source_to_code
for name in NAMES.split():
    __import__(name)
