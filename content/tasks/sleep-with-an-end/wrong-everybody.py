# says: Everybody who sleeps is hit by this patch
import contextlib
import time
import types

client = types.ModuleType("client")
source = "from time import sleep\n\ndef fetch():\n    sleep(30)\n    return 'data'\n"
exec(source, vars(client))


@contextlib.contextmanager
def no_sleep():
    original = time.sleep
    time.sleep = lambda seconds: None
    try:
        yield
    finally:
        time.sleep = original
