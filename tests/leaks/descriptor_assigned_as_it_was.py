# finds: nothing
from fractions import Fraction
import ipaddress
# --- next cell
Fraction.numerator = Fraction.numerator
ipaddress.IPv4Address.is_private = vars(ipaddress.IPv4Address)["is_private"]
