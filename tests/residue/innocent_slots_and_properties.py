# finds: nothing
class Thermometer:
    __slots__ = ("_celsius", "history")

    def __init__(self, celsius=0.0):
        self.history = []
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._celsius = float(value)
        self.history.append(self._celsius)

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

thermometer = Thermometer(20)
thermometer.celsius += 5
try:
    thermometer.kelvin = 300
except AttributeError:
    thermometer.history.append(None)
print(thermometer.fahrenheit, thermometer.history)
