# finds: nothing
import sys

events = []

def tracer(frame, event, arg):
    events.append((event, frame.f_lineno))
    return tracer

tracer(sys._getframe(), "line", None)
sys.setprofile(sys.getprofile())
print(len(events))
