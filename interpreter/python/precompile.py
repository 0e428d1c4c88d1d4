"""Compiles modules of the library into the caches (.pyc files) that importlib looks for. Runs once, while the image is
made.

The modules are those that NAMES lists, and all that importing them imports or tries to import; xtask/bake.rs puts NAMES
before this file. For each module a line is written: the cache's path below the library's root, and its content in
hexadecimal digits. importlib never compares such a cache with its source, because both come from the same build.
"""

import sys
from _frozen_importlib_external import SourceLoader, _code_to_hash_pyc
from importlib.util import cache_from_source

ROOT = sys._stdlib_dir + "/"
compiles = SourceLoader.source_to_code


def source_to_code(self, data, path, **options):
    """Compile a module as importlib does, and write its line."""
    code = compiles(self, data, path, **options)
    if path.startswith(ROOT):
        print(cache_from_source(path).removeprefix(ROOT), _code_to_hash_pyc(code, bytes(8), False).hex())
    return code


SourceLoader.source_to_code = source_to_code
for name in NAMES.split():
    __import__(name)
