# finds: nothing
import contextlib
stack = contextlib.ExitStack()
stack.callback(print, "bye")
stack.close()
