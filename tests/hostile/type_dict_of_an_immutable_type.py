# ends: error TypeError
import gc
for holder in gc.get_referents(str.__dict__):
    if type(holder) is dict:
        holder['upper'] = None
int.__dict__['real'] = 5
