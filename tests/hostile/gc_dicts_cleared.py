# ends: error NameError
import gc
for thing in gc.get_objects():
    if type(thing) is dict and thing is not globals():
        thing.clear()
