# says: The group is there because somebody has asked for it.
from incident_plugins import cli
from incident_plugins.errors import NotRegistered
from incident_plugins_flawed import registry


class Asking:
    groups = staticmethod(registry.groups)
    members = staticmethod(registry.members)

    @staticmethod
    def find(group, name):
        if name not in registry.GROUPS[group]:
            raise NotRegistered(f"There is no plugin {group}/{name}.")
        return registry.GROUPS[group][name]


def ask(group, name):
    return cli.main(["plugin", group, name], catalogue=Asking)


print(ask("delivry", "pager"), registry.groups())
