# finds: attribute platform.node left
import platform
from unittest.mock import patch

first = patch('platform.node', lambda: 'alpha')
second = patch('platform.node', lambda: 'beta')
first.start()
second.start()
seen = platform.node()
first.stop()
second.stop()
print(seen, platform.node())
