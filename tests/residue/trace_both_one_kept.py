# finds: trace sys.settrace reverted
# finds: trace sys.setprofile left
import sys

def tracer(frame, event, arg):
    return None

def profiler(frame, event, arg):
    return None

sys.settrace(tracer)
sys.setprofile(profiler)
squares = [n * n for n in range(4)]
sys.settrace(None)
