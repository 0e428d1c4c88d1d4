from contextlib import contextmanager

from incident_plugins_flawed import registry
from incident_plugins_flawed.cli import main


@contextmanager
def given_back():
    """Gives the registry of the copy back as it was before the block."""
    saved = dict(registry.GROUPS)
    yield
    registry.GROUPS.update(saved)


with given_back():
    main(["plugin", "delivry", "pager"])
print(registry.groups())
