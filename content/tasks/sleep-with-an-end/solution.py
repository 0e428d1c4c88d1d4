import contextlib
import types

# The module `client`, which somebody else wrote.
client = types.ModuleType("client")
source = "from time import sleep\n\ndef fetch():\n    sleep(30)\n    return 'data'\n"
exec(source, vars(client))


@contextlib.contextmanager
def no_sleep():
    # `client` has a name of its own for the function, so that is the one to patch.
    with contextlib.ExitStack() as undo:
        undo.callback(setattr, client, "sleep", client.sleep)
        client.sleep = lambda seconds: None
        yield
