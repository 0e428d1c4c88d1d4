# finds: trace sys.settrace left
import sys

calls = []

def spy(frame, event, arg):
    calls.append(frame.f_code.co_name)

def area(width, height):
    return width * height

sys.settrace(spy)
area(3, 4)
