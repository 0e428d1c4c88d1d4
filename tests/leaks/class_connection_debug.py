# finds: attribute http.client.HTTPConnection.debuglevel left
import http.client
# --- next cell
http.client.HTTPConnection.debuglevel = 1
