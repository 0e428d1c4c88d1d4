from checking import cell, seeded

reading = seeded.randint(10, 99)
FORGETFUL = """
class Barometer(Sensor):
    def __init__(self):
        self.height = 0

Barometer()
"""
LATER = f"""
class Outdoor(Sensor): ...

class Anemometer(Outdoor):
    def read(self):
        return {reading}

Anemometer().report()
"""

cell.case("Thermometer().report()").gives("Thermometer: 21.5", says="A complete sensor must report as before.")
cell.case(LATER, about="a class between, without `read`; below it a complete one: its report").gives(
    f"Anemometer: {reading}.0",
    says="An unfinished class may be defined and subclassed. Only making an instance is refused.",
)
slip = "The class lacks `read` and an instance was made. The decorator alone only marks: who collects the marks?"
cell.case("Hygrometer()").raises("TypeError", says=slip)
cell.case(FORGETFUL, about="a sensor without `read`, with an `__init__` of its own").raises(
    "TypeError",
    says="A sensor with an `__init__` of its own never reaches yours. Who can refuse before any `__init__`?",
)
cell.case("Sensor in Embarrassing.__mro__ and isinstance(Embarrassing(), Sensor)").gives(
    True,
    says="Embarrassing must inherit from Sensor, and it must be possible to make one: that is what makes it legal.",
)
cell.case("thing = Embarrassing()\nthing.report()", about="`Embarrassing().report()`").raises(
    says="This sensor works. What is the worst that may stand under the name `read`?"
)
cell.foresee(
    cell.raised == "TypeError",
    "The refusal ended your cell. It is what you want; take the `Hygrometer()` at its end out.",
)
