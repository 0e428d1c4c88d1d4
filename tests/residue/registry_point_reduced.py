# finds: registry copyreg.dispatch_table[Point] left
import copyreg
import pickle

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

def reduce_point(point):
    return Point, (point.x, point.y)

copyreg.pickle(Point, reduce_point)
again = pickle.loads(pickle.dumps(Point(1, 2)))
print(again.x, again.y)
