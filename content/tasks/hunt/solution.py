import importlib

from incident_plugins_flawed import PagerNotifier, plugins, registry
from incident_plugins_flawed.cli import main

# A question with a slip in it is refused; then the listing has a group more.
main(["plugin", "delivry", "pager"])
main(["registry"])

# An action that fails: its history is empty.
failing = ["--arg", "title=disk", "--arg", "message=95% full", "--arg", "severity=loud"]
main(["trace", "delivery", "console", "deliver", *failing])

# The reset empties, and the module has been imported already.
registry.clear()
importlib.import_module("incident_plugins_flawed.plugins")
main(["registry"])

# A reload fills the registry, with classes that nobody's plugins belong to.
importlib.reload(plugins)
print(registry.find("delivery", "pager") is PagerNotifier)
