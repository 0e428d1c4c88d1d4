# finds: finalizer remove_lock reverted
import weakref

class Lock:
    pass

def note_spare():
    return None

spare = Lock()
weakref.finalize(spare, note_spare)
# --- next cell
removed = []

def remove_lock(path):
    removed.append(path)
    return path

lock = Lock()
remover = weakref.finalize(lock, remove_lock, "/tmp/lock")
busy = remover.alive
path = remover()
print(busy, removed)
