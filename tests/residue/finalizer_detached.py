# finds: finalizer log_end reverted
# finds: finalizer drop_cache left
import weakref

class Session:
    pass

def note_spare():
    return None

spare = Session()
weakref.finalize(spare, note_spare)
# --- next cell
def log_end(name):
    return f"{name} ended"

def drop_cache(cache):
    cache.clear()

session, cache = Session(), {"a": 1}
ending = weakref.finalize(session, log_end, "session")
dropping = weakref.finalize(session, drop_cache, cache)
dropping.atexit = False
pending = [ending.alive, dropping.alive]
detached = ending.detach()
