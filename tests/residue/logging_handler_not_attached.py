# finds: nothing
import io
import logging

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setLevel(logging.ERROR)
handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
record = logging.LogRecord("demo", logging.ERROR, "demo.py", 1, "bad %s", ("day",), None)
handler.handle(record)
print(stream.getvalue().strip())
