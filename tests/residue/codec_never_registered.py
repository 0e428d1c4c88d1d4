# finds: nothing
import codecs

def find_morse(name):
    return None

codecs.unregister(find_morse)
found = find_morse("morse")
