# finds: registry configparser.RawConfigParser.BOOLEAN_STATES left
import configparser

parser = configparser.ConfigParser()
# --- next cell
parser.BOOLEAN_STATES["ja"] = True
parser.read_string("[shop]\nopen = ja")
print(parser.getboolean("shop", "open"))
