# finds: nothing
import configparser

parser = configparser.ConfigParser()
parser.BOOLEAN_STATES = {"ja": True, "nein": False}
# --- next cell
parser.BOOLEAN_STATES["jawohl"] = True
parser.read_string("[shop]\nopen = jawohl")
print(parser.getboolean("shop", "open"))
