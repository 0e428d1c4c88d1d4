# finds: attribute functools.wraps left
import functools
# --- next cell
functools.wraps.__doc__ = "Copies a name."
functools.wraps.__defaults__ = (("__name__", "__doc__"), ("__dict__",))
