import re

from checking import cell

after = cell.case(
    """
import incident_plugins_flawed as package
from incident_plugins_flawed import registry
groups = {name: dict(found) for name, found in registry.GROUPS.items()}
pager = groups.get("delivery", {}).get("pager")
[any(not found for found in groups.values()), pager is None, pager is not None and pager is not package.PagerNotifier]
"""
).value
phantom, empty, other = after or (False, False, False)
lines = [line.strip() for line in cell.printed.splitlines()]
listings = [line for line in lines if line.startswith("[") and "'delivery'" in line]
group = re.compile(r'"(?!history|fields|actions|parameters|choices)[^"]+": \[\]')
printed_group = len(set(listings)) > 1 or any(group.match(line) for line in lines)
bare = [line for line in lines if not line.startswith('"')]
printed_empty = any(line == "{}" or line.endswith((", {})", "[]")) for line in bare)
fails = "severity" in cell.source or any(word in cell.source for word in ("except", "suppress", "assertRaises"))
no_history = any(line.startswith('"history": []') for line in lines)
no_history = no_history or fails and "history" in cell.source and any(line.endswith("()") for line in lines)
no_history = no_history and '"history": []' not in cell.source
cleared = "clear" in cell.source

cell.finds(phantom or printed_group, "A refused question changes what the next question is told")
cell.finds(no_history, "An action that fails leaves no record of itself")
cell.finds(empty or printed_empty and cleared, "After the reset there is no adapter, and an import brings none back")
cell.finds(other, "What a reload brings back are other classes with the old names")

none_found = not (phantom or printed_group or no_history or empty or other)
approved = "incident_plugins." in cell.source.replace("incident_plugins_flawed", "")
cell.foresee(none_found and approved, "You are looking at the approved runtime. The copy is `incident_plugins_flawed`.")
cell.foresee(
    none_found and not approved,
    "All went well in your cell. These faults show when something goes wrong, and to whoever asks a second time.",
)
cell.foresee(
    other and not printed_empty,
    "You have filled the registry again before anybody looked. What is in it after the reset?",
)
