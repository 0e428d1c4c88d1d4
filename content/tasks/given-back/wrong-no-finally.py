# says: When the block raises, what stands behind the `yield`
from contextlib import contextmanager

from incident_plugins_flawed import registry
from incident_plugins_flawed.cli import main


@contextmanager
def given_back():
    """Gives the registry of the copy back as it was before the block."""
    # The inner dicts are copied too, because a class statement changes them.
    saved = {group: dict(found) for group, found in registry.GROUPS.items()}
    yield
    registry.GROUPS.clear()
    registry.GROUPS.update(saved)


with given_back():
    main(["plugin", "delivry", "pager"])
print(registry.groups())
