# finds: nothing
import weakref

class Image:
    def __init__(self, name):
        self.name = name

gone = []

def forget(reference):
    gone.append(reference)

image = Image("sunset")
reference = weakref.ref(image, forget)
sizes = weakref.WeakKeyDictionary()
sizes[image] = (640, 480)
print(reference().name, len(sizes))
