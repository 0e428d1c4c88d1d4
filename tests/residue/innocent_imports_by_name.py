# finds: nothing
def load(name):
    try:
        return __import__(name)
    except Exception:
        return None
# --- next cell
for name in "tarfile zipfile pydoc doctest decimal datetime asyncio xml.etree.ElementTree http.client urllib.request email.mime.text".split():
    load(name)
