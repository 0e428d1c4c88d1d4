# finds: setting socket.defaulttimeout reverted
import socket
# --- next cell
kept = socket.getdefaulttimeout()
socket.setdefaulttimeout(2)
try:
    print(socket.getdefaulttimeout())
finally:
    socket.setdefaulttimeout(kept)
