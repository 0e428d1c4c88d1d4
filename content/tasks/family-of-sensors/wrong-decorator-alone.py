# says: The class lacks `read` and an instance was made.
from abc import abstractmethod


class Sensor:
    @abstractmethod
    def read(self): ...

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
