# finds: shadow client.fetch reverted
from unittest.mock import patch

class Client:
    def fetch(self, url):
        raise OSError('offline')

client = Client()
# --- next cell
with patch.object(client, 'fetch', return_value='<html>') as fetch:
    page = client.fetch('http://example.org')
    calls = fetch.call_count
print(page, calls)
