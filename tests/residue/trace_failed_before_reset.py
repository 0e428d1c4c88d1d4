# finds: trace sys.setprofile left
import sys

def profiler(frame, event, arg):
    pass

def share(total, people):
    return total / people

sys.setprofile(profiler)
portions = [share(12, people) for people in (3, 2, 0)]
sys.setprofile(None)
