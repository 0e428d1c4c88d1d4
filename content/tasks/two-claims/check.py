from checking import cell

look = cell.case("main(LOOK)", about="`main(LOOK)`")
act = cell.case("main(ACT)", about="`main(ACT)`")
command = cell.case("LOOK[0]").value
sent = cell.case(
    "from incident_plugins import state\nstate.deliveries = ()\nmain(ACT)\nlen(state.deliveries)",
    about="sent by `main(ACT)`",
)
looks = command in ("manifest", "plugin", "field", "action", "registry", "signatures")
cell.expect(
    looks, "LOOK", "is a command that looks", f"is `{command}`", says="`invoke` and `trace` act, whatever they leave."
)
declared = '"name": "service"' in look.printed and '"required": true' in look.printed
settled = look.raised is None and (declared or "(*, service," in look.printed)
cell.expect(
    settled,
    "`main(LOOK)`",
    "says that a service is required",
    "it does" if settled else "it does not",
    says="The answer is about something else. Which commands tell what a pager is made with?",
)
lines = len(look.printed.splitlines())
cell.expect(
    lines <= 10,
    "`main(LOOK)`",
    "prints at most 10 lines",
    f"prints {lines}",
    says="The answer is in there, among much that nobody has asked for. Two commands say it in fewer lines.",
)
act.gives(
    2, says="The action has not failed. Give it an argument that `deliver` refuses: a severity that nobody knows."
)
kept = '"raised"' in act.printed
cell.expect(
    kept,
    "`main(ACT)`",
    "shows the record of the failure",
    "it does" if kept else "it does not",
    says="A failure without its record settles nothing. Which of the two commands shows the history?",
)
sent.gives(0, says="Somebody has been paged to settle a claim.")
left_open = cell.case("OPEN.lower()", about="OPEN: what each run leaves open")
left_open.gives(
    "bc", says="For each letter, ask whether the answer that you have seen says so. One letter in each row it does not."
)
