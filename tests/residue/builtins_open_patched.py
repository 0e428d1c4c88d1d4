# finds: builtins builtins.open reverted
import io
from unittest.mock import patch

def read_config():
    with open('/etc/tool.cfg') as source:
        return source.read().strip()

with patch('builtins.open', lambda path, *rest: io.StringIO('level=3\n')):
    config = read_config()
print(config)
