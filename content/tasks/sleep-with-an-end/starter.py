import time
import types

# The module `client`, which somebody else wrote.
client = types.ModuleType("client")
source = "from time import sleep\n\ndef fetch():\n    sleep(30)\n    return 'data'\n"
exec(source, vars(client))

# This stands at the top of a test file.
time.sleep = lambda seconds: None
