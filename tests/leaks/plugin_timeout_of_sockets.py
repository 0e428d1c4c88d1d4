# finds: setting socket.defaulttimeout left
import socket
# --- next cell
socket.setdefaulttimeout(15)
