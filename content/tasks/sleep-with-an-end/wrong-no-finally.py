# says: The block failed, and the patch is still there
import contextlib
import types

client = types.ModuleType("client")
source = "from time import sleep\n\ndef fetch():\n    sleep(30)\n    return 'data'\n"
exec(source, vars(client))


@contextlib.contextmanager
def no_sleep():
    original = client.sleep
    client.sleep = lambda seconds: None
    yield
    client.sleep = original
