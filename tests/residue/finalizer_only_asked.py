# finds: nothing
import weakref

class Door:
    pass

def lock_up(name):
    return name

door = Door()
locker = weakref.finalize(door, lock_up, "front")
# --- next cell
waiting = locker.alive
target, function, args, kwargs = locker.peek()
print(waiting, function.__name__, args)
