# says: A sensor with an `__init__` of its own
class Sensor:
    def __init__(self):
        if not hasattr(self, "read"):
            raise TypeError("a sensor needs read")

    def report(self):
        return f"{type(self).__name__}: {self.read():.1f}"


class Thermometer(Sensor):
    def read(self):
        return 21.5


class Hygrometer(Sensor):
    def raed(self):  # noticed when the first one is made
        return 40.0


class Embarrassing(Sensor):
    read = 42
