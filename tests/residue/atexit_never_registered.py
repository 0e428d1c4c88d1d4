# finds: nothing
import atexit

class Store:
    def __init__(self):
        self.items = {}

    def close(self):
        atexit.unregister(goodbye)
        self.items.clear()

def goodbye():
    print("bye")

store = Store()
store.items["a"] = 1
store.close()
