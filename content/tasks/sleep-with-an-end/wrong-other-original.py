# says: When the block has ended, `client` must have the very function that it had before.
import contextlib
import time
import types

client = types.ModuleType("client")
source = "from time import sleep\n\ndef fetch():\n    sleep(30)\n    return 'data'\n"
exec(source, vars(client))


@contextlib.contextmanager
def no_sleep():
    client.sleep = lambda seconds: None
    try:
        yield
    finally:
        client.sleep = time.sleep
