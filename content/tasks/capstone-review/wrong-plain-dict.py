# says: Defining a new adapter ends in a `KeyError`.
from incident_plugins_flawed.cli import main
from incident_plugins_flawed.registry import GROUPS

GROUPS.default_factory = None


def ask(group, name):
    return main(["plugin", group, name])


print(ask("delivry", "pager"), sorted(GROUPS))
