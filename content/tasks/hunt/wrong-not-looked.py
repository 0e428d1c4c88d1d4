# says: You have filled the registry again before anybody looked.
import importlib

from incident_plugins_flawed import PagerNotifier, plugins, registry

registry.clear()
importlib.reload(plugins)
print(registry.find("delivery", "pager") is PagerNotifier)
