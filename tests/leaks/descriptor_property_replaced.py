# finds: attribute ipaddress.IPv4Address.is_private left
import ipaddress
# --- next cell
ipaddress.IPv4Address.is_private = property(lambda address: True)
print(ipaddress.ip_address("8.8.8.8").is_private)
