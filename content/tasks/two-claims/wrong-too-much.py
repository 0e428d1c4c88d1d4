# says: The answer is in there, among much that nobody has asked for.
from incident_plugins.cli import main

# Claim 1: a pager needs a service. Settle it with a command that looks.
LOOK = ["plugin", "delivery", "pager"]
# Claim 2: a call of deliver that fails stays on record. Settle it with a command that acts.
ACT = ["trace", "delivery", "console", "deliver"]
ACT += ["--arg", "title=disk", "--arg", "message=full", "--arg", "severity=loud"]

# A declaration does not show that it is enforced; one action does not speak for the others.
OPEN = "bc"

print(main(LOOK), main(ACT))
