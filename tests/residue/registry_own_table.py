# finds: nothing
import copyreg
import io
import pickle

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

def reduce_point(point):
    return Point, (point.x, point.y)

buffer = io.BytesIO()
pickler = pickle.Pickler(buffer)
pickler.dispatch_table = copyreg.dispatch_table.copy()
pickler.dispatch_table[Point] = reduce_point
pickler.dump(Point(3, 4))
back = pickle.loads(buffer.getvalue())
