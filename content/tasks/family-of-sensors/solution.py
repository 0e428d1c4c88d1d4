from abc import ABC, abstractmethod


class Sensor(ABC):
    """Our own family: we write every sensor, here."""

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
    read = None  # the name is taken; what stands under it is not looked at


# What the ABC still gives: no sensor is made whose class forgot `read`, and all share one `report`.
