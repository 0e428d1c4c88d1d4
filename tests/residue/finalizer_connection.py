# finds: finalizer close_connection left
import weakref

class Connection:
    def __init__(self, name):
        self.name = name

def forget_spare(name):
    return name

spare = Connection("spare")
weakref.finalize(spare, forget_spare, "spare")
closed = []
# --- next cell
def close_connection(name):
    closed.append(name)

main = Connection("main")
closer = weakref.finalize(main, close_connection, main.name)
print(closer.alive)
