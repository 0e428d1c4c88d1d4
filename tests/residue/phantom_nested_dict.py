# finds: phantom SETTINGS['network'] left
from collections import defaultdict

SETTINGS = defaultdict(dict)
SETTINGS['ui']['theme'] = 'dark'
# --- next cell
timeout = SETTINGS['network'].get('timeout', 30)
theme = SETTINGS['ui'].get('theme')
print(timeout, theme)
