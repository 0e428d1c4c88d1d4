# finds: attribute urllib.request._opener left
import urllib.request
# --- next cell
class Polite(urllib.request.BaseHandler):
    handler_order = 100

    def http_request(self, request):
        request.add_header("User-Agent", "shelf")
        return request

urllib.request.install_opener(urllib.request.build_opener(Polite))
