# finds: atexit close_log left
# finds: atexit close_cache reverted
import atexit

def close_log(path):
    return path

def close_cache():
    return None

atexit.register(close_log, "/tmp/app.log")
atexit.register(close_cache)
for step in range(3):
    done = step
atexit.unregister(close_cache)
