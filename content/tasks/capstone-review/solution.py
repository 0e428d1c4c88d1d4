from incident_plugins import cli
from incident_plugins.errors import NotRegistered
from incident_plugins_flawed import registry
from incident_plugins_flawed.plugins import DeliveryPlugin


class Asking:
    """The flawed registry, asked without indexing."""

    groups = staticmethod(registry.groups)
    members = staticmethod(registry.members)

    @staticmethod
    def find(group, name):
        for plugin in registry.members(group):
            if plugin.spec.name == name:
                return plugin
        raise NotRegistered(f"There is no plugin {group}/{name}.")


# A parameter reaches one call. Everybody else who uses the package has what they had.
def ask(group, name):
    return cli.main(["plugin", group, name], catalogue=Asking)


print(ask("delivry", "pager"), registry.groups())
print(ask("delivery", "pigeon"), registry.groups())
try:

    class ChatNotifier(DeliveryPlugin, group="chat"):
        """A line in a chat room."""

    print(Asking.find("chat", "chat-notifier").__name__, registry.groups())
finally:
    registry.GROUPS.pop("chat", None)
