# finds: registry configparser.RawConfigParser.BOOLEAN_STATES reverted
import configparser
# --- next cell
states = configparser.ConfigParser.BOOLEAN_STATES
states["maybe"] = False
parser = configparser.ConfigParser()
parser.read_string("[a]\nb = maybe")
print(parser["a"].getboolean("b"))
states.pop("maybe")
