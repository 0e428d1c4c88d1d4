"""The kinds of residue: a file a family, each a table of entries (`Kind`, in `_kind.py`).

Nothing else in the package names a kind: to add one is to add its entry to a family's `KINDS`. Pages, and programs in
`tests/residue/`, call kinds by their names.
"""

from . import attributes, contracts, hooks, imports, reporting, settings, suspended, system, tables, variables

# In this order their probes are asked, and so the findings of one statement are listed. The last one takes what the
# others leave.
FAMILIES = settings, imports, hooks, reporting, system, variables, suspended, contracts, tables, attributes
# All kinds by name.
KINDS = {kind.name: kind for family in FAMILIES for kind in family.KINDS}

if len(KINDS) < sum(len(family.KINDS) for family in FAMILIES):
    raise TypeError("two kinds of residue have the same name")


def seen_in(place):
    """[(kind, probe)] of the kinds that are seen in one of the places of `_kind.py`."""
    return [(kind, probe) for kind in KINDS.values() for probe in kind.probes if probe.place == place]


# {module: names} of entries that probes compare by content.
COMPARED = {}
for _kind in KINDS.values():
    for _module, _names in _kind.compares.items():
        COMPARED[_module] = COMPARED.get(_module, frozenset()) | _names
# Rows that a running event loop changes for itself, and names of kinds that the current context holds.
OF_EVENT_LOOPS = frozenset((kind.name, target) for kind in KINDS.values() for target in kind.of_event_loops)
IN_CONTEXT = frozenset(kind.name for kind in KINDS.values() if kind.in_context)
