# says: Your repair works, and it has replaced something in the package.
from incident_plugins.errors import NotRegistered
from incident_plugins_flawed import registry
from incident_plugins_flawed.cli import main


def find(group, name):
    for plugin in registry.members(group):
        if plugin.spec.name == name:
            return plugin
    raise NotRegistered(f"There is no plugin {group}/{name}.")


registry.find = find


def ask(group, name):
    return main(["plugin", group, name])


print(ask("delivry", "pager"), registry.groups())
