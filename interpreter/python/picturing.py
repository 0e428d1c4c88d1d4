"""Answers the question `lens`: draws a picture of what a mechanism of Python does. Asked in forks only, through
`looking.py`.

The package `lenses`, which draws, is in the library and not in the image: it has many bytes, and few runs are looked
at. A fork that is asked makes a sealed copy of those of its modules that the picture needs, past the reader's import
machinery. What they import of the standard library is as it was when the image was made.
"""

import sys
from marshal import loads

import _host

# What the modules of the package import: of each its names, as they are before any run. `sys` itself is not copied,
# because what the reader has put into it (finders, hooks) is what a picture may be about.
STANDARD = {"sys": sys}
# A reason is shown with at most this many characters.
LONGEST_REASON = 300

_Module = type(sys)
_import = __import__
_sealed = {}


def remember(names):
    """Keep what modules of the standard library have; once, while the image is made."""
    for name in names:
        module = STANDARD[name] = _Module(name)
        module.__dict__.update(_import(name, None, None, ["*"]).__dict__)


def lens(main, kind, subject):
    """Draw a picture: `{"Ok": picture}`, or `{"Err": sentence}` with the reason why there is none."""
    lenses = _load("lenses._lenses")
    try:
        return {"Ok": lenses.look(kind, subject, main)}
    except lenses.NoPicture as why:
        return {"Err": words.cut(words.exact(str(why)), LONGEST_REASON)}
    except BaseException as error:
        return {"Err": words.cut(f"There is no picture: {_told(error)}.", LONGEST_REASON)}


def _load(name):
    """Return a module of the package; its code comes with the library, compiled."""
    if name not in _sealed:
        package, _, part = name.partition(".")
        cache = f"{package}/__pycache__/{part}.{sys.implementation.cache_tag}.pyc"
        module = _sealed[name] = _Module(name)
        module.__dict__["__builtins__"] = {**__builtins__, "__import__": _import_sealed}
        # Sixteen bytes stand before the code: what importlib would compare with the source.
        exec(loads(_host.library(cache)[16:]), module.__dict__)
    return _sealed[name]


def _import_sealed(name, globals=None, locals=None, fromlist=(), level=0):
    """What `import` does in the sealed copy."""
    if name.partition(".")[0] == "lenses":
        return _load(name)
    return STANDARD[name] if name in STANDARD else _import(name, globals, locals, fromlist, level)


def _told(error):
    """An exception in words."""
    name = words.qualname(type(error)).rpartition(".")[2]
    try:
        about = words.exact(str(error))
    except BaseException:
        about = "…"
    return f"`{name}: {about}`" if about else f"`{name}`"
