# finds: registry http.server.SimpleHTTPRequestHandler.extensions_map left
from http.server import SimpleHTTPRequestHandler
# --- next cell
SimpleHTTPRequestHandler.extensions_map[".recipe"] = "text/x-recipe"
