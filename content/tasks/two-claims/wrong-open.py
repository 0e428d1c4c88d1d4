# says: For each letter, ask whether the answer
from incident_plugins.cli import main

# Claim 1: a pager needs a service. Settle it with a command that looks.
LOOK = ["field", "delivery", "pager", "service"]
# Claim 2: a call of deliver that fails stays on record. Settle it with a command that acts.
ACT = ["trace", "delivery", "console", "deliver"]
ACT += ["--arg", "title=disk", "--arg", "message=full", "--arg", "severity=loud"]

# A declaration does not show that it is enforced; one action does not speak for the others.
OPEN = "ca"

print(main(LOOK), main(ACT))
