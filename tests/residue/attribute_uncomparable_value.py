# finds: attribute math.place left
import math

class Incomparable(type):
    def __eq__(cls, other):
        raise TypeError("classes are not to be compared")

class Point(metaclass=Incomparable):
    pass

math.place = Point()
