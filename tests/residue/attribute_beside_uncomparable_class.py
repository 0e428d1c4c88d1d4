# finds: attribute json.dumps left
class Incomparable(type):
    def __eq__(cls, other):
        raise TypeError("classes are not to be compared")

class Point(metaclass=Incomparable):
    pass

points = [Point(), Point]
place = Point()
# --- next cell
import json
json.dumps = lambda value: "quiet"
print(json.dumps(1), len(points))
