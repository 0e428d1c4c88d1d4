# finds: nothing
import copy
import optparse
# --- next cell
class Option(optparse.Option):
    TYPES = optparse.Option.TYPES + ("percent",)
    TYPE_CHECKER = copy.copy(optparse.Option.TYPE_CHECKER)

Option.TYPE_CHECKER["percent"] = lambda option, name, value: float(value)
parser = optparse.OptionParser(option_class=Option)
parser.add_option("--off", type="percent")
print(parser.parse_args(["--off", "20"])[0].off)
