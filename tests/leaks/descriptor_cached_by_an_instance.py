# finds: nothing
import ipaddress
# --- next cell
network = ipaddress.ip_network("10.0.0.0/8")
print(network.broadcast_address, network.hostmask, network.num_addresses)
