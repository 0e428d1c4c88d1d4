from incident_plugins_flawed import PagerNotifier, registry
from incident_plugins_flawed.cli import main

# Looking (G group, P plugin, F field, A action):
#   manifest [--group G]     registry [--group G]     signatures [--group G]
#   plugin G P               field G P F              action G P A
# Acting:
#   invoke G P A [--config KEY=VALUE] [--arg KEY=VALUE]     trace …, with the same words
# In Python: registry.groups(), registry.members(G), registry.find(G, P), registry.clear()

main(["registry"])
main(["trace", "delivery", "console", "preview", "--arg", "title=disk", "--arg", "message=95% full"])
print(registry.find("delivery", "pager") is PagerNotifier)
