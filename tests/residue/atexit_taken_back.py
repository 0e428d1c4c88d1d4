# finds: atexit flush reverted
import atexit

buffer = []

def flush():
    buffer.clear()

atexit.register(flush)
try:
    buffer.extend("abc")
    flush()
finally:
    atexit.unregister(flush)
