from checking import cell, seeded

typo = "del" + seeded.choice(["ivry", "ievry", "vry", "iverry"])
FROM = "from incident_plugins_flawed import registry\nfrom incident_plugins_flawed.plugins import DeliveryPlugin\n"
NEW = '\nclass SmsNotifier(DeliveryPlugin, group="sms"):\n    """A short message."""\n'

wrong = cell.case(
    f"{FROM}[ask({typo!r}, 'pager'), ask({typo!r}, 'pager')], {typo!r} in registry.groups()",
    about=f"`ask({typo!r}, 'pager')` twice, and whether there is such a group afterwards",
)
wrong.gives(([2, 2], False), says="The question must be refused both times, and must not make what it asks for.")
right = cell.case("ask('delivery', 'pager')", about="`ask('delivery', 'pager')`")
right.gives(0, says="There is such a plugin. A repair that refuses everything is none.")
direct = cell.case(
    "from incident_plugins_flawed.cli import main\nmain(['plugin', 'delivery', 'pager'])", about="the copy's own answer"
)
cell.expect(
    bool(direct.printed.strip()) and direct.printed.strip() in right.printed,
    "what `ask('delivery', 'pager')` prints",
    "the answer of the copy's own command",
    "prints " + repr(right.printed[:120]) if right.printed else "prints nothing",
    says="Whoever asks for what there is must get the answer that they got before.",
)
pigeon = cell.case(
    "ask('delivery', 'pigeon')", about="`ask('delivery', 'pigeon')`: the group is there, the plugin is not"
)
pigeon.gives(2, says="A refusal is status 2, as it is for the command that you repair.")
defined = cell.case(
    f"{FROM}{NEW}registry.find('sms', 'sms-notifier') is SmsNotifier, ask('sms', 'sms-notifier')",
    about="A new adapter in a group of its own, defined after your cell",
)
defined.gives(
    (True, 0), says="New adapters can't be defined any more, or can't be asked for. Who else relied on the dict?"
)
others = cell.case(
    f"""{FROM}
try:
    registry.find({typo!r}, "pager")
except Exception as exc:
    refusal = type(exc).__name__
refusal, type(registry.GROUPS).__name__, {typo!r} in registry.groups()
""",
    about="`registry.find`, for everybody else who uses the package",
)
others.gives(
    ("NotRegistered", "defaultdict", True),
    says="The package behaves differently now for everybody who uses it, and only your service wanted that.",
)
cell.leaves(says="The ledger still has a row: your cell has changed something of the package, or its question has.")

cell.foresee(
    defined.raised == "KeyError",
    "Defining a new adapter ends in a `KeyError`. `register` relies on the missing group being made, too.",
)
cell.foresee(
    wrong.value == ([2, 2], False) and defined.value == (True, 0) and others.is_plain and others.value[2:] != (True,),
    "Your repair works, and it has replaced something in the package. There is a way to answer one call differently.",
)
cell.foresee(
    wrong.value and wrong.value[1] is True,
    "The group is there because somebody has asked for it. Which operation on a `defaultdict` makes an entry?",
)
