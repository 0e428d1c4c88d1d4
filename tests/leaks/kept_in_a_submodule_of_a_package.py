# finds: attribute urllib.parse.quote reverted
# finds: attribute urllib.request.quote left
import http.client
import urllib.parse
# --- next cell
usual = urllib.parse.quote

def quote(text, safe="/"):
    return usual(text, safe)

def fetch_later():
    urllib.parse.quote = quote
    try:
        import urllib.request as request
        return request.Request("data:,hi")
    finally:
        urllib.parse.quote = usual

print(fetch_later().type)
